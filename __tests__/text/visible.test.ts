import { visible } from "../../modules/text";

describe("text from a file or from AWS", () => {
  test.each([
    ["a line feed", "a\nb", "a\\u{a}b"],
    ["a tab", "a\tb", "a\\u{9}b"],
    ["an escape sequence of a terminal", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a zero width space", "a\u200bb", "a\\u{200b}b"],
    ["a change of direction", "\u202egpj.exe", "\\u{202e}gpj.exe"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
    ["a character of another plane", "a\u{e0041}b", "a\\u{e0041}b"],
    ["a filler that looks like nothing", "a\u3164b", "a\\u{3164}b"],
    ["a variation selector", "a\ufe0fb", "a\\u{fe0f}b"],
    ["half a surrogate pair", "a\ud800b", "a\\u{d800}b"],
  ])("has %s written out", (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test.each(["Agents", "two  spaces", "Büro – 電話", "😀", "a\u00a0b", ""])(
    "is left as it is where all of it can be seen: %j",
    (text) => {
      expect(visible(text)).toBe(text);
    },
  );
});
