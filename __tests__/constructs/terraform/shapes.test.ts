import { TerraformVariable } from "cdktf";

import {
  flag,
  knownNumber,
  listOf,
  mapOf,
  oneOf,
  shapeProblems,
  tagMap,
  text,
} from "../../../modules/constructs/terraform";
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
      const { stringValue } = new TerraformVariable(stack, "name", {});
      const shapes = { one: text, among: listOf(text), tags: tagMap };
      const given = { one: stringValue, among: ["a", stringValue], tags: { of: stringValue } };
      expect(shapeProblems(given, shapes)).toEqual([]);
    });
  });

  it("is refused where the resources depend on the value", () => {
    synthesized((stack) => {
      const variable = new TerraformVariable(stack, "v", {});
      const { stringValue, numberValue, listValue } = variable;
      const shapes = {
        attach: oneOf("managed", "inline"),
        protect: flag,
        seconds: knownNumber,
        groups: listOf(text),
        users: mapOf(text),
      };
      const given = {
        attach: stringValue,
        protect: variable.value as unknown,
        seconds: numberValue,
        groups: listValue,
        users: variable.value as unknown,
      };
      const problem = (name: string, takes: string) =>
        `${name}: is a token, which only Terraform knows; it takes ${takes}, known when this is synthesized; give the value itself`;
      expect(shapeProblems(given, shapes)).toEqual([
        problem("attach", '"managed" or "inline"'),
        problem("protect", "true or false"),
        problem("seconds", "a number"),
        problem("groups", "a list"),
        problem("users", "an object"),
      ]);
    });
  });

  it("is text where it is not whole", () => {
    expect(shapeProblems({ name: "TfToken[TOKEN.987654321]" }, { name: text })).toEqual([]);
  });
});
