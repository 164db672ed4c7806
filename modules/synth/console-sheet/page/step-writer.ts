import type { Field, Instruction, Step } from "../content";
import { Html, html } from "./html";
import { sha256 } from "./sha256";
import { htmlOf } from "./words";

const MAPS_TO = "Maps to this string value or user attribute in IAM Identity Center";

/** Writes lists of steps, and numbers the values of the page. */
export class StepWriter {
  private fields = 0;

  /**
   * @param instanceArn separates the ticks of this instance's sheet from those of other sheets
   * @param known the words next to a step that needs no tick
   */
  public constructor(
    private readonly instanceArn: string,
    private readonly known: string,
  ) {}

  /** Writes a numbered list of instructions, without check boxes. */
  public guide(instructions: readonly Instruction[]): Html {
    return html`<ol class="guide">
      ${instructions.map(
        (one) =>
          html`<li>
            ${htmlOf(one.text)}
            <div class="below">${this.values(one)}</div>
          </li>`,
      )}
    </ol>`;
  }

  public list(steps: readonly Step[]): Html {
    return html`<ol class="steps">
      ${steps.map((step) => this.step(step))}
    </ol>`;
  }

  private step(step: Step): Html {
    const { id, text, fields = [], mappings = [], done = false } = step;
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
          ${done ? html`<span class="known">${this.known}</span>` : ""}
        </div>
      </div>
      <div class="below">${this.values(step)}</div>
    </li>`;
  }

  private values({ fields = [], mappings = [] }: Instruction): Html[] {
    return [
      ...fields.map((field) => this.field(field)),
      ...mappings.map(
        ({ row, attribute, value, format }) =>
          html`<div class="row" role="group" aria-label="Row ${String(row)}">
            <p class="name">Row ${String(row)}, format <strong>${format}</strong></p>
            ${this.field({ label: "User attribute in the application", value: attribute })}
            ${this.field({ label: MAPS_TO, value })}
          </div>`,
      ),
    ];
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
