import { parseYaml } from "../../config";

/** Reads the data of a config file, to see what an edit changed; `undefined` where it cannot be read. */
export function dataOf(text: string): unknown {
  try {
    // The file was read before, within the bound of its aliases.
    return parseYaml(text).document?.toJS({ maxAliasCount: -1 });
  } catch {
    return undefined; // an alias whose anchor is gone
  }
}
