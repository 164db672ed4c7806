/**
 * A part of a text that can become HTML, Markdown or plain text: words, words that a console shows on
 * its buttons and fields, a value, or a link.
 */
export type Inline =
  | string
  | { readonly ui: string }
  | { readonly code: string }
  | { readonly link: string; readonly text: string };

/** A text in parts, which can become HTML, Markdown or plain text. */
export type Text = readonly Inline[];

/** Marks words that a console shows on a button or field. */
export function ui(words: string): Inline {
  return { ui: words };
}

/** Marks a value to copy or compare. */
export function code(value: string): Inline {
  return { code: value };
}

/** Makes a link. */
export function link(url: string, text: string): Inline {
  return { link: url, text };
}

/** Puts parts into a sentence: text`Choose ${ui("Next")}.` */
export function text(words: TemplateStringsArray, ...parts: readonly (Inline | Text)[]): Text {
  return words.flatMap((word, index): Inline[] => {
    const part = parts[index];
    const own = part === undefined ? [] : Array.isArray(part) ? (part as Text) : [part as Inline];
    return [...(word === "" ? [] : [word]), ...own];
  });
}

/** Joins parts as in `a, b and c`. */
export function listed(parts: readonly Inline[]): Text {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}

/** Makes a sentence of a clause: starts it with a capital letter and ends it with a full stop. */
export function sentence([first = "", ...rest]: Text): Text {
  const start = typeof first === "string" ? first.charAt(0).toUpperCase() + first.slice(1) : first;
  return [start, ...rest, "."];
}

/** Returns a text without its marks: only the words and values. */
export function unmarked(parts: Text): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("ui" in part) return part.ui;
      return "code" in part ? part.code : part.text;
    })
    .join("");
}
