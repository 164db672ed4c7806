import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type SheetContent, stepsOf } from "../content";
import { type Html, html, rawText } from "./html";
import { PageBody } from "./page-body";
import { sha256 } from "./sha256";
import { anchor, badge } from "./words";

/**
 * Writes the sheet as one page that works without a network. Its content security policy allows only
 * the script and style in the page, so a name in the config cannot run or load anything.
 */
export function page(content: SheetContent): string {
  return `${new PageDocument(content).toHtml().markup}\n`;
}

class PageDocument {
  public constructor(private readonly content: SheetContent) {}

  public toHtml(): Html {
    const { title } = this.content;
    const style = asset("page.css");
    const script = asset("page.js");
    const policy = `default-src 'none'; script-src '${sha256(script.markup)}'; style-src '${sha256(style.markup)}'; base-uri 'none'; form-action 'none'`;
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>${title}: Amazon Connect sign-in, at the console</title>
          <style>${style}</style>
        </head>
        <body>
          ${this.header()}
          <main>${new PageBody(this.content).sections()}</main>
          <footer>
            <p>
              ${
                this.content.hasConfig
                  ? html`Written by <code>connect-sso</code> from the same values as Terraform's outputs. `
                  : ""
              }Ticks are kept in this browser only.
            </p>
          </footer>
          <script>${script}</script>
        </body>
      </html>`;
  }

  private header(): Html {
    const { title, facts, applications, hasConfig } = this.content;
    const all = stepsOf(this.content);
    const done = all.filter((step) => step.done).length;
    return html`<header>
      <h1>Sign-in to Amazon Connect: ${title}</h1>
      <p class="lead">
        Everything up to a signed-in user of Amazon Connect (Amazon Connect Customer), with every value for the Identity Center console. Copy each value with its button: a space or a line break in a value breaks sign-in.
      </p>
      <p class="paper">
        On paper, long values are broken over several lines. Take them from the page on a screen${hasConfig ? html`, or from <code>values.json</code> next to it` : ""}.
      </p>
      <dl class="facts">
        ${facts.map(
          ({ name, value }) =>
            html`<dt>${name}</dt>
              <dd><code>${value}</code></dd>`,
        )}
      </dl>
      <section class="progress" aria-label="Progress">
        <p><strong id="count">${String(done)} of ${String(all.length)} steps done</strong></p>
        <progress
          id="bar"
          aria-labelledby="count"
          max="${String(all.length)}"
          value="${String(done)}"
        ></progress>
        <ul>
          ${applications.map(
            ({ key, displayName, status, done }) =>
              html` <li>
                ${badge(done)} <a href="#${anchor(key)}">${displayName}</a>: ${status}
              </li>`,
          )}
        </ul>
      </section>
      <p id="status" role="status" class="lead"></p>
    </header>`;
  }
}

/** Reads a file next to this one, which the build copies, as the text of its element; once for all instances. */
function asset(file: "page.css" | "page.js"): Html {
  const known = assets.get(file);
  if (known) return known;
  // A browser hashes line feeds, whichever line ends Git has checked out.
  const read = rawText(readFileSync(join(__dirname, file), "utf8").replaceAll("\r\n", "\n"));
  assets.set(file, read);
  return read;
}

const assets = new Map<string, Html>();
