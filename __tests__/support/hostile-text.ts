import * as z from "zod";

import { configSchema } from "../../modules/config/schema";
import { load } from "./config";

/** Texts that CDKTF, Terraform, JavaScript, HCL, a shell or a terminal may take for something else. */
export const HOSTILE = [
  // CDKTF
  "${TfToken[TOKEN.0]}",
  "TfToken[TOKEN.0]",
  "${TfTokeen[TOKEN.0]}",
  "#{TfToken[TOKEN.0]}",
  "&{TfToken[TOKEN.0]}",
  "$${TfToken[TOKEN.0]}",
  "Any Map Token Value",
  "String Map Token Value",
  "-8.109562212591379e+298",
  // Terraform
  '${file("/etc/passwd")}',
  '/${file("/etc/passwd")}/',
  "/${/",
  "${",
  "$${x}",
  "$$${x}",
  "%{if true}",
  "%%{x}",
  "%{",
  "${path.module}",
  '"}${1+1}"',
  "<<EOT",
  "EOT",
  "#",
  "//",
  "/*",
  "*/",
  // JavaScript
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "$&",
  "$1",
  "$$",
  // quotes, escapes and shells
  '"',
  '\\"',
  "\\",
  "\\n",
  "\\u0041",
  "'",
  "`",
  "$(reboot)",
  "a;b|c&d",
  "--help",
  "<script>alert(1)</script>",
  "{stack}",
  // letters
  "Jose\u0301",
  "\u212b",
  "\u00e9",
  "नई दिल्ली",
  "😀",
  "a\u00a0b",
  // what cannot be seen
  "a\u0000b",
  "a\u001b[2Jb",
  "a\u009bb",
  "a\u202eb",
  "a\u2066b",
  "a\u200bb",
  "a\ufeffb",
  "a\u2028b",
  "a\r\nb",
  "a\tb",
  "a\ud800b",
  "a\u{e0041}b",
] as const;

/** The steps that lead to a text in a config: `[]` an entry, `{}` a value and `{key}` a key of a map. */
export type Field = readonly string[];

/** Every field of the schema that takes text, so that a new one is among them. */
export const FIELDS: readonly Field[] = fieldsOf(configSchema);

function fieldsOf(schema: z.core.$ZodType, at: Field = []): Field[] {
  const wraps = [z.ZodOptional, z.ZodNullable, z.ZodDefault].some((kind) => schema instanceof kind);
  if (wraps) return fieldsOf((schema as z.ZodOptional<z.ZodType>).unwrap(), at);
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as z.core.$ZodShape;
    return Object.entries(shape).flatMap(([key, own]) => fieldsOf(own, [...at, key]));
  }
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, [...at, "[]"]);
  if (schema instanceof z.ZodRecord) {
    return [[...at, "{key}"], ...fieldsOf(schema.valueType, [...at, "{}"])];
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((one) => fieldsOf(one, [...at, `type=${typeOf(one)}`]));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => fieldsOf(one, at));
  if (schema instanceof z.ZodString) return [at];
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

/** The forms of the texts that a config takes in a field; of a text that it takes alone, no other. */
export function accepted(field: Field): string[] {
  return HOSTILE.flatMap((text) => {
    const taken = formsOf(text).find((form) => {
      const config = configWith([[field, form]]);
      // The schema refuses most of them, in a fraction of the time.
      return (
        configSchema.safeParse(config).success && load(JSON.stringify(config)).instances.length > 0
      );
    });
    return taken === undefined ? [] : [taken];
  });
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
