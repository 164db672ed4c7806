import { appearance, codePoints, didYouMean, spelledDifference } from "../../modules/text";

describe("names look the same", () => {
  test.each([
    ["in composed and decomposed form", "Caf\u00e9", "Cafe\u0301"],
    ["with a space and a no-break space", "Night shift", "Night\u00a0shift"],
  ])("%s", (_, one, other) => {
    expect(one).not.toBe(other);
    expect(appearance(one)).toBe(appearance(other));
  });

  test.each([
    ["with another letter", "Agent", "Agend"],
    ["with different upper and lower case", "Agent", "agent"],
    ["with an accent", "Cafe", "Caf\u00e9"],
  ])("but not %s", (_, one, other) => {
    expect(appearance(one)).not.toBe(appearance(other));
  });
});

test("code points have four digits or more", () => {
  expect(codePoints("a\u0301\u{1f600}")).toBe("U+0061 U+0301 U+1F600");
});

describe("a difference is spelled out", () => {
  test.each([
    [
      "in the middle",
      "Cafe\u0301 au lait",
      "Caf\u00e9 au lait",
      "has U+0065 U+0301 where that has U+00E9",
    ],
    ["at the end", "Agents\u200b", "Agents", "has U+200B where that has nothing"],
    ["at the start", "gents", "Agents", "has nothing where that has U+0041"],
    ["in a repeated letter", "aa", "aaa", "has nothing where that has U+0061"],
  ])("%s", (_, one, other, difference) => {
    expect(spelledDifference(one, other)).toBe(difference);
  });
});

describe("the name that was meant", () => {
  test.each([
    ["is asked for", "agnet", "agent", "did you mean agent?"],
    [
      "is asked for where both have the same accent",
      "\u00c9quipa",
      "\u00c9quipe",
      "did you mean \u00c9quipe?",
    ],
    [
      "has the difference spelled out where a letter only looks the same",
      "\u0430gent",
      "agent",
      "did you mean agent, with U+0061 in place of U+0430?",
    ],
    [
      "has the difference spelled out where a space only looks the same",
      "Night\u00a0shift",
      "Night shift",
      "did you mean Night shift, with U+0020 in place of U+00A0?",
    ],
    [
      "is asked for where a message shows the wrong character",
      "agent\u200b",
      "agent",
      "did you mean agent?",
    ],
  ])("%s", (_, given, meant, question) => {
    expect(didYouMean(given, meant)).toBe(question);
  });
});
