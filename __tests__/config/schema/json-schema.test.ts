import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { parse } from "yaml";

import { configJsonSchema } from "../../../modules/config";
import { refusedKeys } from "../../support/config";
import { underlined, underlinedKeys } from "../../support/editor";

const ROOT = resolve(__dirname, "../../..");
const SCHEMA = join(ROOT, "connect-sso.schema.json");

const EXAMPLES = ["config", "examples"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`),
);

test("connect-sso.schema.json is the schema that configs are checked against", () => {
  const committed = existsSync(SCHEMA) ? readFileSync(SCHEMA, "utf8") : "";
  const current = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
  if (committed.replaceAll("\r\n", "\n") !== current) {
    throw new Error("connect-sso.schema.json is out of date; run `npm run schema` and commit it");
  }
});

test("An editor learns of required keys, unknown keys and wrong values", () => {
  expect(JSON.parse(readFileSync(SCHEMA, "utf8"))).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: ["instanceArn", "applications"],
    additionalProperties: false,
    properties: {
      instanceArn: {
        pattern:
          "^(?!arn:aws:connect:(us-gov-|cn-|[a-z]+-iso))arn:(aws:connect:[a-z]{2}(-[a-z]+)+-[0-9]+|aws-us-gov:connect:us-gov-west-1):[0-9]{12}:instance\\/[A-Za-z0-9-]{1,100}$",
      },
      applications: {
        minProperties: 1,
        propertyNames: { pattern: "^[A-Za-z][A-Za-z0-9_]{0,31}$" },
        additionalProperties: {
          type: ["object", "null"],
          additionalProperties: false,
          properties: {
            roleName: { pattern: "^[\\w+=,.@-]{1,64}$" },
            assign: { additionalProperties: false },
          },
        },
      },
      identityCenter: {
        additionalProperties: false,
        properties: { accountId: { type: "string", pattern: "^\\d{12}$" } },
      },
      users: {
        items: {
          additionalProperties: false,
          required: ["email", "givenName", "familyName", "applications", "securityProfiles"],
          properties: {
            routingProfile: { default: "Basic Routing Profile" },
            securityProfiles: { minItems: 1, maxItems: 10 },
            createInIdentityCenter: { default: false },
            emailInConnect: { default: false },
          },
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
      "a role name with a space",
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
    [
      "an instanceArn of GovCloud in the commercial partition",
      {
        instanceArn: "arn:aws:connect:us-gov-west-1:123456789012:instance/x",
        applications: { agent: {} },
      },
      "/instanceArn pattern",
    ],
    [
      "an instanceArn of the China partition",
      {
        instanceArn: "arn:aws-cn:connect:cn-north-1:123456789012:instance/x",
        applications: { agent: {} },
      },
      "/instanceArn pattern",
    ],
    ["no application", { instanceArn, applications: {} }, "/applications minProperties"],
  ])("%s", (_, config, ...places) => {
    expect(underlined(config)).toEqual(places);
  });
});

describe("Of people, an editor underlines what the synthesis refuses", () => {
  const instanceArn =
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
  const user = {
    email: "agent1@example.com",
    givenName: "Ana",
    familyName: "Silva",
    applications: ["agent"],
    securityProfiles: ["Agent"],
  };
  const assign = (value: unknown) => ({ applications: { agent: { assign: value } } });
  const identityCenter = (value: unknown) => ({ identityCenter: value });
  const users = (...values: unknown[]) => ({ users: values });

  test.each<[what: string, config: object, ...keys: string[]]>([
    ["nothing of anybody", {}],
    ["empty lists", { ...assign({ groups: [], users: [] }), ...users() }],
    ["empty mappings", { ...assign({}), ...identityCenter({}) }],
    [
      "groups and users by name and ID",
      assign({
        groups: ["Köln / Support 📞", "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"],
        users: ["ana+night@example.com", "1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"],
      }),
    ],
    ["the longest names", assign({ groups: ["g".repeat(1024)], users: ["u".repeat(128)] })],
    [
      "names that are too long",
      assign({ groups: ["g".repeat(1025)], users: ["u".repeat(129)] }),
      "applications.agent.assign.groups.0",
      "applications.agent.assign.users.0",
    ],
    [
      "empty names",
      assign({ groups: ["ConnectAgents", ""], users: [""] }),
      "applications.agent.assign.groups.1",
      "applications.agent.assign.users.0",
    ],
    [
      "names of two lines",
      assign({ groups: ["Connect\nAgents"], users: ["agent1\nagent2"] }),
      "applications.agent.assign.groups.0",
      "applications.agent.assign.users.0",
    ],
    [
      "spaces around names",
      assign({ groups: [" ConnectAgents", "ConnectAdmins "], users: [" agent1@example.com"] }),
      "applications.agent.assign.groups.0",
      "applications.agent.assign.groups.1",
      "applications.agent.assign.users.0",
    ],
    ["null for assign", assign(null), "applications.agent.assign"],
    ["an unknown key of assign", assign({ group: [] }), "applications.agent.assign.group"],
    [
      "text where lists belong",
      assign({ groups: "ConnectAgents", users: "agent1@example.com" }),
      "applications.agent.assign.groups",
      "applications.agent.assign.users",
    ],
    [
      "what is no text in lists",
      assign({ groups: [42, null], users: [[], {}] }),
      "applications.agent.assign.groups.0",
      "applications.agent.assign.groups.1",
      "applications.agent.assign.users.0",
      "applications.agent.assign.users.1",
    ],
    [
      "the ARN of an application",
      {
        applications: {
          agent: {
            applicationArn:
              "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef",
          },
        },
      },
    ],
    [
      "the ARN of an instance for an application's",
      {
        applications: {
          agent: { applicationArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" },
        },
      },
      "applications.agent.applicationArn",
    ],
    [
      "where Identity Center is",
      identityCenter({ region: "ap-southeast-2", accountId: "012345678901", createGroups: [] }),
    ],
    ["a region that is none", identityCenter({ region: "us-east" }), "identityCenter.region"],
    [
      "an account ID that is a number",
      identityCenter({ accountId: 123456789012 }),
      "identityCenter.accountId",
    ],
    [
      "an account ID with dashes",
      identityCenter({ accountId: "1234-5678-9012" }),
      "identityCenter.accountId",
    ],
    [
      "an ARN of Identity Center that is one of an account",
      identityCenter({ instanceArn: "arn:aws:sso::123456789012:instance/ssoins-1234567890abcdef" }),
      "identityCenter.instanceArn",
    ],
    [
      "null, an empty name and spaces for groups to make",
      identityCenter({ createGroups: [null, "", " ConnectAgents"] }),
      "identityCenter.createGroups.0",
      "identityCenter.createGroups.1",
      "identityCenter.createGroups.2",
    ],
    [
      "users with all that they can have",
      users(user, {
        ...user,
        email: "agent_2.b-c@mail.example.com",
        routingProfile: "Back Office",
        securityProfiles: ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10"],
        deskPhone: "+123456789012345",
        createInIdentityCenter: true,
        emailInConnect: true,
      }),
    ],
    [
      "a user without anything",
      users(user, {}),
      "users.1.applications",
      "users.1.email",
      "users.1.familyName",
      "users.1.givenName",
      "users.1.securityProfiles",
    ],
    ["text and null for users", users("agent1@example.com", null), "users.0", "users.1"],
    ["a mapping of users", { users: { agent1: user } }, "users"],
    ["an unknown key of a user", users({ ...user, phone: "" }), "users.0.phone"],
    ["no domain", users({ ...user, email: "agent1" }), "users.0.email"],
    ["a user name with a space", users({ ...user, userName: "john doe" }), "users.0.userName"],
    [
      "empty names of a user",
      users({ ...user, givenName: "", familyName: " " }),
      "users.0.familyName",
      "users.0.givenName",
    ],
    [
      "empty lists of a user",
      users({ ...user, applications: [], securityProfiles: [] }),
      "users.0.applications",
      "users.0.securityProfiles",
    ],
    [
      "eleven security profiles",
      users({
        ...user,
        securityProfiles: ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11"],
      }),
      "users.0.securityProfiles",
    ],
    [
      "profiles with spaces around them",
      users({ ...user, routingProfile: "Sales ", securityProfiles: ["Agent", " Admin"] }),
      "users.0.routingProfile",
      "users.0.securityProfiles.1",
    ],
    ["a phone number with spaces", users({ ...user, deskPhone: "+1 206" }), "users.0.deskPhone"],
    [
      "a phone number of 16 digits",
      users({ ...user, deskPhone: "+1234567890123456" }),
      "users.0.deskPhone",
    ],
    [
      "text for true or false",
      users({ ...user, createInIdentityCenter: "yes", emailInConnect: null }),
      "users.0.createInIdentityCenter",
      "users.0.emailInConnect",
    ],
  ])("%s", (_, part, ...keys) => {
    const config = { instanceArn, applications: { agent: {} }, ...part };
    expect(refusedKeys(JSON.stringify(config))).toEqual(keys);
    expect(underlinedKeys(config)).toEqual(keys);
  });
});
