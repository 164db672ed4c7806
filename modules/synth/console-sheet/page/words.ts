import type { Inline, Text } from "../../../text";
import { type Html, html } from "./html";

/** Writes words, values and links as HTML. */
export function htmlOf(parts: Text): Html[] {
  return parts.map((part: Inline) => {
    if (typeof part === "string") return html`${part}`;
    if ("ui" in part) return html`<b class="ui">${part.ui}</b>`;
    if ("code" in part) return html`<code>${part.code}</code>`;
    return html`<a href="${part.link}" target="_blank" rel="noopener noreferrer">${part.text}</a>`;
  });
}

/** Label that shows if metadata and ARN of an application are there. */
export function badge(done: boolean): Html {
  return done
    ? html`<span class="badge done">Received</span>`
    : html`<span class="badge wait">Waiting</span>`;
}

/** ID of an application's section, for links to it. */
export function anchor(key: string): string {
  return `application-${key}`;
}
