/** Error for arguments that cannot be understood: exit code 2. The message says what to write instead. */
export class UsageError extends Error {}

/** Options that a command takes, by name, in the form of `util.parseArgs`. */
export type Options = Readonly<Record<string, Option>>;

/** An option of a command. */
export interface Option {
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** True when an empty value has a meaning; otherwise it is refused. */
  readonly mayBeEmpty?: boolean;
}

/** Values of options, by their names. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Arguments of a call, read. */
export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}
