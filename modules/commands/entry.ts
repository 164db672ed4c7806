import { visible, wrapped } from "../text";
import type { Rendering, Style } from "./terminal";

interface EntryOptions {
  readonly rendering: Rendering;
  readonly style: Style;
  /** Text before the label, in plain style. */
  readonly before?: string;
  /** Number of spaces before the second and later lines. */
  readonly indent: number;
}

/** Renders a label and the text after it, broken between words where there is a width. */
export function renderEntry(given: string, text: string, options: EntryOptions): string {
  const { rendering, style, before = "", indent } = options;
  const { width, paint } = rendering;
  const label = visible(given);
  const column = before.length + label.length;
  return `${before}${paint(style, label)}${wrapped(visible(text), { width, column, indent })}`;
}
