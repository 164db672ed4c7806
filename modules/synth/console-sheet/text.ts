/**
 * Text of a sheet, before it is HTML or Markdown: words, and among them what the console shows on
 * its buttons and fields, values, and links.
 */
export type Inline =
  | string
  | { readonly ui: string }
  | { readonly code: string }
  | { readonly link: string; readonly text: string };

export type Text = readonly Inline[];

/** Words as the console shows them. */
export function ui(words: string): Inline {
  return { ui: words };
}

export function code(value: string): Inline {
  return { code: value };
}

export function link(url: string, text: string): Inline {
  return { link: url, text };
}

/** A sentence with such parts in it: text`Choose ${ui("Next")}.` */
export function text(words: TemplateStringsArray, ...parts: readonly (Inline | Text)[]): Text {
  return words.flatMap((word, index): Inline[] => {
    const part = parts[index];
    const own = part === undefined ? [] : Array.isArray(part) ? (part as Text) : [part as Inline];
    return [...(word === "" ? [] : [word]), ...own];
  });
}

/** `a, b and c` of inline parts. */
export function listed(parts: readonly Inline[]): Text {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}
