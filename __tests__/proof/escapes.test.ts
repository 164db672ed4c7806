import MarkdownIt from "markdown-it";

import { mapTexts } from "../../modules/text";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { HandedOver, standInAt } from "../support/handed-over";
import { BREAKOUTS, CORPUS, everyNth } from "../support/hostile-text";
import { readHtml, readMarkdown, type Tree } from "../support/readers";
import { difference, Substitution } from "../support/twin";

const TEXTS = EVERYTHING ? CORPUS : everyNth(CORPUS, 150);

type Read = (texts: readonly string[]) => Promise<Tree[]>;

/** Markdown as GitHub reads it. */
const readGitHub: Read = async (texts) => (await readMarkdown(texts)).map(withWholeCode);
const readPages: Read = (pages) => readHtml(pages.map(withoutHashes));
/** Markdown as the CommonMark reference reads it, with tables, and the HTML that comes of it. */
const commonMark = new MarkdownIt({ html: true, linkify: true });
const readCommonMark: Read = async (texts) =>
  (await readHtml(texts.map((text) => commonMark.render(text)))).map(withWholeCode);
const readJson: Read = (texts) => Promise.resolve(texts.map(jsonTree));

/** A step has a hash of its values, by which a browser knows its tick again. */
function withoutHashes(page: string): string {
  return page.replaceAll(/ data-step="sha256-[\w+/]{43}="/g, "");
}

/**
 * Joins pieces of code with the | between them: in a table, code cannot have a backslash before a |, so that
 * a text with both is written in pieces.
 */
function withWholeCode(tree: Tree): Tree {
  if (typeof tree === "string") return tree;
  const [name, attributes, ...children] = tree;
  const joined: Tree[] = [];
  for (const child of children.map(withWholeCode)) {
    const last = codeIn(joined.at(-1));
    const isEnd = typeof child === "string" && child.startsWith("|");
    const text = isEnd ? "|" : codeIn(child);
    const goesOn = text !== undefined && last?.endsWith(isEnd ? "\\" : "\\|") === true;
    if (goesOn) joined.splice(-1, 1, ["code", {}, `${last}${text}`]);
    const rest = goesOn ? (isEnd ? child.slice(1) : "") : child;
    if (rest !== "") joined.push(rest);
  }
  return [name, attributes, ...joined];
}

/** The text of a piece of code. */
function codeIn(tree: Tree | undefined): string | undefined {
  const [name, , text] = typeof tree === "object" ? tree : [];
  return name === "code" && typeof text === "string" ? text : undefined;
}

/** JSON as one tree, whose names and texts all count. */
function jsonTree(text: string): Tree {
  const texts: string[] = [];
  try {
    mapTexts(JSON.parse(text) as unknown, (one) => {
      texts.push(one);
      return one;
    });
  } catch {
    return ["not JSON", {}];
  }
  return ["JSON", {}, ...texts];
}

/** Texts that are more than text between backticks in a cell of a table, where nobody escapes them. */
const IN_CELLS = ["a`b", "`x", "``", "a|b", "|", "a\\|b", "`<b>x</b>`", "`[x](//x)`", "`@team"];
/** Texts that are more than text on a page, where nobody escapes them. */
const ON_PAGES = BREAKOUTS.HTML.filter((text) => /[<&]/.test(text));
const IN_JSON = ['"', '","x":"', "\\", "\\u0041", "\n", "\u001b"];

const DISPLAY_NAME = standInAt("displayName", 0);
const ROUTING_PROFILE = standInAt("routingProfile", 0);

const READERS: readonly {
  readonly name: string;
  readonly read: Read;
  readonly file: string;
  readonly planted: readonly string[];
  readonly at: string;
}[] = [
  {
    name: "HTML of the sheet (parse5)",
    read: readPages,
    file: "handoff/workshop/index.html",
    planted: ON_PAGES,
    at: DISPLAY_NAME,
  },
  {
    name: "Markdown of the runbook (micromark with GFM)",
    read: readGitHub,
    file: "handoff/workshop/RUNBOOK.md",
    planted: IN_CELLS,
    at: ROUTING_PROFILE,
  },
  {
    name: "Markdown of the runbook (markdown-it)",
    read: readCommonMark,
    file: "handoff/workshop/RUNBOOK.md",
    planted: IN_CELLS,
    at: ROUTING_PROFILE,
  },
  {
    name: "JSON of the values (JSON.parse)",
    read: readJson,
    file: "handoff/workshop/values.json",
    planted: IN_JSON,
    at: DISPLAY_NAME,
  },
];

describe("what is handed over of a config with hostile texts", () => {
  const handedOver = new HandedOver(TEXTS);
  const rounds = [...handedOver.rounds()];
  const figures: Figure[] = [];

  it.each(READERS)("is its harmless twin but for the texts: $name", async (reader) => {
    const { name, read, file } = reader;
    const original = handedOver.twin.files[file] ?? "";
    const [twin = ""] = await read([original]);
    const trees = await read(rounds.map(({ files }) => files[file] ?? ""));
    let places = 0;
    const escapes = rounds.flatMap(({ of }, index) => {
      const before = of.count;
      const found = difference(trees[index] ?? "", of.inTree(twin));
      places += of.count - before;
      return found ?? [];
    });
    expect(escapes).toEqual([]);
    const count = handedOver.count.toLocaleString("en-US");
    figures.push({
      what: `${count} texts in fields and paths, ${name}`,
      result: `${String(escapes.length)} escapes in ${places.toLocaleString("en-US")} places`,
    });
  });

  it.each(READERS)("is told from what nobody escaped: $name", async (reader) => {
    const { name, read, file, at } = reader;
    const planted = EVERYTHING ? reader.planted : reader.planted.slice(0, 2);
    const original = handedOver.twin.files[file] ?? "";
    const [twin = "", ...trees] = await read([
      original,
      ...planted.map((text) => original.replaceAll(at, () => text)),
    ]);
    const missed = planted.filter((text, index) => {
      const expected = new Substitution([], [[at, text]]).inTree(twin);
      return difference(trees[index] ?? "", expected) === undefined;
    });
    expect(missed).toEqual([]);
    figures.push({
      what: `planted texts that are not escaped, ${name}`,
      result: `${String(planted.length - missed.length)} of ${String(planted.length)} found`,
    });
  });

  it("is counted", () => {
    expect(figures).toHaveLength(2 * READERS.length);
    keepFigures("escapes", figures);
  });
});
