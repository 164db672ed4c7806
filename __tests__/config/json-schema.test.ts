import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { configJsonSchema } from "../../modules/config";

const ROOT = resolve(__dirname, "../..");
const SCHEMA = join(ROOT, "connect-sso.schema.json");

const EXAMPLES = ["config", "examples"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`),
);

test("connect-sso.schema.json is the schema that configs are judged by", () => {
  const committed = existsSync(SCHEMA) ? readFileSync(SCHEMA, "utf8") : "";
  const current = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
  if (committed.replaceAll("\r\n", "\n") !== current) {
    throw new Error("connect-sso.schema.json is out of date; run `npm run schema` and commit it");
  }
});

test("An editor is told of required keys, unknown keys and wrong values", () => {
  expect(JSON.parse(readFileSync(SCHEMA, "utf8"))).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: ["instanceArn", "applications"],
    additionalProperties: false,
    properties: {
      instanceArn: {
        pattern: "^arn:(aws|aws-us-gov):connect:[a-z0-9-]+:\\d{12}:instance/[A-Za-z0-9-]{1,100}$",
      },
      applications: {
        minProperties: 1,
        propertyNames: { pattern: "^[A-Za-z][A-Za-z0-9_]{0,31}$" },
        additionalProperties: {
          additionalProperties: false,
          properties: { roleName: { pattern: "^[\\w+=,.@-]{1,64}$" } },
        },
      },
      roles: { enum: ["separate", "shared"], default: "separate" },
      protect: { type: "boolean", default: true },
    },
  });
});

test("Every pattern in it is a regular expression as JSON Schema takes them", () => {
  const patterns: string[] = [];
  JSON.parse(readFileSync(SCHEMA, "utf8"), (key, value: unknown) => {
    if (key === "pattern" && typeof value === "string") patterns.push(value);
    return value;
  });
  expect(patterns).toContain("^[\\w.-]{1,128}$");
  for (const pattern of patterns) expect(() => new RegExp(pattern, "u")).not.toThrow();
});

test("There are examples to look at", () => {
  expect(EXAMPLES).toContain("config/workshop.yaml");
  expect(EXAMPLES.length).toBeGreaterThan(1);
});

test.each(EXAMPLES)("%s names the schema in its first line", (file) => {
  const [line = ""] = readFileSync(join(ROOT, file), "utf8").split("\n");
  const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(line)?.[1] ?? "";
  expect(resolve(dirname(join(ROOT, file)), named)).toBe(SCHEMA);
});
