import { wrapped } from "../../modules/text";

describe("text after a label", () => {
  it("is one line after a space where there is no width", () => {
    const text = "as long as it takes ".repeat(20).trim();
    expect(wrapped(text, { column: 6, indent: 6 })).toBe(` ${text}`);
  });

  it("is broken before the word that would pass the width", () => {
    const text = "one two three four";
    expect(`error:${wrapped(text, { width: 16, column: 6, indent: 2 })}`).toBe(
      ["error: one two", "  three four"].join("\n"),
    );
  });

  it("fills a line to its last column", () => {
    expect(`12345${wrapped("78 0 b", { width: 10, column: 5, indent: 0 })}`).toBe("12345 78 0\nb");
  });

  it("keeps a word that is longer than a line in one piece, so that it can be copied", () => {
    const url = `https://example.com/${"x".repeat(40)}`;
    expect(wrapped(`see ${url} there`, { width: 20, column: 0, indent: 2 })).toBe(
      ` see\n  ${url}\n  there`,
    );
  });

  it("starts beside its label, however long its first word is", () => {
    expect(wrapped("x".repeat(40), { width: 20, column: 4, indent: 4 })).toBe(` ${"x".repeat(40)}`);
  });
});
