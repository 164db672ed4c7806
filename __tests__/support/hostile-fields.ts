import * as z from "zod";

import { configSchema } from "../../modules/config/schema";
import { load } from "./config";

/** The steps that lead to a text in a config: `[]` an entry, `{}` a value and `{key}` a key of a map. */
export type Field = readonly string[];

interface Leaf {
  readonly field: Field;
  readonly schema: z.core.$ZodType;
}

/** Every place of the schema that takes text, so that a new one is among them. */
const LEAVES: readonly Leaf[] = leavesOf(configSchema);

export const FIELDS: readonly Field[] = LEAVES.map(({ field }) => field);

function leavesOf(schema: z.core.$ZodType, at: Field = []): Leaf[] {
  const wraps = [z.ZodOptional, z.ZodNullable, z.ZodDefault].some((kind) => schema instanceof kind);
  if (wraps) return leavesOf((schema as z.ZodOptional<z.ZodType>).unwrap(), at);
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as z.core.$ZodShape;
    return Object.entries(shape).flatMap(([key, own]) => leavesOf(own, [...at, key]));
  }
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, [...at, "[]"]);
  if (schema instanceof z.ZodRecord) {
    return [
      { field: [...at, "{key}"], schema: schema.keyType },
      ...leavesOf(schema.valueType, [...at, "{}"]),
    ];
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((one) => leavesOf(one, [...at, `type=${typeOf(one)}`]));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => leavesOf(one, at));
  if (schema instanceof z.ZodString) return [{ field: at, schema }];
  const closed = [z.ZodEnum, z.ZodLiteral, z.ZodBoolean, z.ZodNumber].some(
    (kind) => schema instanceof kind,
  );
  if (closed) return [];
  throw new Error(`${at.join(".")}: is there text in it?`);
}

function typeOf(option: z.core.$ZodType): string {
  const { type } = (option as unknown as { shape: { type: { value: string } } }).shape;
  return type.value;
}

/**
 * The forms of texts that the schema of a field takes; of a text that it takes alone, no other. Other
 * keys of the config may still forbid one.
 */
export function takenBySchema(field: Field, texts: readonly string[]): string[] {
  const schemas = LEAVES.filter((one) => one.field.join() === field.join()).map(
    (one) => one.schema,
  );
  return texts.flatMap((text) => {
    const taken = formsOf(text).find((form) => schemas.some((schema) => takes(schema, form)));
    return taken === undefined ? [] : [taken];
  });
}

/** Keys that users choose are checked apart from their schema, which only has their pattern. */
function takes(schema: z.core.$ZodType, text: string): boolean {
  const pattern = z.globalRegistry.get(schema)?.["pattern"];
  return (
    z.safeParse(schema, text).success &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(text))
  );
}

/** Of texts that are all put into one config, those with which the config is good. */
export function takenTogether(texts: readonly (readonly [Field, string])[]) {
  const isGood = (some: typeof texts) =>
    load(JSON.stringify(configWith(some))).instances.length > 0;
  const taken = isGood(texts) ? texts : texts.filter((one) => isGood([one]));
  const { instances } = load(JSON.stringify(configWith(taken)));
  return { taken, instances };
}

/** The text alone, and within what a path, URL, ARN or address needs. */
function formsOf(text: string): string[] {
  return [
    text,
    `/${text}/`,
    `${text}/{stack}`,
    `https://state.example.com/{stack}/${text}`,
    `/connect/${text}`,
    `https://example.com/${text}`,
    `arn:aws:iam::123456789012:policy/${text}`,
    `arn:aws:iam::123456789012:role/${text}`,
    `${text}@example.com`,
    `a${text}`,
  ];
}

const BASE = {
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: {
    agent: {
      applicationArn:
        "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
    },
  },
};

const USER = {
  email: "agent1@example.com",
  givenName: "Ana",
  familyName: "Silva",
  applications: ["agent"],
  securityProfiles: ["Agent"],
};

const BACKENDS: Readonly<Record<string, object>> = {
  local: {},
  s3: { bucket: "acme-terraform", region: "eu-central-1" },
  http: {
    address: "https://state.example.com/{stack}",
    lockAddress: "https://state.example.com/{stack}/lock",
  },
  cloud: { organization: "acme" },
};

/** A good config with these texts in these fields. */
export function configWith(texts: Iterable<readonly [Field, string]>): object {
  let config: unknown = BASE;
  for (const [field, text] of texts) config = put(config, field, text);
  return config as object;
}

type Tree = Readonly<Record<string, unknown>>;

function put(tree: unknown, [step, ...rest]: Field, text: string, isFrom = false): unknown {
  if (step === undefined) return text;
  if (step === "[]") {
    // A user has required keys, of which an entry of usersFrom has none.
    const empty = isFrom ? {} : USER;
    const [first = rest.length > 0 ? empty : undefined, ...others] = (tree ?? []) as unknown[];
    return rest.length > 0
      ? [put(first, rest, text), ...others]
      : [...((tree ?? []) as unknown[]).filter((one) => !isOf(USER, one)), text];
  }
  if (step === "{key}") return set(tree, text, isMapping(tree) ? {} : "");
  const [name, value = ""] = step.split("=");
  if (name === "type") {
    const own =
      isMapping(tree) && (tree as Tree)["type"] === value
        ? tree
        : { type: value, ...BACKENDS[value] };
    return put(own, rest, text);
  }
  const key = step === "{}" ? (Object.keys(tree ?? {})[0] ?? "team") : step;
  const below =
    isMapping(tree) && Object.hasOwn(tree as Tree, key) ? (tree as Tree)[key] : undefined;
  return set(tree, key, put(below, rest, text, key === "usersFrom"));
}

/** A copy with a value under any key, `__proto__` too. */
function set(tree: unknown, key: string, value: unknown): unknown {
  return Object.fromEntries([...Object.entries((tree ?? {}) as Tree), [key, value]]);
}

function isMapping(tree: unknown): boolean {
  return typeof tree === "object" && tree !== null;
}

function isOf(user: typeof USER, one: unknown): boolean {
  return one === user.applications[0] || one === user.securityProfiles[0];
}
