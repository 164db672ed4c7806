// Reads a JSON list of Markdown documents from standard input, as GitHub's dialect, and writes the list
// of their trees. HTML in them counts as HTML.
import { readTexts, treeOf, write } from "./tree.mjs";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { parseFragment } from "parse5";

const options = {
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
};
write((await readTexts()).map((text) => treeOf(parseFragment(micromark(text, options)))));
