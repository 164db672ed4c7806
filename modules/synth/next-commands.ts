import { isAbsolute } from "node:path";

import { commandPrefix, shownPath } from "../config";
import { shellWord } from "../text";

/** Command lines that go on with what was made, for a shell in the working folder. */
export interface NextCommands {
  readonly synth: string;
  readonly rehearse: string;
  readonly trace: string;
  /** Deploys a stack, by its name. */
  readonly deploy: (stack: string) => string;
}

/**
 * Composes the command lines that read the same config and use the same output folder: in another one,
 * a deployment would have another state.
 *
 * @param location path that the config was read from
 */
export function nextCommands(location: string, outdir: string): NextCommands {
  const prefix = commandPrefix(location);
  const shown = shownPath(outdir);
  const isDefault = shown === "cdktf.out";
  // A path outside the working folder is one of this machine, which no output carries.
  const folder = isAbsolute(shown) ? "DIR" : shellWord(shown);
  return {
    synth: `${prefix}${isDefault ? "" : `CDKTF_OUTDIR=${folder} `}npm run synth`,
    rehearse: `${prefix}npm run rehearse -- FILE`,
    trace: `${prefix}npm run trace -- --user NAME`,
    deploy: (stack) =>
      `${prefix}npx cdktf deploy ${isDefault ? "" : `--output ${folder} `}${stack}`,
  };
}
