import { createHash } from "node:crypto";

import type { ApplicationSection, Field, SheetContent, Step } from "./content";
import { Html, html } from "./html";
import { SCRIPT } from "./script";
import { STYLE } from "./style";
import type { Inline, Text } from "./text";

/**
 * The sheet as one page that needs no network. Its content security policy lets nothing run or
 * load but the script and style that are in it, whatever a name in the config says.
 */
export function page(content: SheetContent): string {
  const writer = new PageWriter(content);
  return `${writer.document().markup}\n`;
}

const MAPS_TO = "Maps to this string value or user attribute in IAM Identity Center";

class PageWriter {
  private fields = 0;

  public constructor(private readonly content: SheetContent) {}

  public document(): Html {
    const { title } = this.content;
    const policy = `default-src 'none'; script-src '${hashOf(SCRIPT)}'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'`;
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>${title}: Amazon Connect sign-in, at the console</title>
          <style>${new Html(STYLE)}</style>
        </head>
        <body>
          ${this.header()}
          <main>${this.body()}</main>
          <footer>
            <p>
              Made by <code>npm run synth</code> from the same values that Terraform puts out. Ticks
              are kept in this browser only.
            </p>
          </footer>
          <script>${new Html(SCRIPT)}</script>
        </body>
      </html>`;
  }

  private header(): Html {
    const { title, facts, applications, once, deploy, verify } = this.content;
    const own = applications.flatMap(({ steps, returns }) => [...steps, ...returns]);
    const all = [...once, ...own, ...deploy, ...verify];
    const done = all.filter((step) => step.done).length;
    return html`<header>
      <h1>Sign-in to Amazon Connect: ${title}</h1>
      <p class="lead">
        Every value for the Identity Center console, in the order in which the console asks. Copy
        each with its button: a blank or a line break in one of them breaks sign-in.
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

  private body(): Html[] {
    const { applications, once, deploy, users, usersText, verify, errors } = this.content;
    return [
      html`<section aria-labelledby="flow">
        <h2 id="flow">How a sign-in goes</h2>
        ${applications.map(
          ({ displayName, flow }) =>
            html`<h3>${displayName}</h3>
              <ol class="flow">
                ${flow.map(
                  ({ where, what }) => html`<li><strong>${where}</strong> ${inline(what)}</li>`,
                )}
              </ol>`,
        )}
      </section>`,
      html`<section aria-labelledby="once">
        <h2 id="once">What must be true once</h2>
        ${this.steps(once)}
      </section>`,
      ...applications.map((application) => this.application(application)),
      ...(deploy.length > 0
        ? [
            html`<section aria-labelledby="deploy">
              <h2 id="deploy">Deploy</h2>
              ${this.steps(deploy)}
            </section>`,
          ]
        : []),
      html`<section aria-labelledby="users">
        <h2 id="users">After deploying: users in Amazon Connect</h2>
        ${usersText.map((words) => html`<p>${inline(words)}</p>`)}${users.length > 0 ? this.users() : ""}
      </section>`,
      html`<section aria-labelledby="verify">
        <h2 id="verify">Verify</h2>
        ${this.steps(verify)}
      </section>`,
      html`<section aria-labelledby="errors">
        <h2 id="errors">When it does not work</h2>
        <p>Messages are in the words of AWS; what stands in italics describes what people see.</p>
        <table>
          <thead>
            <tr>
              <th scope="col">What people see</th>
              <th scope="col">Usual cause</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            ${errors.map(
              ({ message, kind, cause, fix }) =>
                html`<tr>
                  <td data-name="What people see">
                    ${kind === "words" ? message : html`<em>${message}</em>`}
                  </td>
                  <td data-name="Usual cause">${inline(cause)}</td>
                  <td data-name="What to do">${inline(fix)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`,
    ];
  }

  private application({
    key,
    displayName,
    status,
    done,
    steps,
    returns,
  }: ApplicationSection): Html {
    const id = anchor(key);
    return html`<section aria-labelledby="${id}">
      <h2 id="${id}">${displayName}</h2>
      <p>${badge(done)} ${status}</p>
      <h3>At the console, in one visit</h3>
      ${this.steps(steps)}
      <h3>What comes back</h3>
      ${this.steps(returns)}
    </section>`;
  }

  private users(): Html {
    const { users } = this.content;
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Routing profile</th>
          <th scope="col">Security profiles</th>
          <th scope="col">Signs in through</th>
        </tr>
      </thead>
      <tbody>
        ${users.map(
          ({ email, routingProfile, securityProfiles, applications }) =>
            html`<tr>
              <td data-name="Name"><code>${email}</code></td>
              <td data-name="Routing profile">${routingProfile}</td>
              <td data-name="Security profiles">${securityProfiles.join(", ")}</td>
              <td data-name="Signs in through">${applications.join(", ")}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private steps(steps: readonly Step[]): Html {
    return html`<ol class="steps">
      ${steps.map((step) => this.step(step))}
    </ol>`;
  }

  private step({ id, text, fields = [], mappings = [], done = false }: Step): Html {
    const box = `step-${id}`;
    const { arn } = this.content.values.instance;
    const values = [...fields.map(({ value }) => value), ...mappings.map(({ value }) => value)];
    const kept = hashOf(JSON.stringify([arn, id, done, values]));
    return html` <li>
      <div class="tick">
        <input
          type="checkbox"
          id="${box}"
          data-step="${kept}"
          ${done ? new Html(" checked") : ""}
        />
        <div class="words">
          <label for="${box}">${inline(text)}</label>
          ${done ? html`<span class="known">known from the config</span>` : ""}
        </div>
      </div>
      <div class="below">
        ${fields.map((field) => this.field(field))}${mappings.map(
          ({ attribute, value, format }, index) =>
            html`<div class="row" role="group" aria-label="Row ${String(index + 1)} of 3">
              ${this.field({ label: "User attribute in the application", value: attribute })}
              ${this.field({ label: MAPS_TO, value })}
              <p class="field"><span class="name">Format</span>${format}</p>
            </div>`,
        )}
      </div>
    </li>`;
  }

  private field({ label, value, block = false }: Field): Html {
    this.fields += 1;
    const id = `value-${String(this.fields)}`;
    const shown = block
      ? html`<pre id="${id}">${value}</pre>`
      : html`<code id="${id}">${value}</code>`;
    return html`<div class="field">
      <span class="name">${label}</span>
      <div class="value">
        ${shown}<button
          type="button"
          hidden
          data-copy="${id}"
          data-label="${label}"
          aria-label="Copy: ${label}"
        >
          Copy
        </button>
      </div>
    </div>`;
  }
}

function inline(parts: Text): Html[] {
  return parts.map((part: Inline) => {
    if (typeof part === "string") return html`${part}`;
    if ("ui" in part) return html`<b class="ui">${part.ui}</b>`;
    if ("code" in part) return html`<code>${part.code}</code>`;
    return html`<a href="${part.link}" target="_blank" rel="noopener noreferrer">${part.text}</a>`;
  });
}

function badge(done: boolean): Html {
  return done
    ? html`<span class="badge done">Done</span>`
    : html`<span class="badge wait">Waiting</span>`;
}

function anchor(key: string): string {
  return `application-${key}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
