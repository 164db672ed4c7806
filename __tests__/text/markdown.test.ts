import MarkdownIt from "markdown-it";

import { codeBlock, codeSpan, escapeMarkdown, markdownTable } from "../../modules/text";

const reader = new MarkdownIt();

describe("code in a line", () => {
  test.each([
    ["Agents", "`Agents`"],
    ["a`b", "``a`b``"],
    ["`a` and ``b``", "``` `a` and ``b`` ```"],
    [" a ", "`  a  `"],
  ])("has a fence that its content cannot close: %j", (value, markdown) => {
    expect(codeSpan(value)).toBe(markdown);
    expect(reader.renderInline(markdown)).toBe(`<code>${value}</code>`);
  });

  it("is one line, also of a value with several", () => {
    expect(codeSpan("a\r\n\n  b")).toBe("`a b`");
  });
});

describe("a block of code", () => {
  it("names its language and ends on its own line", () => {
    expect(codeBlock("hcl", "a = 1\n")).toBe("```hcl\na = 1\n```");
    expect(codeBlock("text", "a")).toBe("```text\na\n```");
  });

  it("has a fence that is longer than any in it", () => {
    const markdown = codeBlock("text", "```\n````");
    expect(markdown).toBe("`````text\n```\n````\n`````");
    expect(reader.render(markdown)).toBe(
      '<pre><code class="language-text">```\n````\n</code></pre>\n',
    );
  });
});

describe("text in Markdown", () => {
  test.each([
    "**bold** and _it_",
    "[x](javascript:alert(1))",
    "# 1 | 2 ~~3~~",
    "`tick` \\ \\*",
    "&lt; &amp;",
  ])("reads as it was written: %s", (text) => {
    const shown = reader.renderInline(escapeMarkdown(text));
    expect(shown).toBe(reader.utils.escapeHtml(text));
  });

  test.each([
    ["@team", "\\@team"],
    ["#12", "\\#12"],
    ["$x$", "\\$x\\$"],
    ["<b>", "\\<b\\>"],
  ])("mentions nobody on GitHub and makes no formula or element: %s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("a table", () => {
  it("has a head, a rule and its rows", () => {
    expect(
      markdownTable(
        ["Name", "Type"],
        [
          ["`a`", "string"],
          ["`b`", "number"],
        ],
      ),
    ).toBe("| Name | Type |\n| --- | --- |\n| `a` | string |\n| `b` | number |");
  });

  it("is a head alone where there are no rows", () => {
    expect(markdownTable(["Name"], [])).toBe("| Name |\n| --- |");
  });

  it("keeps a | in its cell", () => {
    const html = reader.render(markdownTable(["Name", "Type"], [["a|b", "`c|d`"]]));
    expect(html).toContain("<td>a|b</td>\n<td><code>c|d</code></td>");
  });

  it.each([
    ["a\\|b", "`a\\`\\|`b`", "<td><code>a\\</code>|<code>b</code></td>"],
    ["\\|`|", "`\\`\\|`` `\\| ``", "<td><code>\\</code>|<code>`|</code></td>"],
  ])(
    "puts a | after a backslash between two pieces of code, as GitHub needs it: %s",
    (value, cell, html) => {
      const table = markdownTable(["Name"], [[codeSpan(value)]]);
      expect(table).toBe(`| Name |\n| --- |\n| ${cell} |`);
      expect(reader.render(table)).toContain(html);
    },
  );

  it("does not escape a second time what is escaped", () => {
    expect(markdownTable(["Name"], [[escapeMarkdown("a|b\\|")]])).toContain("| a\\|b\\\\\\| |");
  });
});
