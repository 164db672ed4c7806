import { ConfigSource } from "../../../modules/config/source";
import {
  agent,
  ARN,
  load,
  ONE,
  OTHER_ACCOUNT,
  person,
  settingsOf,
  testReports,
  top,
  user,
  whole,
} from "../../support/config";

describe("A mistake in YAML is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a tab for indentation",
      whole(ARN, "applications:", "\tagent: {}"),
      "error: config/workshop.yaml:3:1 is not valid YAML: Tabs are not allowed as indentation; correct the syntax here",
    ],
    [
      "a key without a space after its colon",
      agent(
        "samlMetadataFile: metadata/agent.xml",
        "applicationArn:arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111",
      ),
      'error: config/workshop.yaml:5:5 has no space after "applicationArn:"; put one there',
    ],
    [
      "the same before other keys",
      agent("samlMetadataFile:metadata/agent.xml", "destination: /ccp-v2"),
      'error: config/workshop.yaml:4:5 has no space after "samlMetadataFile:"; put one there',
    ],
    [
      "the same before braces",
      whole(ARN, "applications:", "  agent:{}"),
      'error: config/workshop.yaml:3:3 applications: "agent:{}" is text; it takes a mapping of keys to values; put a space after "agent:"',
    ],
    [
      "a bracket left open",
      whole(ARN, "applications: { agent: {}"),
      "error: config/workshop.yaml:3:1 is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }; correct the syntax here",
    ],
    [
      "a line out of its column",
      whole(ARN, "applications:", "  agent: {}", " admin: {}"),
      "error: config/workshop.yaml:4:1 is not valid YAML: All mapping items must start at the same column; correct the syntax here",
    ],
    [
      "a colon in unquoted text",
      agent("displayName: Amazon Connect: Agent"),
      "error: config/workshop.yaml:4:18 is not valid YAML: Nested mappings are not allowed in compact mappings; correct the syntax here",
    ],
    [
      "an unknown tag",
      top("namePrefix: !env PREFIX"),
      "error: config/workshop.yaml:3:13 is not valid YAML: Unresolved tag: !env; correct the syntax here",
    ],
    [
      "a key twice, and what else is wrong in the file",
      agent("roleName: Agent", "roleName: Admin", "rolname: Lead"),
      'error: config/workshop.yaml:5:5 "roleName" is listed twice in one mapping; remove one of the two',
      'error: config/workshop.yaml:6:5 applications.agent.rolname: "rolname" is not a key here; did you mean roleName?',
    ],
    [
      "a key twice, once as a number and once as text",
      top('tags: { 1: x, "1": y }'),
      'error: config/workshop.yaml:3:15 "1" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a key with a colon in it twice",
      top('tags: { "x: y": a, "x: y": b }'),
      'error: config/workshop.yaml:3:20 "x: y" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a number under a key that is a number",
      top("tags: { 2024: 5 }"),
      "error: config/workshop.yaml:3:15 tags.2024: 5 is a number; it takes text; put it in quotes",
    ],
    [
      "an application twice",
      whole(ARN, "applications: { agent: {}, agent: {} }"),
      'error: config/workshop.yaml:2:28 "agent" is listed twice in one mapping; remove one of the two',
    ],
    [
      "a mistake beside a merged mapping",
      whole(
        ARN,
        "applications:",
        "  agent: &same { sessionDuration: 8h }",
        "  admin:",
        "    <<: *same",
        "    roleName: My Role",
      ),
      'error: config/workshop.yaml:6:15 applications.admin.roleName: "My Role" has a space; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
    ],
    [
      "an alias bomb",
      whole(
        "a: &a [x,x,x,x,x,x,x,x,x,x]",
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]",
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]",
        "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]",
        "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]",
        "f: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]",
      ),
      "error: config/workshop.yaml:1:1 repeats values with aliases (*) to more than 1,000,000 values; no config needs that; write fewer aliases",
    ],
    [
      "an alias within what it stands for",
      whole("a: &a [x, *a]"),
      "error: config/workshop.yaml:1:1 repeats values with aliases (*) to more than 1,000,000 values; no config needs that; write fewer aliases",
    ],
    [
      "an empty file",
      whole(),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a file of comments",
      whole("# to do"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a file of a document mark",
      whole("---"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a document of null",
      whole("--- ~"),
      "error: config/workshop.yaml:1:1 is empty; give at least instanceArn and applications",
    ],
    [
      "a second document",
      whole(ARN, ONE, "---", OTHER_ACCOUNT, ONE),
      "error: config/workshop.yaml:3:1 has a second document; write a file for each instance",
    ],
    [
      "a second document, empty, after an end mark",
      whole(ARN, ONE, "...", "---"),
      "error: config/workshop.yaml:4:1 has a second document; write a file for each instance",
    ],
    [
      "a file that is a list",
      whole("- agent", "- admin"),
      "error: config/workshop.yaml:1:1 is a list; it takes a mapping of keys to values; write it in that form",
    ],
    [
      "a file that is text",
      whole("agent"),
      'error: config/workshop.yaml:1:1 "agent" is text; it takes a mapping of keys to values; write it in that form',
    ],
  ]);
});

describe("A key that no mapping here has is reported, and the rest is checked", () => {
  testReports([
    [
      "__proto__ beside the keys of an application, which are checked",
      agent("__proto__: { roleName: Agent }", "roleName: My Role"),
      'error: config/workshop.yaml:4:5 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:5:15 applications.agent.roleName: "My Role" has a space; an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters); write "My-Role"',
    ],
    [
      "__proto__ among the applications, which are checked",
      whole(ARN, "applications:", "  __proto__: {}", "  team-lead: {}"),
      'error: config/workshop.yaml:3:3 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:4:3 applications.team-lead: "team-lead" has "-"; an application\'s key takes letters, digits and _, as it becomes part of Terraform names (1 to 32 characters); write "team_lead"',
    ],
    [
      "__proto__ in quotes among the tags, which are checked",
      top('tags: { "__proto__": a, team: 1 }'),
      'error: config/workshop.yaml:3:9 "__proto__" is not a key here; remove it',
      "error: config/workshop.yaml:3:31 tags.team: 1 is a number; it takes text; put it in quotes",
    ],
    [
      "__proto__ in the permission, which is checked",
      top("permission: { __proto__: inline, forms: user-resource }"),
      'error: config/workshop.yaml:3:15 "__proto__" is not a key here; remove it',
      'error: config/workshop.yaml:3:34 permission.forms: "forms" is not a key here; did you mean form?',
    ],
    [
      "__proto__ where no mapping belongs",
      top("namePrefix: [{ __proto__: EMEA- }]"),
      "error: config/workshop.yaml:3:13 namePrefix: is a list; it takes text; write it in that form",
      'error: config/workshop.yaml:3:16 "__proto__" is not a key here; remove it',
    ],
    [
      "a list for a key, and what else is wrong in the file",
      top("? [a, b]", ": x", "protect: yes"),
      "error: config/workshop.yaml:3:3 has a key that is not text; write it as text",
      'error: config/workshop.yaml:5:10 protect: "yes" is text; it takes true or false; write true',
    ],
    [
      "a mapping for an application's key",
      whole(ARN, "applications:", "  ? { agent: desk }", "  : {}", "  admin: {}"),
      "error: config/workshop.yaml:3:5 has a key that is not text; write it as text",
    ],
  ]);
});

describe("The place of a mistake is found among", () => {
  testReports([
    [
      "entries of lists at every depth, in block style",
      top(
        "users:",
        "- email: agent1@example.com",
        "  givenName: Ana",
        "  familyName: Silva",
        "  applications:",
        "  - agent",
        "  securityProfiles:",
        "  - Agent",
        "  -",
        "    5",
        "- email: agent2@example.com",
        "  givenName: 7",
      ),
      "error: config/workshop.yaml:12:5 users.0.securityProfiles.1: 5 is a number; it takes text; put it in quotes",
      "error: config/workshop.yaml:13:3 users.1.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:13:3 users.1.applications: is missing; name the applications that the user signs in through, such as [agent]",
      "error: config/workshop.yaml:13:3 users.1.securityProfiles: is missing; name the user's security profiles, such as [Agent]",
      "error: config/workshop.yaml:14:14 users.1.givenName: 7 is a number; it takes text; put it in quotes",
    ],
    [
      "entries of lists over several lines, in flow style",
      top(
        "users: [",
        "  { email: agent1+night@example.com,",
        "    givenName: Ana, familyName: Silva, applications: [",
        "      agent,",
        "      agent",
        "    ], securityProfiles: [Agent] }, agent2 ]",
      ),
      'error: config/workshop.yaml:4:12 users.0.email: "agent1+night@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
      'error: config/workshop.yaml:7:7 users.0.applications.1: "agent" is listed twice; remove one',
      'error: config/workshop.yaml:8:37 users.1: "agent2" is text; it takes a mapping of keys to values; write it in that form',
    ],
    [
      "one key in a flow list",
      top("users: [email: agent1@example.com]"),
      "error: config/workshop.yaml:3:9 users.0.givenName: is missing; give the user's given name",
      "error: config/workshop.yaml:3:9 users.0.familyName: is missing; give the user's family name",
      "error: config/workshop.yaml:3:9 users.0.applications: is missing; name the applications that the user signs in through, such as [agent]",
      "error: config/workshop.yaml:3:9 users.0.securityProfiles: is missing; name the user's security profiles, such as [Agent]",
    ],
    [
      "text over several lines",
      agent(
        "assign:",
        "  users:",
        "    - agent1",
        "    - >-",
        "      Ana",
        "      Silva",
        "    - 'agent2",
        "      night'",
      ),
      'error: config/workshop.yaml:7:11 applications.agent.assign.users.1: "Ana Silva" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
      'error: config/workshop.yaml:10:11 applications.agent.assign.users.2: "agent2 night" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "Windows line ends",
      agent("assign:", "  groups:", "    - ConnectAgents", "    - 42").replaceAll("\n", "\r\n"),
      "error: config/workshop.yaml:7:11 applications.agent.assign.groups.1: 42 is a number; it takes text; put it in quotes",
    ],
    [
      "a list that is an alias, reported at both places that it is for",
      whole(
        ARN,
        "applications:",
        "  agent:",
        "    assign:",
        "      users: &everybody",
        "        - agent1@example.com",
        "        - Ana Silva",
        "  admin:",
        "    assign: { users: *everybody }",
        "roles: shared",
      ),
      'error: config/workshop.yaml:7:11 applications.agent.assign.users.1: "Ana Silva" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
      'error: config/workshop.yaml:7:11 applications.admin.assign.users.1: "Ana Silva" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "an entry that is an alias, reported where it is written",
      agent("displayName: &name Contact Center", "assign: { users: [agent1@example.com, *name] }"),
      'error: config/workshop.yaml:4:24 applications.agent.assign.users.1: "Contact Center" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
    ],
    [
      "an entry with an anchor",
      agent('assign: { groups: [&night " ConnectNight", *night] }'),
      'error: config/workshop.yaml:4:31 applications.agent.assign.groups.0: " ConnectNight" has spaces around it; write "ConnectNight"',
      'error: config/workshop.yaml:4:31 applications.agent.assign.groups.1: " ConnectNight" has spaces around it; write "ConnectNight"',
    ],
    [
      "a user that is an alias",
      top(
        "users:",
        "  - &ana { email: agent1+night@example.com, givenName: Ana, familyName: Silva, applications: [agent], securityProfiles: [Agent] }",
        "  - *ana",
      ),
      'error: config/workshop.yaml:4:19 users.1.email: "agent1+night@example.com" is the address of users.0 too; remove one of the two',
      'error: config/workshop.yaml:4:19 users.0.email: "agent1+night@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
      'error: config/workshop.yaml:4:19 users.1.email: "agent1+night@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another address; or set roleSessionName: userName, and give the user name in Identity Center as userName',
    ],
    [
      "a user's application that is merged in, reported where it is written",
      top(
        "users:",
        "  - &ana { email: agent1@example.com, applications: [agnet], givenName: Ana, familyName: Silva, securityProfiles: [Agent] }",
        "  - { <<: *ana, email: agent2@example.com }",
      ),
      'error: config/workshop.yaml:4:54 users.0.applications.0: "agnet" is not the key of an application here; did you mean agent?',
      'error: config/workshop.yaml:4:54 users.1.applications.0: "agnet" is not the key of an application here; did you mean agent?',
    ],
    [
      "a key that an alias lacks, reported where the alias stands",
      top(
        "users:",
        "  - &ana { email: agent1@example.com, familyName: Silva, applications: [agent], securityProfiles: [Agent] }",
        "  - *ana",
      ),
      "error: config/workshop.yaml:4:10 users.0.givenName: is missing; give the user's given name",
      'error: config/workshop.yaml:4:19 users.1.email: "agent1@example.com" is the address of users.0 too; remove one of the two',
      "error: config/workshop.yaml:5:5 users.1.givenName: is missing; give the user's given name",
    ],
    [
      "a phone number that is an alias",
      user('tel: &tel "206"', "deskPhone: *tel"),
      'error: config/workshop.yaml:9:5 users.0.tel: "tel" is not a key here; the keys are email, userName, givenName, familyName, applications, routingProfile, securityProfiles, hierarchyGroup, autoAccept, afterContactWorkSeconds, deskPhone, secondaryEmail, tags, connectUserId, createInIdentityCenter, emailInConnect; remove it',
      'error: config/workshop.yaml:9:15 users.0.deskPhone: "206" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
  ]);
});

describe("YAML", () => {
  test("an application's key without a value takes every default", () => {
    expect(settingsOf(ARN, "applications:", "  admin:").applications).toMatchObject([
      { key: "admin", displayName: "Amazon Connect - Admin", sessionSeconds: 43200 },
    ]);
  });

  test("two merge keys in one mapping both count", () => {
    expect(
      settingsOf(
        ARN,
        "applications:",
        "  agent: &agent { sessionDuration: 8h }",
        "  lead: &lead { destination: /ccp-v2 }",
        "  admin:",
        "    <<: *agent",
        "    <<: *lead",
      ).applications[2],
    ).toMatchObject({ sessionSeconds: 28800, destination: "/ccp-v2" });
  });

  test("anchors and merge keys say a thing once", () => {
    expect(
      settingsOf(
        ARN,
        "applications:",
        "  agent: &desk",
        "    sessionDuration: 8h",
        "    destination: &page /ccp-v2",
        "    newDomain: true",
        "  lead:",
        "    <<: *desk",
        "    sessionDuration: 4h",
        "  admin:",
        "    destination: *page",
      ).applications,
    ).toMatchObject([
      { key: "agent", sessionSeconds: 28800, destination: "/ccp-v2", newDomain: true },
      { key: "lead", sessionSeconds: 14400, destination: "/ccp-v2", newDomain: true },
      { key: "admin", sessionSeconds: 43200, destination: "/ccp-v2", newDomain: false },
    ]);
  });

  test("may be JSON, have a document mark, a byte order mark, and Windows line ends", () => {
    const json = `{"${ARN.replace(": ", '": "')}", "applications": {"agent": {}}}`;
    const { instances, reported } = load({
      "json.yaml": json,
      "windows.yaml": `\uFEFF---\r\n${OTHER_ACCOUNT}\r\napplications:\r\n  agent: {}\r\n`,
    });
    expect(reported).toEqual([]);
    expect(instances.map(({ applications }) => applications[0]?.displayName)).toEqual([
      "Amazon Connect - Agent",
      "Amazon Connect - Agent",
    ]);
  });
});

/** The YAML of a file that can be read. */
function sourceOf(...lines: string[]): ConfigSource {
  const { source, problems } = ConfigSource.read("config/workshop.yaml", whole(...lines));
  expect(problems).toEqual([]);
  if (!source) throw new Error("no source");
  return source;
}

describe("A key that is merged in", () => {
  test("is there as its own, and its value is found where it is written", () => {
    const source = sourceOf("base: &base { sessionDuration: 8h }", "agent: { <<: *base }");
    expect(source.has(["agent", "sessionDuration"])).toBe(true);
    expect(source.problem(["agent", "sessionDuration"], "is long")).toMatchObject({
      line: 1,
      column: 32,
      message: '"8h" is long',
    });
  });

  test("counts less than the mapping's own, and of a list the first counts", () => {
    const source = sourceOf(
      "one: &one { a: 1, b: 1 }",
      "two: &two { a: 2, b: 2, c: 2 }",
      "all: { <<: [*one, *two], b: 3 }",
    );
    expect(source.data).toMatchObject({ all: { a: 1, b: 3, c: 2 } });
    const messages = ["a", "b", "c"].map((key) => source.problem(["all", key], "it is").message);
    expect(messages).toEqual(["1 it is", "3 it is", "2 it is"]);
  });
});

describe("A problem", () => {
  test("with a value that is missing is where its parent is", () => {
    const source = sourceOf("applications:", "  agent:", "    displayName: Desk");
    expect(source.has(["applications", "agent", "roleName"])).toBe(false);
    expect(source.problem(["applications", "agent", "roleName"], "is missing")).toEqual({
      severity: "error",
      file: "config/workshop.yaml",
      line: 2,
      column: 3,
      keyPath: "applications.agent.roleName",
      message: "is missing",
    });
  });

  test("with a key is where the key is, and names it", () => {
    expect(sourceOf("tags:", "  team: a").keyProblem(["tags", "team"], "is new")).toMatchObject({
      line: 2,
      column: 3,
      message: '"team" is new',
    });
  });

  test("shows a number as it is written, and a long text in its first 117 characters", () => {
    const source = sourceOf("account: 012345678901", `name: ${"n".repeat(121)}`);
    expect(source.problem(["account"], "is a number").message).toBe("012345678901 is a number");
    expect(source.problem(["name"], "is long").message).toBe(`"${"n".repeat(117)}..." is long`);
  });
});

describe("a config that would take gigabytes or minutes to parse is refused at once", () => {
  test.each([
    ["brackets", "[".repeat(1_000_000)],
    ["closed brackets", `${"[".repeat(500_000)}${"]".repeat(500_000)}`],
    ["braces", "{a: ".repeat(250_000)],
    ["dashes in one line", "- ".repeat(500_000)],
    ["indentation", Array.from({ length: 900 }, (_, level) => `${" ".repeat(level)}a:\n`).join("")],
  ])("for its %s", (what, text) => {
    const { source, problems } = ConfigSource.read("config/workshop.yaml", text);
    expect(source).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({
        line: what === "indentation" ? 51 : 1,
        message:
          "is nested deeper than 50 levels; no config needs that; write it with fewer levels",
      }),
    ]);
  });

  test("but not for many lists of one level each", () => {
    const text = `${"- [a]\n".repeat(1_000)}${"- '[['\n".repeat(1_000)}`;
    expect(ConfigSource.read("config/workshop.yaml", text).problems).toEqual([]);
  });
});

// Two megabytes of each: npm run proof -- bounds
describe("nothing but mistakes are reported by the first hundred, in little time", () => {
  test.each([
    ["lines that start with a tab", `a:\n${"\tb: 1\n".repeat(40_000)}`, 2],
    ["entries that start with a tab", "\t- a\n".repeat(12_000), 1],
    ["values after a quote", "a: 'b' c\n".repeat(7_000), 1],
    ["brackets that close nothing", "]\n".repeat(30_000), 1],
    ["braces that close nothing", "}}}}\n".repeat(12_000), 1],
    ["directives that do not exist", "%x\n".repeat(20_000), 1],
  ])("of %s", (_, text, line) => {
    const before = process.cpuUsage();
    const { source, problems } = ConfigSource.read("config/workshop.yaml", text);
    const { user, system } = process.cpuUsage(before);
    expect(source).toBeUndefined();
    expect(problems).toHaveLength(100);
    expect(problems[0]).toMatchObject({ severity: "error", line });
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});

describe("a config with thousands of the same takes time in proportion", () => {
  const seconds = (run: () => void): number => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };

  test.each<[string, string, (index: number) => (string | number)[]]>([
    [
      "keys of one mapping",
      Array.from({ length: 20_000 }, (_, index) => `key${String(index)}: x\n`).join(""),
      (index) => [`key${String(index)}`],
    ],
    [
      "users that merge another one",
      `x: &user { email: x }\nusers:\n${"  - { <<: *user }\n".repeat(20_000)}`,
      (index) => ["users", index, "email"],
    ],
  ])("with problems of %s", (_, text, path) => {
    const took = seconds(() => {
      const { source } = ConfigSource.read("config/workshop.yaml", text);
      const problems = Array.from({ length: 20_000 }, (__, index) =>
        source?.problem(path(index), "is wrong"),
      );
      expect(problems.at(-1)?.message).toBe('"x" is wrong');
    });
    expect(took).toBeLessThan(10);
  });

  test.each([
    { what: "list", name: "users", entry: () => "  - {}\n" },
    { what: "mapping", name: "tags", entry: (index: number) => `  t${String(index)}: x\n` },
  ])("and is refused where a $what has more than 20,000 entries", ({ what, name, entry }) => {
    const entries = Array.from({ length: 20_001 }, (_, index) => entry(index));
    const { source, problems } = ConfigSource.read("a.yaml", `${name}:\n${entries.join("")}`);
    expect(source).toBeUndefined();
    expect(problems).toEqual([
      {
        severity: "error",
        file: "a.yaml",
        line: 2,
        column: 3,
        message: `has a ${what} of 20,001 entries; a ${what} here has at most 20,000; write users to several files that usersFrom names, and other entries to several configs`,
      },
    ]);
  });
});

test("A list that each of 300 users has as an alias is taken", () => {
  const users = Array.from({ length: 300 }, (_, index) =>
    person(`agent${String(index)}@example.com`, "agent").replace("[Agent]", "*profiles"),
  );
  const first = person("first@example.com", "agent").replace("[Agent]", "&profiles [Agent]");
  const { instances, reported } = load(whole(ARN, ONE, "users:", first, ...users));
  expect(reported).toEqual([]);
  expect(instances[0]?.users[300]?.securityProfiles).toEqual(["Agent"]);
});
