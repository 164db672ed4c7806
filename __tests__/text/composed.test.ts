import { composedProblem } from "../../modules/text";

describe("a text that Terraform would change", () => {
  it.each([
    [
      "Jose\u0301 Nun\u0303ez",
      'has U+0065 U+0301, which Terraform would replace by U+00E9; write "José Nuñez"',
    ],
    ["10 \u2126", 'has U+2126, which Terraform would replace by U+03A9; write "10 Ω"'],
    [
      "\u1112\u1161\u11ab",
      'has U+1112 U+1161 U+11AB, which Terraform would replace by U+D55C; write "한"',
    ],
  ])("%j is one, and what to write is said", (text, problem) => {
    expect(composedProblem(text)).toBe(problem);
  });

  it.each(["", "José", "한", "नई दिल्ली", "👩‍👩‍👧", "x\u0301"])("%j is none", (text) => {
    expect(composedProblem(text)).toBeUndefined();
  });
});
