import { type Block, expression, hcl, type Json, plain } from "../../hcl";

/*
 * Blocks of tests that Terraform 1.7 and OpenTofu 1.8 know. The tests mock the AWS provider, so they
 * need no account, and they plan rather than apply, since Terraform could not destroy protected
 * resources afterwards. So they check what a plan knows: neither IDs nor ARNs of resources.
 *
 * https://developer.hashicorp.com/terraform/language/tests/mocking
 * https://opentofu.org/docs/cli/commands/test/
 */

/** Writes a test file, with the blocks that all its runs have in common. */
export function testFile(common: readonly Block[], runs: readonly Block[]): string {
  return hcl([{ type: "mock_provider", labels: ["aws"] }, ...common, ...runs]);
}

/** Mocks a provider that the module is passed under an alias. */
export function passedMock(alias: string): Block {
  return { type: "mock_provider", labels: ["aws"], attributes: { alias } };
}

/** Gives a data source its values; a mock makes up all others. */
export function dataSource(target: string, values: Json): Block {
  return {
    type: "override_data",
    attributes: { target: `\${${target}}`, values: plain(values) },
  };
}

/** @param values in which strings are templates */
export function variables(values: Readonly<Record<string, Json>>): Block {
  return { type: "variables", attributes: values };
}

/** Run with asserts, and a name that says what they check; without asserts there is none. */
export function run(name: string, asserts: readonly Block[], set: readonly Block[] = []): Block[] {
  return asserts.length === 0
    ? []
    : [
        {
          type: "run",
          labels: [name],
          attributes: { command: "${plan}" },
          blocks: [...set, ...asserts],
        },
      ];
}

/**
 * @param what names the run
 * @param by addresses of everything that must fail; nothing else may fail
 */
export function refused(what: string, by: readonly string[], set: readonly Block[]): Block {
  return {
    type: "run",
    labels: [`refuses_${what}`],
    attributes: { command: "${plan}", expect_failures: by.map((one) => `\${${one}}`) },
    blocks: set,
  };
}

export function holds(condition: string, message: string): Block {
  return {
    type: "assert",
    attributes: { condition: `\${${condition}}`, error_message: plain(message) },
  };
}

export function same(actual: string, expected: string, message: string): Block {
  return holds(`${actual} == ${expected}`, message);
}

/** Attribute of every instance of a resource, by key: `each("aws_connect_user.user", "name")`. */
export function each(resource: string, attribute: string): string {
  return `{ for key, one in ${resource} : key => one.${attribute} }`;
}

/** Object whose values are expressions. */
export function object(entries: readonly (readonly [key: string, value: string])[]): string {
  return `{ ${entries.map(([key, value]) => `${text(key)} = ${value}`).join(", ")} }`;
}

export function list(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

export function text(value: string): string {
  return expression(value);
}
