import { london, moduleOf } from "../../../support/terraform-module";

/**
 * What OpenTofu 1.8 and Terraform 1.7 both know in test files, by the type of the block.
 *
 * @see https://opentofu.org/docs/cli/commands/test/
 * @see https://developer.hashicorp.com/terraform/language/tests
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  mock_provider: ["alias", "source", "for_each"],
  mock_resource: ["defaults"],
  mock_data: ["defaults"],
  override_resource: ["target", "values"],
  override_data: ["target", "values"],
  override_module: ["target", "outputs"],
  run: ["command", "expect_failures", "providers"],
  module: ["source", "version"],
  assert: ["condition", "error_message"],
};

/** A line of a test file that some program does not know, or a function where some call none. */
function unknownLines(text: string): string[] {
  const withoutHeredocs = text.replace(/<<EOT\n[^]*?\nEOT$/gm, '""');
  const open: string[] = [];
  return withoutHeredocs.split("\n").filter((line) => {
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const [, type] = /^ *(\w+)(?: "[^"]*")* \{/.exec(line) ?? [];
    const [, name = ""] = /^ *(\w+) += /.exec(line) ?? [];
    const depth = indent / 2;
    if (type !== undefined) {
      open[depth] = type;
      return type !== "variables" && !Object.hasOwn(KNOWN, type);
    }
    const within = open[depth - 1];
    if (open.slice(0, depth).includes("variables"))
      return /\w\(/.test(line.replace(/"[^"]*"/g, ""));
    return name !== "" && within !== undefined && KNOWN[within]?.includes(name) !== true;
  });
}

describe("the test files of a module", () => {
  const files = () =>
    [
      ...["admin-guide", "connect-sso", "govcloud", "people", "shared-role"].map((name) =>
        moduleOf(`examples/${name}.yaml`),
      ),
      london("applications: { agent: { assign: { groups: [ConnectAgents] } }, admin: {} }\n"),
    ]
      .flatMap((module) => Object.entries(module))
      .filter(([path]) => path.endsWith(".tftest.hcl"));

  it("have nothing that OpenTofu or Terraform 1.7 does not know", () => {
    expect(files()).toHaveLength(6 * 2 + 2);
    for (const [path, text] of files()) {
      expect([path, unknownLines(text)]).toEqual([path, []]);
    }
  });

  it("would be found out if they had", () => {
    expect(unknownLines('mock_provider "aws" {\n  override_during = plan\n}\n')).toEqual([
      "  override_during = plan",
    ]);
    expect(unknownLines('run "x" {\n  state_key = "y"\n}\n')).toEqual(['  state_key = "y"']);
    expect(unknownLines('variables {\n  x = file("y")\n}\n')).toEqual(['  x = file("y")']);
    expect(unknownLines('variable "x" {\n}\n')).toEqual(['variable "x" {']);
  });
});
