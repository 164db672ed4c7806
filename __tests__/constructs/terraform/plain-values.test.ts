import { TerraformVariable, Token } from "cdktf";

import { valueProblems, tagProblems } from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

const isShort = (value: string) => (value.length > 3 ? "has more than 3 characters" : undefined);

describe("the problems with a property's value", () => {
  it("name the property and the value", () => {
    expect(valueProblems("roleName", "Agent", isShort)).toEqual([
      'roleName: "Agent" has more than 3 characters',
    ]);
  });

  it("are none for a good value, and for one that is not given", () => {
    expect(valueProblems("roleName", "A", isShort)).toEqual([]);
    expect(valueProblems("roleName", undefined, isShort)).toEqual([]);
  });

  it("are none for a value that only Terraform knows", () => {
    synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "name", { type: "string" });
      expect(valueProblems("roleName", stringValue, isShort)).toEqual([]);
      expect(valueProblems("roleName", `Agent-${stringValue}`, isShort)).toEqual([]);
    });
  });
});

describe("the problems with tags", () => {
  it("name the tag, for its key and for its value", () => {
    expect(tagProblems({ "aws:team": "a", team: "a*b" })).toEqual([
      expect.stringMatching(/^tags: "aws:team" starts with "aws:", which AWS reserves; /),
      expect.stringMatching(/^tags\.team: "a\*b" is not a valid tag value/),
    ]);
  });

  it("are none for good tags, and without tags", () => {
    expect(tagProblems({ team: "Contact center", "cost-center": "" })).toEqual([]);
    expect(tagProblems(undefined)).toEqual([]);
  });

  it("are none for tags or values that only Terraform knows", () => {
    synthesized((stack) => {
      const variable = new TerraformVariable(stack, "tags", { type: "any" });
      expect(tagProblems({ team: variable.stringValue })).toEqual([]);
      expect(tagProblems(Token.asStringMap(variable.value))).toEqual([]);
    });
  });
});
