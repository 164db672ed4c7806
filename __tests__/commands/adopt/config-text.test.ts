import { parse } from "yaml";

import { withList } from "../../../modules/commands/adopt/config-text";

const LIST = {
  roles: ["AmazonConnectAgentAccessRole"],
  connectUsers: { "agent1@example.com": "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01" },
  assignments: {
    agent: { "group Connect: Agents": "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f" },
  },
};
const LINES = `adopt:
  roles:
    - AmazonConnectAgentAccessRole
  connectUsers:
    agent1@example.com: 7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01
  assignments:
    agent:
      "group Connect: Agents": 9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f
`;
const REMARK =
  "# What exists, as connect-sso adopt found it. Remove this after the next deployment.\n";
const CONFIG = `# Our contact centre
instanceArn:   arn:aws:connect:us-east-1:123456789012:instance/x   # the only one

applications: {agent: {assign: {groups: [ Agents,Admins ]}}}   # in one line


tags: { }
`;

describe("The list of what exists", () => {
  it("comes to the end of a config, of which every other character stays", () => {
    expect(withList(CONFIG, LIST)).toBe(CONFIG + REMARK + LINES);
    expect(withList(CONFIG.trimEnd(), LIST)).toBe(CONFIG + REMARK + LINES);
  });

  it.each([
    ["true", "adopt: true # for now\n"],
    ["nothing", "adopt:\n"],
    ["a list", "adopt:\n  roles: [Other]\n  # a remark\n  groups: { A: b }\n"],
    ["a list in braces", "adopt: { roles: [Other],\n  groups: { A: b } }\n"],
    ["a list in quotes and dashes", "adopt:\n  roles:\n  - Other\n  - 'One more'\n"],
  ])("takes the place of %s between other keys and their remarks", (_, before) => {
    const after = "\n# People\nusers: []\n";
    expect(withList(CONFIG + before + after, LIST)).toBe(CONFIG + LINES + after);
    expect(withList(CONFIG + before, LIST)).toBe(CONFIG + LINES);
  });

  it("has no character that cannot be seen, and is read to the letter", () => {
    const id = "a\u001b[2J\u202e\n\u{e0041}é b";
    const written = withList(CONFIG, { groups: { "A\u200b": id } }) ?? "";
    expect(written).toBe(
      `${CONFIG}${REMARK}adopt:\n  groups:\n    "A\\u200b": "a\\u001b[2J\\u202e\\n\\U000e0041é b"\n`,
    );
    expect(parse(written)).toMatchObject({ adopt: { groups: { "A\u200b": id } } });
  });

  it("written twice is the same as written once", () => {
    const once = withList(CONFIG, LIST) ?? "";
    expect(withList(once, LIST)).toBe(once);
  });

  it("leaves, when nothing exists", () => {
    expect(withList(`${CONFIG}adopt: true\nusers: []\n`, {})).toBe(`${CONFIG}users: []\n`);
    expect(withList(CONFIG, {})).toBe(CONFIG);
    for (const config of [CONFIG, "  a: 1\r\n  b: 2\r\n"]) {
      expect(withList(withList(config, LIST) ?? "", {})).toBe(config);
    }
  });

  it("has the line ends and the indentation of the file", () => {
    const windows = withList("a: 1\r\nb: 2\r\n", { roles: ["R"] });
    expect(windows).toBe(
      `a: 1\r\nb: 2\r\n${REMARK.trimEnd()}\r\nadopt:\r\n  roles:\r\n    - R\r\n`,
    );
    const indented = withList("  a: 1\n  b: 2\n", { roles: ["R"] });
    expect(indented).toBe(`  a: 1\n  b: 2\n  ${REMARK}  adopt:\n    roles:\n      - R\n`);
  });

  it.each([
    ["one mapping in braces", "{ a: 1 }\n"],
    ["an end of its document", "a: 1\n...\n"],
    ["an anchor that others use", "adopt: &all { roles: [R] }\nb: *all\n"],
  ])("is not put into a file with %s", (_, config) => {
    expect(withList(config, LIST)).toBeUndefined();
  });
});
