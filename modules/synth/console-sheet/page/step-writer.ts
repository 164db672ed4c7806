import type { Field, Step } from "../content";
import { Html, html } from "./html";
import { sha256 } from "./sha256";
import { htmlOf } from "./words";

const MAPS_TO = "Maps to this string value or user attribute in IAM Identity Center";

/** Writes lists of steps, and numbers the values of the page. */
export class StepWriter {
  private fields = 0;

  /** @param instanceArn separates the ticks of this instance's sheet from those of other sheets */
  public constructor(private readonly instanceArn: string) {}

  public list(steps: readonly Step[]): Html {
    return html`<ol class="steps">
      ${steps.map((step) => this.step(step))}
    </ol>`;
  }

  private step({ id, text, fields = [], mappings = [], done = false }: Step): Html {
    const box = `step-${id}`;
    const values = [...fields.map(({ value }) => value), ...mappings.map(({ value }) => value)];
    const kept = sha256(JSON.stringify([this.instanceArn, id, done, values]));
    return html` <li>
      <div class="tick">
        <input
          type="checkbox"
          id="${box}"
          data-step="${kept}"
          ${done ? new Html(" checked") : ""}
        />
        <div class="words">
          <label for="${box}">${htmlOf(text)}</label>
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
