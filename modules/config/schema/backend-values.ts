/** Placeholder of the name of the stack, so that each stack has its own state. */
export const STACK = "{stack}";

/** Default path of the state file: next to the output folder, where CDKTF keeps state too. */
export const DEFAULT_STATE_PATH = `../../../terraform.${STACK}.tfstate`;

/** HTTP methods that are allowed for each operation on the state. */
export const METHODS = {
  update: ["POST", "PUT", "PATCH"],
  lock: ["LOCK", "POST", "PUT"],
  unlock: ["UNLOCK", "POST", "PUT", "DELETE"],
} as const;

/** Settings of the type `http` that have no effect without `lockAddress`. */
export const NEEDS_LOCK_ADDRESS = ["lockMethod", "unlockAddress", "unlockMethod"] as const;
