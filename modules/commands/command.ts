import type { Terminal } from "./terminal";
import type { Arguments, Options } from "./usage";

/** A command with its help and options; its code is loaded only when it runs. */
export interface Command {
  readonly summary: string;
  readonly help: string;
  readonly options: Options;
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Function that runs a command and returns its exit code: 0 fine, 1 problems found, 3 unknown. */
export type Run = (given: Arguments, terminal: Terminal) => Promise<number>;
