// Reads a JSON list of HTML pages from standard input, and writes the list of their trees.
import { readTexts, treeOf, write } from "./tree.mjs";
import { parse } from "parse5";

write((await readTexts()).map((page) => treeOf(parse(page))));
