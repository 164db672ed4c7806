import { shortened } from "../../modules/text";

test("Text is shown whole up to a number of characters, and cut there when it is longer", () => {
  expect(shortened("abc", 3)).toBe("abc");
  expect(shortened("abcd", 3)).toBe("abc...");
  expect(shortened("x".repeat(1_000_000))).toBe(`${"x".repeat(120)}...`);
});
