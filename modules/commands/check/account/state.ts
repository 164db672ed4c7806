import { type BackendSettings, readBounded, stateFile } from "../../../config";
import { outputFolder } from "../../output-folder";

/** Resources that Terraform has made. */
export interface LocalState {
  /** Path of the state file. */
  readonly file: string;
  readonly exists: boolean;
  /** Their types with what identifies them: `aws_iam_role AmazonConnectAccess`. */
  readonly resources: ReadonlySet<string>;
}

/** Bytes of a state file at most: far more than the resources of any config take. */
const STATE_MAX_BYTES = 100_000_000;

/** Arguments that identify a resource in AWS, in order of preference. */
const IDENTITIES = [
  ["application_arn", "principal_id"],
  ["group_id", "member_id"],
  ["user_name"],
  ["display_name"],
  ["name"],
] as const;

/**
 * Reads the state of a stack where it is a file on this machine; a file that does not exist holds
 * nothing. `undefined` when the state is elsewhere, or is not readable.
 */
export function localState(backend: BackendSettings, stack: string): LocalState | undefined {
  const file = stateFile(backend, outputFolder(), stack);
  if (file === undefined) return undefined;
  const read = readBounded(file, STATE_MAX_BYTES);
  if (read.is === "missing") return { file, exists: false, resources: new Set() };
  if (read.is !== "read") return undefined;
  try {
    const state = JSON.parse(new TextDecoder().decode(read.bytes)) as State;
    return {
      file,
      exists: true,
      resources: new Set((state.resources ?? []).flatMap(identitiesOf)),
    };
  } catch {
    return undefined;
  }
}

interface State {
  readonly resources?: readonly Resource[];
}

interface Resource {
  readonly mode?: string;
  readonly type?: string;
  readonly instances?: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[];
}

function identitiesOf({ mode, type = "", instances = [] }: Resource): string[] {
  if (mode !== "managed") return [];
  return instances.flatMap(({ attributes = {} }) => {
    const identity = IDENTITIES.map((keys) => keys.map((key) => attributes[key])).find((values) =>
      values.every((value) => typeof value === "string"),
    );
    return identity === undefined ? [] : [[type, ...identity].join(" ")];
  });
}
