import type { ApplicationSection, SheetContent } from "../content";
import { type Html, html } from "./html";
import { StepWriter } from "./step-writer";
import { anchor, badge, htmlOf } from "./words";

/** Writes the sections of the page, in order. */
export class PageBody {
  private readonly steps: StepWriter;

  public constructor(private readonly content: SheetContent) {
    this.steps = new StepWriter(content.values.instance.arn);
  }

  public sections(): Html[] {
    const { applications } = this.content;
    return [
      ...this.beforeTheVisit(),
      ...applications.map((application) => this.application(application)),
      ...this.afterTheVisit(),
      ...this.verification(),
    ];
  }

  private beforeTheVisit(): Html[] {
    const { applications, once } = this.content;
    return [
      html`<section aria-labelledby="flow">
        <h2 id="flow">How sign-in works</h2>
        ${applications.map(
          ({ displayName, flow }) =>
            html`<h3>${displayName}</h3>
              <ol class="flow">
                ${flow.map(
                  ({ where, what }) => html`<li><strong>${where}</strong> ${htmlOf(what)}</li>`,
                )}
              </ol>`,
        )}
      </section>`,
      html`<section aria-labelledby="once">
        <h2 id="once">Prerequisites</h2>
        ${this.steps.list(once)}
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
      ${this.steps.list(steps)}
      <h3>What comes back</h3>
      ${this.steps.list(returns)}
    </section>`;
  }

  private afterTheVisit(): Html[] {
    const { deploy, users, usersText } = this.content;
    return [
      ...(deploy.length > 0
        ? [
            html`<section aria-labelledby="deploy">
              <h2 id="deploy">Deploy</h2>
              ${this.steps.list(deploy)}
            </section>`,
          ]
        : []),
      html`<section aria-labelledby="users">
        <h2 id="users">After deploying: users in Amazon Connect</h2>
        ${usersText.map((words) => html`<p>${htmlOf(words)}</p>`)}${users.length > 0 ? this.users() : ""}
      </section>`,
    ];
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

  private verification(): Html[] {
    const { verify, errors } = this.content;
    return [
      html`<section aria-labelledby="verify">
        <h2 id="verify">Verify</h2>
        ${this.steps.list(verify)}
      </section>`,
      html`<section aria-labelledby="errors">
        <h2 id="errors">If sign-in fails</h2>
        <p>Messages are quoted from AWS; text in italics describes what people see.</p>
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
                  <td data-name="Usual cause">${htmlOf(cause)}</td>
                  <td data-name="What to do">${htmlOf(fix)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`,
    ];
  }
}
