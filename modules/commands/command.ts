import type { Terminal } from "./terminal";
import type { Arguments, Options } from "./usage";

/** A command, as far as its help goes; what runs it is loaded only then. */
export interface Command {
  readonly summary: string;
  readonly help: string;
  readonly options: Options;
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** Runs a command to its exit code: 0 fine, 1 problems found. */
export type Run = (given: Arguments, terminal: Terminal) => Promise<number>;
