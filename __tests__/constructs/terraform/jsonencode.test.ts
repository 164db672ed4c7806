import { Fn, Lazy, TerraformOutput, TerraformVariable } from "cdktf";

import { jsonencode, literal } from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

type Policy = Parameters<typeof jsonencode>[0];

/** What Terraform makes the JSON of; the policy may have a variable. */
function written(policyOf: (given: TerraformVariable) => Policy): string | undefined {
  const { output } = synthesized((stack) => {
    const policy = policyOf(new TerraformVariable(stack, "given", {}));
    new TerraformOutput(stack, "policy", { value: jsonencode(policy) });
  });
  return /^\$\{jsonencode\((.*)\)\}$/.exec(output?.["policy"]?.value ?? "")?.[1];
}

describe("a policy in Terraform", () => {
  it("has texts, lists and objects", () => {
    expect(
      written(() => ({ Version: "2012-10-17", Statement: [{ Action: ["a:B", "a:C"] }] })),
    ).toBe('{"Version" = "2012-10-17", "Statement" = [{"Action" = ["a:B", "a:C"]}]}');
    expect(written(() => ({ Statement: [] }))).toBe('{"Statement" = []}');
  });

  it("leaves variables of IAM to IAM", () => {
    expect(written(() => ({ Resource: literal("arn:x/user/${aws:userid}") }))).toBe(
      '{"Resource" = "arn:x/user/$${aws:userid}"}',
    );
    expect(written(({ stringValue }) => [`${stringValue}/${literal("${aws:userid}")}`])).toBe(
      '["${var.given}/$${aws:userid}"]',
    );
  });

  it("has expressions for what only Terraform knows: texts and lists", () => {
    expect(written(({ stringValue, listValue }) => ({ One: stringValue, Many: listValue }))).toBe(
      '{"One" = var.given, "Many" = var.given}',
    );
    expect(written(({ stringValue }) => [Fn.join("/", [stringValue, "user"])])).toBe(
      '[join("/", [var.given, "user"])]',
    );
  });

  it("has templates for texts of which Terraform knows parts", () => {
    expect(
      written(({ stringValue: one }) => [`${one}${one}`, `${Fn.replace(one, "a", "b")}/user`]),
    ).toBe('["${var.given}${var.given}", "${replace(var.given, "a", "b")}/user"]');
  });

  it("is the same where CDKTF knows a text or a list late", () => {
    expect(written(() => [Lazy.stringValue({ produce: () => "arn:x" })])).toBe('["arn:x"]');
    expect(
      written(({ stringValue: one }) => [Lazy.stringValue({ produce: () => `${one}-${one}` })]),
    ).toBe('["${var.given}-${var.given}"]');
    expect(
      written(({ stringValue }) => ({
        Many: Lazy.listValue({ produce: () => ["a", stringValue] }),
      })),
    ).toBe('{"Many" = ["a", "${var.given}"]}');
  });
});
