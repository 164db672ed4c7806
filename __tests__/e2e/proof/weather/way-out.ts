import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const PAGE = readFileSync(resolve(__dirname, "../../../../docs/troubleshooting.md"), "utf8");

/** The words of messages in docs/troubleshooting.md, with what to do about each. */
const ENTRIES = PAGE.split(/^### /m)
  .slice(1)
  .map((entry) => {
    const [words = ""] = entry.split("\n");
    return { words, toDo: entry.slice(words.length) };
  });

/** Returns what docs/troubleshooting.md says of a message, found by its words as a person does. */
export function waysOut(message: string): string[] {
  return ENTRIES.filter(({ words }) => message.includes(words)).map(({ toDo }) => toDo);
}
