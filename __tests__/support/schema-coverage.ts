/** The parts of a JSON Schema that say which keys and values there are. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly { readonly if: Schema; readonly then: Schema }[];
  readonly const?: unknown;
}

/** Keys and values of a schema that no value of a sample has, by their paths. */
export function uncovered(schema: Schema, values: readonly unknown[], at = "config"): string[] {
  const objects = values.filter(isObject);
  const { properties = {}, additionalProperties, items, allOf = [] } = schema;
  return [
    ...(values.length === 0 ? [at] : []),
    ...(schema.enum ?? [])
      .filter((value) => !values.includes(value))
      .map((value) => `${at}: ${String(value)}`),
    ...Object.entries(properties).flatMap(([key, own]) =>
      uncovered(
        own,
        objects.flatMap((one) => one[key] ?? []),
        `${at}.${key}`,
      ),
    ),
    ...(typeof additionalProperties === "object"
      ? uncovered(
          additionalProperties,
          objects.flatMap((one) => Object.values(one)),
          `${at}.<key>`,
        )
      : []),
    ...(items === undefined ? [] : uncovered(items, values.flat(), `${at}[]`)),
    ...allOf.flatMap(({ if: { properties: condition = {} }, then }) => {
      const type = condition["type"]?.const;
      const own = objects.filter((one) => one["type"] === type);
      return uncovered(then, own, `${at} (${String(type)})`);
    }),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
