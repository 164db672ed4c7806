import { escapeUTF8 } from "entities";

/** HTML that is safe to put in a page. */
export class Html {
  public constructor(public readonly markup: string) {}
}

/**
 * Leaves the text of a script or style element unchanged, since HTML has no escapes there.
 *
 * @throws Error when the text could end its element early or change how a browser reads it
 */
export function rawText(text: string): Html {
  const [end] = /<\/|<!--/.exec(text) ?? [];
  if (end !== undefined) throw new Error(`A script or style must not contain ${end}`);
  return new Html(text);
}

type Content = Html | string | readonly Content[];

/** Composes HTML, and escapes all text that is not HTML yet. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, index) => `${part}${markupOf(contents[index] ?? "")}`).join(""));
}

function markupOf(content: Content): string {
  if (content instanceof Html) return content.markup;
  return typeof content === "string" ? escapeUTF8(content) : content.map(markupOf).join("");
}
