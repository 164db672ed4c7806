/** A call that cannot be understood: exit code 2. The message says what to write instead. */
export class UsageError extends Error {}

/** Options that a command takes, by name, in the form of `util.parseArgs`. */
export type Options = Readonly<Record<string, Option>>;

export interface Option {
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** Whether an empty value has a meaning. */
  readonly mayBeEmpty?: boolean;
}

/** Values of options, by their names. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}
