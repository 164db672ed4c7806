import { TerraformProvider, Token, Tokenization } from "cdktf";

/** Lists what is wrong with the type of a value at a place; the list is empty for a valid value. */
export type Shape = (at: string, value: unknown) => string[];

/** Shape of every property, so that the compiler reports a property without a shape. */
export type Shapes<T> = Readonly<Record<keyof T, Shape>>;

/*
 * Types of properties, for callers without a TypeScript compiler: JavaScript's own errors for a
 * missing value are hard to understand.
 */

export const text = orToken(known("text", (value) => typeof value === "string"));
/** A number that the synthesis writes in another form, so that it must be known. */
export const knownNumber = known("a number", (value) => typeof value === "number");
export const number = orToken(knownNumber);
export const provider = known("an AWS provider", (value) =>
  TerraformProvider.isTerraformProvider(value),
);
/** A decision about what is synthesized. */
export const flag = known("true or false", (value) => typeof value === "boolean");

export const tagMap = orToken(mapOf(text));

export function oneOf(...choices: readonly string[]): Shape {
  const takes = choices.map((choice) => JSON.stringify(choice)).join(" or ");
  return known(takes, (value) => typeof value === "string" && choices.includes(value));
}

/** Shape of a value that may be known to Terraform alone. */
export function orToken(shape: Shape): Shape {
  return (at, value) => (Token.isUnresolved(value) ? tokenProblems(at, value) : shape(at, value));
}

/** Shape of a value that may be left out. */
export function optional(shape: Shape): Shape {
  return (at, value) => (value === undefined ? [] : shape(at, value));
}

export function listOf(shape: Shape): Shape {
  return (at, value) => {
    if (Token.isUnresolved(value)) return unknown(at, value, "a list");
    if (!Array.isArray(value)) return [unlike(at, value, "a list")];
    return value.flatMap((item, index) => shape(`${at}.${String(index)}`, item));
  };
}

/** Shape of an object whose keys the caller chooses. */
export function mapOf(shape: Shape): Shape {
  return (at, value) => {
    if (Token.isUnresolved(value)) return unknown(at, value, "an object");
    if (!isObject(value)) return [unlike(at, value, "an object")];
    return Object.entries(value).flatMap(([key, item]) => shape(`${at}.${key}`, item));
  };
}

export function objectOf(shapes: Readonly<Record<string, Shape>>): Shape {
  return (at, value) => {
    if (!isObject(value)) return [unlike(at, value, "an object")];
    return Object.entries(shapes).flatMap(([key, shape]) => shape(`${at}.${key}`, value[key]));
  };
}

/** Lists what is wrong with the types of a construct's properties, each by its path. */
export function shapeProblems(props: unknown, shapes: Readonly<Record<string, Shape>>): string[] {
  return objectOf(shapes)("props", props).map((problem) => problem.replace(/^props\./, ""));
}

function known(takes: string, is: (value: unknown) => boolean): Shape {
  return (at, value) => {
    if (Token.isUnresolved(value)) return unknown(at, value, takes);
    return is(value) ? [] : [unlike(at, value, takes)];
  };
}

/** Lists a token where the resources depend on the value. */
function unknown(at: string, value: unknown, takes: string): string[] {
  const problems = tokenProblems(at, value);
  return problems.length > 0
    ? problems
    : [
        `${at}: is a token, which only Terraform knows; it takes ${takes}, known when this is synthesized; give the value itself`,
      ];
}

/** Lists a value that has the form of a token, which CDKTF does not know: CDKTF would throw later. */
function tokenProblems(at: string, value: unknown): string[] {
  try {
    Tokenization.reverse(value);
    return [];
  } catch {
    return [
      `${at}: ${JSON.stringify(value)} looks like a token of CDKTF, but is not one of this app; give the value itself`,
    ];
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unlike(at: string, value: unknown, takes: string): string {
  return value === undefined
    ? `${at}: is missing; it takes ${takes}`
    : `${at}: is ${described(value)}; it takes ${takes}`;
}

function described(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
