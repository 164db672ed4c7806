import { configJsonSchema } from "../../modules/config";
import { codeSpan, escapeMarkdown, markdownTable } from "../../modules/text";

/** The part of JSON Schema that the config's schema uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly allOf?: readonly { readonly then: Schema & { readonly name?: string } }[];
}

/** A table of keys, and the path of the value that has them. */
interface Group {
  readonly path: string;
  readonly schema: Schema;
}

/** Longer patterns are below the table. */
const LONGEST_IN_A_CELL = 44;

/** Writes a table of every key of the config for each value that has keys, with all their bounds. */
export function configKeys(): string {
  return groups({ path: "", schema: configJsonSchema() }).map(section).join("\n\n");
}

function groups(group: Group): Group[] {
  const { path, schema } = group;
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    nested(path === "" ? key : `${path}.${key}`, value),
  );
  return [group, ...below];
}

/** The groups within a value: the value itself, the entries of a list, or the values of a map. */
function nested(path: string, schema: Schema): Group[] {
  if (schema.allOf) {
    return [
      { path, schema },
      ...schema.allOf.map(({ then }) => ({ path: form(path, then), schema: then })),
    ];
  }
  if (schema.properties) return groups({ path, schema });
  if (schema.items) return nested(`${path}[]`, schema.items);
  const { additionalProperties: values } = schema;
  return values ? nested(`${path}.<key>`, values) : [];
}

function form(path: string, { properties }: Schema): string {
  return `${path}, type ${properties?.["type"]?.const ?? ""}`;
}

function section({ path, schema }: Group): string {
  const { properties = {}, required = [], description = "" } = schema;
  const keys = Object.entries(properties).filter(([, value]) => value.const === undefined);
  const long = keys.flatMap(([key, value]) => {
    const pattern = patternOf(value);
    return pattern.length > LONGEST_IN_A_CELL ? [`- ${codeSpan(key)}: ${codeSpan(pattern)}`] : [];
  });
  const rows = keys.map(([key, value]) => [
    required.includes(key) ? `**${codeSpan(key)}**` : codeSpan(key),
    meaning(value),
    valuesOf(value),
    value.default === undefined ? "" : codeSpan(JSON.stringify(value.default)),
    (value.examples ?? []).map((example) => codeSpan(JSON.stringify(example))).join(", "),
  ]);
  return [
    `### ${path === "" ? "The file" : codeSpan(path)}`,
    ...(path === "" ? [] : [meaning({ description })]),
    ...(rows.length > 0
      ? [markdownTable(["key", "meaning", "value", "default", "examples"], rows)]
      : []),
    ...(long.length > 0 ? [`Patterns:\n\n${long.join("\n")}`] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Writes a description, whose code is between grave accents. */
function meaning({ description = "" }: Schema): string {
  return description
    .split("`")
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarkdown(part)))
    .join("");
}

function patternOf({ pattern, items, additionalProperties }: Schema): string {
  return pattern ?? items?.pattern ?? (additionalProperties || undefined)?.pattern ?? "";
}

function valuesOf(schema: Schema): string {
  const pattern = patternOf(schema);
  const shown =
    pattern === "" ? [] : [pattern.length > LONGEST_IN_A_CELL ? "see below" : codeSpan(pattern)];
  return [kind(schema), ...bounds(schema), ...shown].join(", ");
}

function kind({
  type,
  enum: values,
  items,
  additionalProperties,
  properties,
  allOf,
}: Schema): string {
  if (values) return values.map((value) => codeSpan(value)).join(" or ");
  if (items) return items.properties ? "a list of keys" : "a list of texts";
  if (properties || allOf)
    return Array.isArray(type) && type.includes("boolean") ? "true, false or keys" : "keys";
  if (additionalProperties) return "a map";
  if (type === "boolean") return "`true` or `false`";
  return type === "integer" ? "a whole number" : "text";
}

function bounds({ minimum, maximum, minLength, minItems, maxItems }: Schema): string[] {
  return [
    ...(minimum === undefined ? [] : [`at least ${String(minimum)}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum.toLocaleString("en-US")}`]),
    ...(minLength === undefined ? [] : ["not empty"]),
    ...(minItems === undefined ? [] : [`at least ${String(minItems)}`]),
    ...(maxItems === undefined ? [] : [`at most ${String(maxItems)}`]),
  ];
}
