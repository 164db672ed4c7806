import type { Block } from "./block";
import { isList, type Json, plain } from "./value";

/** Terraform's JSON syntax, as CDKTF writes it. */
export type TerraformJson = Readonly<Record<string, Json>>;

/** Arguments of a resource or data source that are blocks: `{ name: {}, timeouts: {} }`. */
export interface NestedBlocks {
  readonly [name: string]: NestedBlocks;
}

/** Finds the blocks within resources, which look like maps in JSON: `nested("resource", type)`. */
export type NestedBlocksOf = (kind: string, type: string) => NestedBlocks;

type JsonObject = Readonly<Record<string, Json>>;

/**
 * Converts Terraform's JSON syntax to blocks.
 *
 * @throws Error when it does not know a part, so that nothing is lost
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function blocksOf(json: TerraformJson, nested: NestedBlocksOf): Block[] {
  const known = ["//", ...Object.keys(PARTS)];
  const unknown = Object.keys(json).filter((part) => !known.includes(part));
  if (unknown.length > 0) throw new Error(`no HCL for ${unknown.join(", ")}`);
  return Object.entries(PARTS).flatMap(([part, convert]) => {
    const content = json[part];
    return content === undefined ? [] : convert(content, (type) => nested(part, type));
  });
}

/** Parts of the JSON, in the order in which they are written. */
const PARTS: Readonly<
  Record<string, (content: Json, nested: (type: string) => NestedBlocks) => Block[]>
> = {
  terraform: (content) => [terraform(object(plain(content)))],
  provider: (content, nested) =>
    entries(content).flatMap(([name, own]) =>
      list(own).map((one) => body("provider", [name], object(one), nested(name))),
    ),
  variable: (content) => entries(content).map(([name, own]) => variable(name, object(own))),
  locals: (content) => [{ type: "locals", attributes: object(content) }],
  data: (content, nested) => resources("data", content, nested),
  resource: (content, nested) => resources("resource", content, nested),
  module: (content) =>
    entries(content).map(([name, own]) => {
      const { source = "", providers, ...inputs } = object(own);
      return {
        type: "module",
        labels: [name],
        attributes: {
          source: plain(source),
          ...(providers !== undefined && { providers: references(providers) }),
          ...attributesOf(inputs),
        },
      };
    }),
  import: (content) =>
    list(content).map((one) => {
      const { to = "", ...rest } = object(one);
      return { type: "import", attributes: { to: references(to), ...attributesOf(rest) } };
    }),
  removed: (content) =>
    list(content).map((one) => {
      const { from = "", lifecycle = {} } = object(one);
      return {
        type: "removed",
        attributes: { from: references(from) },
        blocks: [{ type: "lifecycle", attributes: object(lifecycle) }],
      };
    }),
  check: (content) =>
    entries(content).map(([name, own]) => ({
      type: "check",
      labels: [name],
      attributes: {},
      blocks: list(object(own)["assert"] ?? []).map((one) => ({
        type: "assert",
        attributes: object(one),
      })),
    })),
  output: (content) =>
    entries(content).map(([name, own]) => {
      const { description, precondition, ...rest } = object(own);
      return {
        type: "output",
        labels: [name],
        attributes: {
          ...(description !== undefined && { description: plain(description) }),
          ...attributesOf(rest),
        },
        blocks: list(precondition ?? []).map((one) => ({
          type: "precondition",
          attributes: object(one),
        })),
      };
    }),
};

function terraform(content: JsonObject): Block {
  const { required_providers, backend, cloud, ...attributes } = content;
  const block = (type: string, own: Json | undefined): Block[] =>
    own === undefined ? [] : [{ type, attributes: object(own) }];
  const { workspaces, ...organization } = object(cloud ?? {});
  return {
    type: "terraform",
    attributes,
    blocks: [
      ...block("required_providers", required_providers && sourceFirst(required_providers)),
      ...entries(backend ?? {}).flatMap(([type, own]) =>
        block("backend", own).map((one) => ({ ...one, labels: [type] })),
      ),
      ...(cloud === undefined
        ? []
        : [{ type: "cloud", attributes: organization, blocks: block("workspaces", workspaces) }]),
    ],
  };
}

/** Puts the source before the version, as people write them; CDKTF writes the version first. */
function sourceFirst(providers: Json): Json {
  return Object.fromEntries(
    entries(providers).map(([name, own]) => {
      const { source, configuration_aliases: aliases, ...rest } = object(own);
      return [
        name,
        {
          ...(source !== undefined && { source }),
          ...rest,
          ...(aliases !== undefined && { configuration_aliases: references(aliases) }),
        },
      ];
    }),
  );
}

function variable(name: string, content: JsonObject): Block {
  const { type, description, default: value, validation, ...rest } = content;
  return {
    type: "variable",
    labels: [name],
    attributes: {
      ...(description !== undefined && { description: plain(description) }),
      ...(type !== undefined && { type: references(type) }),
      ...(value !== undefined && { default: plain(value) }),
      ...rest,
    },
    blocks: list(validation ?? []).map((one) => ({ type: "validation", attributes: object(one) })),
  };
}

function resources(kind: string, content: Json, nested: (type: string) => NestedBlocks): Block[] {
  return entries(content).flatMap(([type, own]) =>
    entries(own).map(([name, one]) => body(kind, [type, name], object(one), nested(type))),
  );
}

/** Meta-arguments that are written first by convention. */
const FIRST = ["count", "for_each", "provider", "alias"];
/** Arguments whose values are references. */
const REFERENCES = ["provider", "depends_on", "ignore_changes", "replace_triggered_by"];
const LIFECYCLE: NestedBlocks = { precondition: {}, postcondition: {} };

function body(
  type: string,
  labels: readonly string[],
  content: JsonObject,
  nested: NestedBlocks,
): Block {
  const blocks = { ...nested, ...(labels.length > 0 && { lifecycle: LIFECYCLE }) };
  const order = (name: string) => (FIRST.includes(name) ? 0 : 1);
  const attributes = Object.entries(attributesOf(content))
    .filter(([name]) => !Object.hasOwn(blocks, name))
    .sort(([a], [b]) => order(a) - order(b));
  return {
    type,
    labels,
    attributes: Object.fromEntries(attributes),
    blocks: Object.entries(blocks).flatMap(([name, inner]) =>
      list(content[name] ?? []).map((one) => body(name, [], object(one), inner)),
    ),
  };
}

/** Attributes of a block, without CDKTF's notes. */
function attributesOf(content: JsonObject): JsonObject {
  const given = Object.entries(content).filter(([name]) => name !== "//");
  return Object.fromEntries(
    given.map(([name, value]) => [name, REFERENCES.includes(name) ? references(value) : value]),
  );
}

/** Converts plain strings of JSON that are expressions in HCL: `aws_iam_role.agent`, `string`. */
function references(value: Json): Json {
  if (typeof value === "string") return `\${${value}}`;
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(references);
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, references(own)]));
}

function list(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}

function object(value: Json): JsonObject {
  if (value === null || typeof value !== "object" || isList(value)) {
    throw new Error(`not an object: ${JSON.stringify(value)}`);
  }
  return value;
}

function entries(value: Json): [string, Json][] {
  return Object.entries(object(value));
}
