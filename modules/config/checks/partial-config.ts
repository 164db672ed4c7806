import type { Config } from "../schema";
import type { ConfigSource } from "../source";

/** A value of which parts may be missing: keys of a mapping, and entries of a list. */
export type Partially<T> = T extends readonly (infer Entry)[]
  ? readonly (Partially<Entry> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
    : T;

/**
 * The well-formed parts of a config file, so that one mistake does not hide the next. A value
 * that the schema refused is left out: its key is missing, or its list has a hole, so that the other
 * entries keep their places.
 */
export type PartialConfig = Partially<Config>;

/** The applications of a config as far as they are well-formed, by key. */
export function applicationsOf({ applications }: PartialConfig) {
  return Object.entries(applications ?? {}).flatMap(([key, application]) =>
    application === undefined ? [] : [[key, application] as const],
  );
}

/** The entries of a list that are not holes, each with its place in the list. */
export function entriesOf<T>(
  list: readonly (T | undefined)[] | undefined,
): { readonly value: T; readonly index: number }[] {
  return (list ?? []).flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
}

/** A config file as far as it is well-formed, and its account if that is known. */
export interface CheckedConfig {
  readonly source: ConfigSource;
  readonly config: PartialConfig;
  readonly accountId?: string;
}
