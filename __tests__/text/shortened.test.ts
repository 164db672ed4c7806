import { shortened } from "../../modules/text";

test("Text is shown whole up to a number of characters, and cut there when it is longer", () => {
  expect(shortened("abcd", 4)).toBe("abcd");
  expect(shortened("abcde", 4)).toBe("a...");
  expect(shortened("x".repeat(1_000_000))).toBe(`${"x".repeat(117)}...`);
});
