/** Stands for the name of the stack: each has a state of its own. */
export const STACK = "{stack}";

/** Beside the output folder, where CDKTF keeps state too. */
export const DEFAULT_STATE_PATH = `../../../terraform.${STACK}.tfstate`;

/** Methods of HTTP that can do what they are for. */
export const METHODS = {
  update: ["POST", "PUT", "PATCH"],
  lock: ["LOCK", "POST", "PUT"],
  unlock: ["UNLOCK", "POST", "PUT", "DELETE"],
} as const;

/** Settings of the type `http` that do nothing without `lockAddress`. */
export const NEEDS_LOCK_ADDRESS = ["lockMethod", "unlockAddress", "unlockMethod"] as const;
