import { parseArgs } from "node:util";

import { nearest } from "../text";
import { type Arguments, type Options, UsageError } from "./usage";

const HELP: Options = { help: { type: "boolean", short: "h" } };

/**
 * Reads the arguments of a program or command, with its own options and `--help`.
 *
 * @throws UsageError for an unknown option, with the one that was probably meant, and for a wrong value
 */
export function readArguments(
  args: readonly string[],
  own: Options,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Arguments {
  const options: Options = { ...own, ...HELP };
  const kept = keptByNpm(Object.keys(own), env);
  if (kept !== undefined) throw new UsageError(kept);
  // Strict parsing would throw its own error, without a suggestion.
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
      throw new UsageError(`${rawName} needs a value; write ${rawName} VALUE`);
    }
  }
  return { values: parsed.values, positionals: parsed.positionals };
}

/** Options that npm has too, or once had, so that a value in its environment may be for npm itself. */
const OF_NPM = ["json", "yes", "name", "help", "user"];

/** Says that npm kept an option for itself, which it does without a word to this program. */
function keptByNpm(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (!env["npm_command"]?.startsWith("run")) return undefined;
  const kept = names
    .filter((name) => !OF_NPM.includes(name))
    .find((name) => env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
  return kept === undefined
    ? undefined
    : `npm kept --${kept} for itself; write -- before the options, as in npm run ${env["npm_lifecycle_event"] ?? "check"} -- --${kept}`;
}

/**
 * Refuses arguments other than options.
 *
 * @throws UsageError with the option that was probably meant
 */
export function refusePositionals([first]: readonly string[], options: Options): void {
  if (first === undefined) return;
  const guess = nearest(first, Object.keys(options));
  const fix = guess === undefined ? "leave it out" : `did you mean --${guess}?`;
  throw new UsageError(`${JSON.stringify(first)} is not expected here; ${fix}`);
}

/** Returns the message about an unknown option, with the one that was probably meant. */
export function unknownOption(rawName: string, names: readonly string[]): string {
  const guess = nearest(rawName.replace(/^-+/, ""), names);
  return `${rawName} is not an option here${guess === undefined ? "" : `; did you mean --${guess}?`}`;
}
