/** A call that cannot be understood: exit code 2. The message says what to write instead. */
export class UsageError extends Error {}

/** What a command takes; `util.parseArgs` reads it, and its help tells it. */
export type Options = Readonly<Record<string, Option>>;

export interface Option {
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** Whether an empty value says something. */
  readonly mayBeEmpty?: boolean;
}

/** Values of options, by their names. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}
