import { commandLine, howStarted } from "../invocation";
import * as z from "zod";

import { parseArn } from "../../aws";
import { BACKEND_KEYS, type BackendConfig } from "./backend";

import { type ConfigSource, keyWithoutSpace, type Problem, valueAt } from "../source";
import { configSchema } from "./schema";
import { didYouMean, nearest } from "../../text";

/** Keys that people expect, but whose values come from the instance ARN. */
const READ_OFF_ARN = ["region", "accountId", "partition"] as const;

/** Explains a schema issue to the user: the value, the rule and the fix. */
export function explainIssue(issue: z.core.$ZodIssue, source: ConfigSource): Problem[] {
  const path = issue.path as (string | number)[];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        source.keyProblem([...path, key], unknownKey([...path, key], source.data)),
      );
    case "invalid_union":
      if (path[0] === "adopt") return wrongAdopt(issue, source);
      // A wrong type of backend: no other union is in the schema.
      return [
        source.problem(path, wrongChoice([...BACKEND_KEYS.keys()], valueAt(source.data, path))),
      ];
    case "invalid_value":
      return [source.problem(path, wrongChoice(issue.values, valueAt(source.data, path)))];
    case "invalid_type":
      return [source.problem(path, wrongType(issue.expected, path, source.data))];
    case "too_small":
      if (issue.origin !== "array" && issue.origin !== "string") {
        return [source.problem(path, numberRange(issue.minimum))];
      }
      return [source.problem(path, `is empty; ${whatToAdd(path) ?? giveOrRemove(path)}`)];
    case "too_big": {
      if (issue.origin !== "array") return [source.problem(path, numberRange(0, issue.maximum))];
      const given = (valueAt(source.data, path) as unknown[]).length;
      const message = `has ${String(given)} entries; it takes at most ${String(issue.maximum)}; remove some`;
      return [source.problem(path, message)];
    }
    default:
      return [source.problem(path, issue.message)];
  }
}

function numberRange(least: number | bigint, most?: number | bigint): string {
  return most === undefined
    ? `is too small; it takes ${String(least)} or more; write such a number`
    : `is too large; it takes at most ${most.toLocaleString("en-US")}; write a smaller number`;
}

/** Explains what is wrong with the list of what exists, or says that it is no list at all. */
function wrongAdopt(issue: z.core.$ZodIssueInvalidUnion, source: ConfigSource): Problem[] {
  const path = issue.path as string[];
  const given = valueAt(source.data, path);
  if (given === null || typeof given !== "object") {
    return [source.problem(path, wrongType("boolean", path, source.data))];
  }
  if (Array.isArray(given)) {
    const adopt = commandLine(howStarted(), "adopt");
    const message = `is a list; it takes true, or a mapping of what exists; run ${adopt}, which shows it`;
    return [source.problem(path, message)];
  }
  const [, mistakes = []] = issue.errors;
  return mistakes.flatMap((mistake) =>
    explainIssue({ ...mistake, path: [...path, ...mistake.path] }, source),
  );
}

function unknownKey(path: (string | number)[], data: unknown): string {
  const key = String(path.at(-1));
  const arn = valueAt(data, ["instanceArn"]);
  const part = path.length === 1 ? READ_OFF_ARN.find((one) => one === key) : undefined;
  if (part !== undefined && typeof arn === "string" && arn.startsWith("arn:")) {
    const inArn = parseArn(arn)[part];
    const given = valueAt(data, path);
    const contradicts =
      given === null || plain(given) === inArn
        ? ""
        : ` and contradicts it: ${show(given)} here, "${inArn}" there`;
    return `is taken from instanceArn${contradicts}; remove this line`;
  }
  const type = path[0] === "backend" && path.length === 2 ? backendType(data) : undefined;
  if (type !== undefined) return unknownBackendKey(key, type);
  const place = placeOf(path, key);
  if (place !== undefined) return `is not a key here; ${place}`;
  const keys = keysAt(path.slice(0, -1));
  return notAKey(key, keys);
}

/** Says where a key belongs that the config has on another level. */
function placeOf(path: readonly (string | number)[], key: string): string | undefined {
  const isOf = (...place: string[]) => keysAt(place).includes(key);
  const [top, own] = path;
  if (path.length === 1 && isOf("applications", key)) {
    return "it belongs to an application; indent it below the application's own key";
  }
  if (path.length === 3 && top === "applications") {
    if (isOf("applications", key, "assign")) {
      return `it belongs to assign; write it below applications.${String(own)}.assign`;
    }
    if (isOf()) return "it is one of the whole config; write it without indentation";
  }
  if (path.length === 3 && top === "users" && ["file", "group"].includes(key)) {
    return "it belongs to an entry of usersFrom; write it there";
  }
  return undefined;
}

function notAKey(key: string, keys: readonly string[]): string {
  const guess = nearest(key, keys);
  return guess === undefined
    ? `is not a key here; the keys are ${keys.join(", ")}; remove it`
    : `is not a key here; ${didYouMean(key, guess)}`;
}

type BackendType = BackendConfig["type"];

/** The type of the backend if it is valid; the other keys depend on it. */
function backendType(data: unknown): BackendType | undefined {
  const given = valueAt(data, ["backend", "type"]);
  return [...BACKEND_KEYS.keys()].find((type) => type === given);
}

function unknownBackendKey(key: string, type: BackendType): string {
  const [owner] = [...BACKEND_KEYS].find(([, keys]) => keys.includes(key)) ?? [];
  return owner === undefined
    ? notAKey(key, ["type", ...(BACKEND_KEYS.get(type) ?? [])])
    : `has no effect with \`type: ${type}\`; it belongs to \`type: ${owner}\`; change the type, or remove this line`;
}

/** The keys that the schema knows in the mapping at a path. */
function keysAt(path: readonly (string | number)[]): string[] {
  const at = path.reduce<z.core.$ZodType | undefined>((parent, step) => {
    const schema = unwrapped(parent);
    if (schema instanceof z.ZodObject) return (schema.shape as z.core.$ZodShape)[step];
    if (schema instanceof z.ZodRecord) return schema.valueType;
    return schema instanceof z.ZodArray ? schema.element : undefined;
  }, configSchema);
  const schema = unwrapped(at);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion)) {
    return schema.options.find((option) => option instanceof z.ZodObject);
  }
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}

function wrongChoice(values: readonly unknown[], given: unknown): string {
  const options = values.map(String);
  const choice = `one of ${options.join(", ")}`;
  if (given === undefined) return `is missing; it takes ${choice}; give one`;
  if (given === null) return `is empty; it takes ${choice}; give one or remove the key`;
  const guess = typeof given === "string" ? nearest(given, options) : undefined;
  return `is not ${choice}; write ${guess ?? "one of them"}`;
}

const EXPECTED: Record<string, string> = {
  array: "a list",
  string: "text",
  boolean: "true or false",
  number: "a whole number",
  int: "a whole number",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
};

function wrongType(expected: string, path: (string | number)[], data: unknown): string {
  const given = valueAt(data, path);
  const takes = EXPECTED[expected] ?? expected;
  const add = whatToAdd(path);
  if (given === undefined) {
    const type = path[0] === "backend" ? backendType(data) : undefined;
    return type === undefined
      ? `is missing; ${add ?? "give it"}`
      : `is missing; \`type: ${type}\` needs it; give it`;
  }
  if (given === null && add !== undefined) return `is empty; ${add}`;
  if (given === null) return `is empty; it takes ${takes}; ${giveOrRemove(path)}`;
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
  if (expected === "number" || expected === "int") return "write digits, without quotes";
  if (path[0] === "instanceArn") return WHAT_TO_ADD.instanceArn;
  if (expected === "array" && path.length > 1 && isShortText(given))
    return `write [${quoted(given)}]`;
  if (isPlaceholder(given)) return "braces make a mapping; put the text in quotes";
  const key = typeof given === "string" ? keyWithoutSpace(given) : undefined;
  if (key !== undefined && ["object", "record"].includes(expected)) {
    return `put a space after ${quoted(`${key}:`)}`;
  }
  if (expected !== "string" || typeof given === "object") return "write it in that form";
  return path.at(-1) === "sessionDuration"
    ? "write it with its unit, such as 12h or 90m"
    : "put it in quotes";
}

/** Tells if a value is the mapping that YAML reads from `{stack}`. */
function isPlaceholder(given: unknown): boolean {
  const entries = typeof given === "object" && given !== null ? Object.entries(given) : [];
  return entries.length === 1 && entries[0]?.[1] === null;
}

function giveOrRemove(path: readonly (string | number)[]): string {
  return `give a value or remove the ${typeof path.at(-1) === "number" ? "entry" : "key"}`;
}

function isShortText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 60;
}

/** Writes a text as an entry of a YAML list. */
function quoted(text: string): string {
  return /^[A-Za-z][\w .@-]*$/.test(text) && text === text.trim() ? text : JSON.stringify(text);
}

const WHAT_TO_ADD = {
  instanceArn:
    "give the ARN of the Amazon Connect instance (arn:aws:connect:<region>:<account>:instance/<id>), from its page in the Amazon Connect console",
  applications: "name at least one application, such as agent",
};

const WHAT_TO_ADD_TO_USER = new Map([
  ["email", "give the e-mail address that the user has in Identity Center"],
  ["givenName", "give the user's given name"],
  ["familyName", "give the user's family name"],
  ["applications", "name the applications that the user signs in through, such as [agent]"],
  ["securityProfiles", "name the user's security profiles, such as [Agent]"],
]);

/** Says what to give for a required key; `undefined` for other keys. */
function whatToAdd(path: readonly (string | number)[]): string | undefined {
  const [first, , key] = path;
  if (path.length === 1 && (first === "instanceArn" || first === "applications")) {
    return WHAT_TO_ADD[first];
  }
  return first === "users" && path.length === 3 ? WHAT_TO_ADD_TO_USER.get(String(key)) : undefined;
}

/** Writes a value as text; an account ID gets back the leading zeros that YAML dropped. */
function plain(value: unknown): string {
  return typeof value === "number"
    ? String(value).padStart(12, "0")
    : show(value).replaceAll('"', "");
}

function show(value: unknown): string {
  return typeof value === "object" ? "another value" : JSON.stringify(value);
}
