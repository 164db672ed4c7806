import { type BackendConfig, STACK } from "../schema";

/** The place of the state of a stack, with `{stack}` standing for the stack's name in all text. */
export type BackendSettings =
  | {
      readonly type: "local";
      /**
       * @default - next to the output folder
       */
      readonly path?: string;
    }
  | {
      readonly type: "s3";
      readonly bucket: string;
      readonly region: string;
      readonly key: string;
      readonly kmsKeyId?: string;
      readonly roleArn?: string;
    }
  | {
      readonly type: "http";
      readonly server: {
        readonly address: string;
        readonly updateMethod?: string;
        readonly lockAddress?: string;
        readonly lockMethod?: string;
        readonly unlockAddress?: string;
        readonly unlockMethod?: string;
        readonly username?: string;
      };
    }
  | {
      readonly type: "cloud";
      readonly block: {
        readonly organization: string;
        readonly hostname?: string;
        readonly workspaces: {
          readonly name?: string;
          readonly tags?: readonly string[];
          readonly project?: string;
        };
      };
    }
  | { readonly type: "none" };

/** Fills in the defaults of a backend that has been checked. */
export function backendSettings(config: BackendConfig = { type: "local" }): BackendSettings {
  switch (config.type) {
    case "local":
      return { type: "local", ...defined({ path: config.path }) };
    case "s3": {
      const { bucket, region, key = `${STACK}.tfstate`, kmsKeyId, roleArn } = config;
      return { type: "s3", bucket, region, key, ...defined({ kmsKeyId, roleArn }) };
    }
    case "http": {
      const { address, lockAddress, unlockAddress = lockAddress, username } = config;
      const { updateMethod, lockMethod, unlockMethod } = config;
      const addresses = defined({ lockAddress, unlockAddress });
      const methods = defined({ updateMethod, lockMethod, unlockMethod });
      const server = { address, ...addresses, ...methods, ...defined({ username }) };
      return { type: "http", server };
    }
    case "cloud": {
      const { organization, hostname, project, tags } = config;
      const name = tags ? undefined : (config.workspace ?? STACK);
      const workspaces = defined({ name, tags, project });
      return { type: "cloud", block: { organization, ...defined({ hostname }), workspaces } };
    }
    case "none":
      return { type: "none" };
  }
}

/** The keys that have a value. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
