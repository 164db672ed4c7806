import { TerraformVariable } from "cdktf";

import { listOf, mapOf, shapeProblems, text } from "../../../modules/constructs/terraform";
import { synthesized } from "../../support/synth";

const UNKNOWN = "looks like a token of CDKTF, but is not one of this app; give the value itself";

describe("a value in the form of a token", () => {
  it.each([
    ["text", text, "${TfToken[TOKEN.987654321]}"],
    ["a list", listOf(text), ["#{TfToken[TOKEN.987654321]}"]],
    ["an object", mapOf(text), { "&{TfToken[TOKEN.987654321]}": "String Map Token Value" }],
  ])("is refused for %s where it is none of the app", (_, shape, value) => {
    expect(shapeProblems({ name: value }, { name: shape })).toEqual([
      `name: ${JSON.stringify(value)} ${UNKNOWN}`,
    ]);
  });

  it("is taken where it is one", () => {
    synthesized((stack) => {
      const { stringValue, listValue } = new TerraformVariable(stack, "name", {});
      const shapes = { one: text, list: listOf(text), among: listOf(text) };
      expect(
        shapeProblems({ one: stringValue, list: listValue, among: ["a", stringValue] }, shapes),
      ).toEqual([]);
    });
  });

  it("is text where it is not whole", () => {
    expect(shapeProblems({ name: "TfToken[TOKEN.987654321]" }, { name: text })).toEqual([]);
  });
});
