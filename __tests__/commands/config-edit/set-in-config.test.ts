import { setInConfig } from "../../../modules/commands/config-edit";

const ARN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ofAgent = { path: ["applications", "agent", "applicationArn"], value: ARN } as const;
const region = { path: ["identityCenter", "region"], value: "us-east-1" } as const;

/** The text that comes of a change, of a file with these lines. */
function changed(lines: readonly string[], changes: Parameters<typeof setInConfig>[1] = [ofAgent]) {
  return setInConfig(lines.join("\n"), changes)?.text.split("\n");
}

describe("setting values in the text of a config", () => {
  it("adds a line after the last one of the mapping, and leaves comments, spaces and order", () => {
    const before = [
      "# ours",
      "applications:   # two",
      "    agent:",
      "        assign:",
      "            groups:",
      "                - ConnectAgents   # all of them",
      "",
      "    # the others",
      "    admin:",
      "",
    ];
    expect(changed(before)).toEqual([
      ...before.slice(0, 6),
      `        applicationArn: ${ARN}`,
      ...before.slice(6),
    ]);
  });

  it("replaces a value, in quotes too, and keeps the comment after it", () => {
    const before = ["applications:", '  agent: { applicationArn: "old" } # by hand', ""];
    expect(changed(before)).toEqual([
      "applications:",
      `  agent: { applicationArn: ${ARN} } # by hand`,
      "",
    ]);
  });

  it("fills empty braces, braces with values, and a key without a value", () => {
    expect(changed(["applications: { agent: {} }"])).toEqual([
      `applications: { agent: { applicationArn: ${ARN} } }`,
    ]);
    expect(changed(["applications:", "  agent: { newDomain: true }", ""])).toEqual([
      "applications:",
      `  agent: { newDomain: true, applicationArn: ${ARN} }`,
      "",
    ]);
    expect(changed(["applications:", "  agent: # soon", "  admin:"])).toEqual([
      "applications:",
      "  agent: # soon",
      `    applicationArn: ${ARN}`,
      "  admin:",
    ]);
  });

  it("adds a whole mapping at the end, with or without a line end there", () => {
    expect(changed(["applications: { agent: {} }", ""], [region])).toEqual([
      "applications: { agent: {} }",
      "identityCenter:",
      "  region: us-east-1",
      "",
    ]);
    expect(changed(["applications: { agent: {} }"], [region])).toEqual([
      "applications: { agent: {} }",
      "identityCenter:",
      "  region: us-east-1",
    ]);
  });

  it("keeps the line ends of Windows", () => {
    const text = "applications:\r\n  agent:\r\n    newDomain: true\r\n";
    expect(setInConfig(text, [ofAgent])?.text).toBe(
      `applications:\r\n  agent:\r\n    newDomain: true\r\n    applicationArn: ${ARN}\r\n`,
    );
  });

  it("adds after a text of several lines", () => {
    const before = ["applications:", "  agent:", "    displayName: |-", "      Agents", "", "x: 1"];
    expect(changed(before)).toEqual([
      ...before.slice(0, 4),
      `    applicationArn: ${ARN}`,
      ...before.slice(4),
    ]);
  });

  it("writes values in quotes where YAML would read something else", () => {
    const value = (text: string) =>
      changed(["a: {}"], [{ path: ["a", "b"], value: text }])?.join("");
    expect(value("metadata/agent.xml")).toBe("a: { b: metadata/agent.xml }");
    expect(value("metadata/our agents, new.xml")).toBe('a: { b: "metadata/our agents, new.xml" }');
    expect(value("012")).toBe('a: { b: "012" }');
    expect(value("yes")).toBe('a: { b: "yes" }');
  });

  it("lists the lines that differ, by their numbers before and after", () => {
    const text = "applications:\n  admin:\n    newDomain: true\n  agent: {}\n";
    const ofAdmin = { path: ["applications", "admin", "applicationArn"], value: "arn:x" } as const;
    expect(setInConfig(text, [ofAgent, ofAdmin, region])?.lines).toEqual([
      { is: "added", line: 4, text: "    applicationArn: arn:x" },
      { is: "removed", line: 4, text: "  agent: {}" },
      { is: "added", line: 5, text: `  agent: { applicationArn: ${ARN} }` },
      { is: "added", line: 6, text: "identityCenter:" },
      { is: "added", line: 7, text: "  region: us-east-1" },
    ]);
  });

  it.each([
    ["an alias in its place", "applications:\n  admin: &a {}\n  agent: *a\n"],
    ["a mapping that another shares", "applications:\n  agent: &a { x: 1 }\n  admin: *a\n"],
    ["a list in its place", "applications: []\n"],
    ["text in its place", "applications:\n  agent: yes\n"],
    ["a value of several lines", 'applications:\n  agent:\n    applicationArn: "a\n      b"\n'],
    ["text that is not YAML", "applications: {\n"],
  ])("does nothing with %s", (_, text) => {
    expect(setInConfig(text, [ofAgent])).toBeUndefined();
  });

  it("is done in a config in which hundreds of users have an alias", () => {
    const before = [
      "applications: { agent: {} }",
      "users:",
      "  - { securityProfiles: &profiles [Agent] }",
      ...Array.from({ length: 300 }, () => "  - { securityProfiles: *profiles }"),
    ];
    expect(changed(before)).toEqual([
      `applications: { agent: { applicationArn: ${ARN} } }`,
      ...before.slice(1),
    ]);
  });
});
