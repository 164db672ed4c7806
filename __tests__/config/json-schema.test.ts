import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";

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
          type: ["object", "null"],
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

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, "utf8")) as object,
);

/** Where an editor would underline something, and which rule it would name. */
function underlined(config: unknown): string[] {
  validate(config);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

test.each(EXAMPLES)("%s has nothing that an editor would underline", (file) => {
  expect(underlined(parse(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
});

describe("An editor underlines", () => {
  const instanceArn =
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

  test.each<[mistake: string, config: object, ...underlined: string[]]>([
    [
      "an unknown key",
      { instanceArn, applications: { agent: {} }, rolepath: "/connect/" },
      " additionalProperties",
    ],
    [
      "an unknown key of an application",
      { instanceArn, applications: { agent: { samlMetadata: "metadata/agent.xml" } } },
      "/applications/agent additionalProperties",
    ],
    [
      "a role name with a blank",
      { instanceArn, applications: { agent: { roleName: "My Role" } } },
      "/applications/agent/roleName pattern",
    ],
    [
      "a session that is no duration",
      { instanceArn, applications: { agent: { sessionDuration: "four hours" } } },
      "/applications/agent/sessionDuration pattern",
    ],
    [
      "a session that is empty",
      { instanceArn, applications: { agent: { sessionDuration: "" } } },
      "/applications/agent/sessionDuration pattern",
    ],
    [
      "text where true or false belongs",
      { instanceArn, applications: { agent: {} }, protect: "yes" },
      "/protect type",
    ],
    [
      "a choice misspelt",
      { instanceArn, applications: { agent: {} }, roles: "sharde" },
      "/roles enum",
    ],
    ["no instanceArn", { applications: { agent: {} } }, " required"],
    [
      "an instanceArn of another service",
      {
        instanceArn: "arn:aws:iam::123456789012:role/Connect",
        applications: { agent: {} },
      },
      "/instanceArn pattern",
    ],
    ["no application", { instanceArn, applications: {} }, "/applications minProperties"],
  ])("%s", (_, config, ...places) => {
    expect(underlined(config)).toEqual(places);
  });
});
