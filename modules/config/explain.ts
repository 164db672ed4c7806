import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";

import type { Problem } from "./problem";
import { configSchema } from "./schema";
import type { ConfigSource } from "./source";

/** Keys that people expect but that are read off the instance ARN. */
const READ_OFF_ARN = new Map([
  ["region", 3],
  ["accountId", 4],
  ["partition", 1],
]);

/** Says in the user's words what a schema issue means: the value, the rule, the fix. */
export function explainIssue(issue: z.core.$ZodIssue, source: ConfigSource): Problem[] {
  const path = issue.path as (string | number)[];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        source.keyProblem([...path, key], unknownKey([...path, key], source.data)),
      );
    case "invalid_value":
      return [source.problem(path, wrongChoice(issue.values, valueAt(source.data, path)))];
    case "invalid_type":
      return [source.problem(path, wrongType(issue.expected, path, source.data))];
    case "too_small":
      return [source.problem(path, "is empty; give a value or remove the key")];
    default:
      return [source.problem(path, issue.message)];
  }
}

function unknownKey(path: (string | number)[], data: unknown): string {
  const key = String(path.at(-1));
  const arn = valueAt(data, ["instanceArn"]);
  const part = path.length === 1 ? READ_OFF_ARN.get(key) : undefined;
  if (part !== undefined && typeof arn === "string") {
    const inArn = arn.split(":")[part] ?? "";
    const given = valueAt(data, path);
    const contradicts =
      given === null || plain(given) === inArn
        ? ""
        : ` and contradicts it: ${show(given)} here, "${inArn}" there`;
    return `is read off instanceArn${contradicts}; remove this line`;
  }
  const keys = keysAt(path.slice(0, -1));
  const guess = closest(
    key.toLowerCase(),
    keys.map((known) => known.toLowerCase()),
  );
  const known = keys.find((candidate) => candidate.toLowerCase() === guess);
  return known !== undefined && distance(key.toLowerCase(), guess) <= Math.max(2, key.length / 3)
    ? `is not a key here; did you mean ${known}?`
    : `is not a key here; the keys are ${keys.join(", ")}; remove it`;
}

/** The keys that the schema knows in the mapping at a path. */
function keysAt(path: readonly (string | number)[]): string[] {
  const { shape } = configSchema;
  if (path[0] === "applications") return Object.keys(shape.applications.valueType.unwrap().shape);
  if (path[0] === "permission") return Object.keys(shape.permission.unwrap().shape);
  return Object.keys(shape);
}

function wrongChoice(values: readonly unknown[], given: unknown): string {
  const options = values.map(String);
  const choice = `one of ${options.join(", ")}`;
  if (given === null) return `is empty; it takes ${choice}; give one or remove the key`;
  const text = typeof given === "string" ? given.toLowerCase() : "";
  const guess = closest(text, options);
  return `is not ${choice}; write ${distance(text, guess) <= 3 ? guess : "one of them"}`;
}

const EXPECTED: Record<string, string> = {
  string: "text",
  boolean: "true or false",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
};

function wrongType(expected: string, path: (string | number)[], data: unknown): string {
  const given = valueAt(data, path);
  const takes = EXPECTED[expected] ?? expected;
  if (given === undefined) return `is missing; ${whatToAdd(path)}`;
  if (given === null && isRequired(path)) return `is empty; ${whatToAdd(path)}`;
  if (given === null) return `is empty; it takes ${takes}; give a value or remove the key`;
  if (
    expected === "boolean" &&
    typeof given === "string" &&
    /^(yes|no|on|off|true|false)$/i.test(given)
  ) {
    return `is text; it takes true or false; write ${String(/^(yes|on|true)$/i.test(given))}`;
  }
  const kind = Array.isArray(given)
    ? "a list"
    : typeof given === "object"
      ? "a mapping"
      : typeof given === "string"
        ? "text"
        : typeof given === "boolean"
          ? "a boolean"
          : `a ${typeof given}`;
  return `is ${kind}; it takes ${takes}; ${typeFix(expected, path, given)}`;
}

function typeFix(expected: string, path: (string | number)[], given: unknown): string {
  if (expected === "boolean") return "write true or false";
  if (path[0] === "instanceArn") return whatToAdd(path);
  if (expected !== "string" || typeof given === "object") return "write it so";
  return path.at(-1) === "sessionDuration"
    ? "write it with its unit, as 12h or 90m"
    : "put it in quotes";
}

function isRequired(path: (string | number)[]): boolean {
  return path.length === 1 && (path[0] === "instanceArn" || path[0] === "applications");
}

function whatToAdd(path: (string | number)[]): string {
  return path[0] === "applications"
    ? "name at least one application, such as agent"
    : "give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console";
}

/** A number lost its leading zeros when YAML read it. */
function plain(value: unknown): string {
  return typeof value === "number"
    ? String(value).padStart(12, "0")
    : show(value).replaceAll('"', "");
}

function show(value: unknown): string {
  return typeof value === "object" ? "another value" : JSON.stringify(value);
}

export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    data,
  );
}
