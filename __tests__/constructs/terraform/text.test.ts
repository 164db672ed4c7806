import { Fn, TerraformVariable } from "cdktf";

import { labelOf, literal } from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

describe("text that AWS gets as it is", () => {
  it.each([
    ["Contact center", "Contact center"],
    ["${aws:userid}", "$${aws:userid}"],
    ["%{if}", "%%{if}"],
    ["$5 and 5%", "$5 and 5%"],
    ["$${x}", "$$${x}"],
    ["TfToken[TOKEN.0]", 'TfToken${"["}TOKEN.0]'],
    ["#{TfToken[TOKEN.0]}", '#{TfToken${"["}TOKEN.0]}'],
    ["Any Map Token Value", '${"A"}ny Map Token Value'],
    ["__proto__", '${"_"}_proto__'],
    ["constructor", "constructor"],
  ])("%j is %j in Terraform", (text, written) => {
    expect(literal(text)).toBe(written);
  });

  it("stays an expression where only Terraform knows it", () => {
    const { output } = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "name", { type: "string" });
      expect(literal(stringValue)).toBe(stringValue);
    });
    expect(output).toBeUndefined();
  });
});

describe("the label of a value", () => {
  it("is the text itself", () => {
    synthesized((stack) => {
      expect(labelOf("ConnectAgents", stack)).toBe("ConnectAgents");
    });
  });

  it("is the expression of a value that only Terraform knows, without its braces", () => {
    synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "group", { type: "string" });
      expect(labelOf(stringValue, stack)).toBe("var.group");
      expect(labelOf(`${stringValue}-night`, stack)).toBe("${var.group}-night");
      expect(labelOf(Fn.lower(stringValue), stack)).toBe("lower(var.group)");
    });
  });
});
