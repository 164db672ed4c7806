import { readXml, UnreadableXml } from "../../../modules/text/xml";

interface Bounds {
  readonly maxDepth?: number;
  readonly maxElements?: number;
  readonly textOnly?: boolean;
}

/** What a reader is given, in its order. */
function reading(xml: string, { maxDepth = 10, ...bounds }: Bounds = {}): string[] {
  const events: string[] = [];
  const names = (path: readonly { readonly local: string }[]) =>
    path.map(({ local }) => local).join("/");
  readXml(xml, {
    maxDepth,
    ...bounds,
    declaration: ({ encoding = "" }) => events.push(`declaration ${encoding}`),
    open: ({ uri }, path) => events.push(`open ${names(path)} ${uri}`.trimEnd()),
    text: (text, path) => events.push(`text ${names(path)} ${text}`),
    close: () => events.push("close"),
  });
  return events;
}

/** Kind and message of a refusal. */
function refusal(xml: string, bounds?: Bounds): string {
  try {
    reading(xml, bounds);
  } catch (error) {
    if (error instanceof UnreadableXml) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return "none";
}

describe("XML is read", () => {
  it("in its order, with the open elements from the root down and their namespaces", () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x"><b>one</b><p:c xmlns:p="urn:y"/></a>';
    expect(reading(xml)).toEqual([
      "declaration UTF-8",
      "open a urn:x",
      "open a/b urn:x",
      "text a/b one",
      "close",
      "open a/c urn:y",
      "close",
      "close",
    ]);
  });

  it("with XML's own entities and characters by number", () => {
    expect(reading("<a>&lt;&amp;&#x41;</a>")).toContain("text a <&A");
  });

  it("with a CDATA section as text, and without comments and processing instructions", () => {
    expect(reading("<a><![CDATA[<b>]]><!-- c --><?d?></a>")).toEqual([
      "open a",
      "text a <b>",
      "close",
    ]);
  });

  it("to its bounds", () => {
    expect(refusal("<a><b/><b/></a>", { maxDepth: 2, maxElements: 3 })).toBe("none");
  });
});

describe("XML is refused", () => {
  test.each([
    "<!DOCTYPE a><a/>",
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
  ])("with a document type: %s", (xml) => {
    expect(refusal(xml)).toBe(
      "refused: it has a document type declaration (<!DOCTYPE ...>), with which XML can include files or multiply text",
    );
  });

  it("where an ampersand begins nothing, which would swallow the rest", () => {
    const BARE = 'malformed: an "&" is not written as "&amp;"';
    expect(refusal('<a b="?c=d&e=f"><b/></a>')).toBe(BARE);
    expect(refusal("<a>you & me</a>")).toBe(BARE);
    expect(refusal("<a>you&me</a>")).toBe(BARE);
    expect(refusal("<a>you &amp; me</a><!-- & -->")).toBe("none");
    // What is cut short within a reference is cut short.
    expect(refusal("<a>you &am")).toContain("cut short: ");
  });

  it("where it nests too deep", () => {
    expect(refusal("<a><b><c/></b></a>", { maxDepth: 2 })).toBe(
      "refused: it is nested deeper than 2 elements",
    );
  });

  it("where it has too many elements", () => {
    expect(refusal("<a><b/><b/></a>", { maxElements: 2 })).toBe(
      "refused: it has more than 2 elements",
    );
  });

  test.each([
    ["<a>x<!-- y -->z</a>", "it has a comment (<!--...-->)"],
    ["<a>x<?y?>z</a>", "it has a processing instruction (<?...?>)"],
    ["<a>x<![CDATA[y]]>z</a>", "it has a CDATA section (<![CDATA[...]]>)"],
  ])("with what two programs may read differently, where only text is allowed: %s", (xml, why) => {
    expect(refusal(xml, { textOnly: true })).toBe(`refused: ${why}`);
  });

  test.each([
    ["<a>\n<b></a>", "malformed: at line 2, column 7: unexpected close tag"],
    ["<a>&b;</a>", "malformed: at line 1, column 6: undefined entity"],
    ["<p:a/>", 'malformed: at line 1, column 6: unbound namespace prefix: "p"'],
  ])("where it is malformed, with the place: %j", (xml, why) => {
    expect(refusal(xml)).toBe(why);
  });

  test.each(["<a>", "<a><b>x"])("where it is cut short: %s", (xml) => {
    expect(refusal(xml)).toMatch(/^cut short: at line 1, column \d+: unclosed tag: [ab]$/);
  });
});
