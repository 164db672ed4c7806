import { parseArgs } from "node:util";

import { nearest } from "../text";
import { type Arguments, type Options, UsageError } from "./usage";

const HELP: Options = { help: { type: "boolean", short: "h" } };

/**
 * Reads the arguments of a program or command, which takes `--help` beside its own options.
 *
 * @throws UsageError that says what is not known, and what was likely meant
 */
export function readArguments(args: readonly string[], own: Options): Arguments {
  const options: Options = { ...own, ...HELP };
  // Strict parsing would stop without a suggestion.
  const parsed = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw new UsageError(unknownOption(rawName, Object.keys(options)));
    if (option.type === "boolean" && inlineValue) {
      throw new UsageError(`${rawName} takes no value; write ${rawName} alone`);
    }
    const isNext = inlineValue === false && value.startsWith("-");
    const isMissing = value === undefined || (value === "" && !option.mayBeEmpty);
    if (option.type === "string" && (isMissing || isNext)) {
      throw new UsageError(`${rawName} lacks its value; write ${rawName} VALUE`);
    }
  }
  return { values: parsed.values, positionals: parsed.positionals };
}

/**
 * Refuses arguments that are not options.
 *
 * @throws UsageError that says what was likely meant
 */
export function refusePositionals([first]: readonly string[], options: Options): void {
  if (first === undefined) return;
  const guess = nearest(first, Object.keys(options));
  const fix = guess === undefined ? "leave it out" : `did you mean --${guess}?`;
  throw new UsageError(`${JSON.stringify(first)} is not expected here; ${fix}`);
}

export function unknownOption(rawName: string, names: readonly string[]): string {
  const guess = nearest(rawName.replace(/^-+/, ""), names);
  return `${rawName} is not an option here${guess === undefined ? "" : `; did you mean --${guess}?`}`;
}
