import { pathToFileURL } from "node:url";

import type { Page } from "playwright-core";

import { EVERYTHING, type Figure, keepFigures, notQuick } from "../../support/figures";
import { HandedOver, standInAt } from "../../support/handed-over";
import { BREAKOUTS, CORPUS, everyNth } from "../../support/hostile-text";
import { Project } from "../../support/project";
import type { Tree } from "../../support/readers";
import { difference, Substitution } from "../../support/twin";
import { describeWithBrowser, Visitors } from "../support/browser";

jest.setTimeout(3_600_000);

const TEXTS = EVERYTHING ? everyNth(CORPUS, 2) : [];

/** The document as nested lists; a step has a hash of its values, by which its tick is known again. */
const TREE = `(function treeOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE) return [node.nodeName, { data: node.nodeValue ?? "" }];
  const attributes = Array.from(node.attributes, ({ name, value }) => [name, value]);
  const own = attributes.filter(([name]) => name !== "data-step");
  return [node.localName, Object.fromEntries(own), ...Array.from(node.childNodes, treeOf)];
})(document.documentElement)`;

/** Everything that the buttons copy, from the clipboard. */
const COPIED = `(async () => {
  const copied = [];
  for (const button of document.querySelectorAll("button")) {
    button.click();
    while (button.textContent !== "Copied") await new Promise(requestAnimationFrame);
    copied.push([await navigator.clipboard.readText(), button.previousSibling.textContent]);
  }
  return copied;
})()`;

notQuick(describeWithBrowser)("sheets with hostile texts in a browser", () => {
  const handedOver = new HandedOver(TEXTS);
  const project = new Project();
  const figures: Figure[] = [];
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await Visitors.launch();
  });
  afterAll(async () => {
    keepFigures("escapes-in-a-browser", figures);
    project.remove();
    await visitors.close();
  });

  /** Opens a page, and tells what became of it. */
  async function opened<T>(html: string, look: (page: Page) => Promise<T>) {
    project.write("index.html", html);
    const visitor = await visitors.come();
    const page = await visitor.open(pathToFileURL(project.path("index.html")).href);
    const seen = await look(page);
    return { seen, trouble: await visitors.leave() };
  }
  const treeOf = async (html: string) => opened(html, (page) => page.evaluate<Tree>(TREE));
  const sheetOf = (files: Readonly<Record<string, string>>) =>
    files["handoff/workshop/index.html"] ?? "";

  it("are their harmless twin but for the texts, and copy them exactly", async () => {
    const twin = await treeOf(sheetOf(handedOver.twin.files));
    expect(twin.trouble).toEqual([]);
    let [sheets, places, copies] = [0, 0, 0];
    for (const { files, of } of handedOver.rounds()) {
      const { seen, trouble } = await opened(sheetOf(files), async (page) => ({
        tree: await page.evaluate<Tree>(TREE),
        copied: sheets % 10 === 0 ? await page.evaluate<[string, string][]>(COPIED) : [],
      }));
      expect(difference(seen.tree, of.inTree(twin.seen))).toBeUndefined();
      expect(seen.copied.filter(([copied, shown]) => copied !== shown)).toEqual([]);
      expect(trouble).toEqual([]);
      sheets += 1;
      places += of.count;
      copies += seen.copied.length;
    }
    expect(copies).toBeGreaterThan(20);
    figures.push(
      {
        what: `${String(sheets)} sheets with ${TEXTS.length.toLocaleString("en-US")} texts, in Chromium`,
        result: `0 escapes in ${places.toLocaleString("en-US")} places, and no request, dialog or script but the sheet's`,
      },
      {
        what: "values that its buttons copy to the clipboard",
        result: `${copies.toLocaleString("en-US")} of ${copies.toLocaleString("en-US")} as shown`,
      },
    );
  });

  it("are told from what nobody escaped", async () => {
    const html = sheetOf(handedOver.twin.files);
    const at = standInAt("displayName", 0);
    const { seen: twin } = await treeOf(html);
    const planted = BREAKOUTS.HTML.filter((text) => /[<&]/.test(text));
    const missed: string[] = [];
    for (const text of planted) {
      const { seen } = await treeOf(html.replaceAll(at, () => text));
      const wanted = new Substitution([], [[at, text]]).inTree(twin);
      if (difference(seen, wanted) === undefined) missed.push(text);
    }
    expect(missed).toEqual([]);
    figures.push({
      what: "planted texts that are not escaped, in Chromium",
      result: `${String(planted.length)} of ${String(planted.length)} found`,
    });
  });

  it("keep a name that is written from right to left from the words after it", async () => {
    const { seen } = await opened(sheetOf(handedOver.twin.files), (page) =>
      page.evaluate<string[]>(
        `Array.from(document.querySelectorAll("p code, li code, li a"), (one) => getComputedStyle(one).unicodeBidi)`,
      ),
    );
    expect([...new Set(seen)]).toEqual(["isolate"]);
  });
});
