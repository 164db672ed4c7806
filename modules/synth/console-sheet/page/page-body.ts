import { type ApplicationSection, forEach, inDirectory, type SheetContent } from "../content";
import { type Html, html } from "./html";
import { StepWriter } from "./step-writer";
import { anchor, badge, htmlOf } from "./words";

/** Writes the sections of the page, in order. */
export class PageBody {
  private readonly steps: StepWriter;

  public constructor(private readonly content: SheetContent) {
    const known = content.hasConfig ? "known from the config" : "known already";
    this.steps = new StepWriter(content.values.instance.arn, known);
  }

  public sections(): Html[] {
    const { order, flow, credentials, once, guide, applications } = this.content;
    const { permissionSets, terminal, people } = this.content;
    const start = applications.length > 0 ? "the tile" : "the access portal";
    const guided = () => [
      section(
        "applications",
        "The applications",
        html`<p>${forEach(applications)}</p>
          ${this.steps.guide(guide)}`,
      ),
    ];
    return [
      section(
        "order",
        "Who does what",
        html`<ol class="guide">
          ${order.map(({ who, what }) => html`<li><strong>${who}:</strong> ${htmlOf(what)}</li>`)}
        </ol>`,
      ),
      section(
        "flow",
        "How sign-in works",
        closedOnPhones(
          `From ${start} to Amazon Connect`,
          html`<ol class="flow">
            ${flow.map(({ where, what }) => html`<li><strong>${where}</strong> ${htmlOf(what)}</li>`)}
          </ol>`,
        ),
      ),
      section(
        "once",
        "Prerequisites",
        html`<p>${htmlOf(credentials)}</p>
          ${this.steps.list(once)}`,
      ),
      ...(applications.length > 0 ? guided() : []),
      ...applications.map((application) => this.application(application)),
      ...(permissionSets
        ? [
            section(
              "permission-sets",
              "Permission sets (preview)",
              html`${permissionSets.texts.map((words) => html`<p>${htmlOf(words)}</p>`)}
              ${this.steps.list(permissionSets.steps)}`,
            ),
          ]
        : []),
      ...(terminal.length > 0
        ? [section("terminal", "At the terminal", this.steps.list(terminal))]
        : []),
      this.connectUsers(),
      section("people", "People in Identity Center", this.steps.list(people)),
      ...this.verification(),
    ];
  }

  private application({ key, displayName, status, done, steps }: ApplicationSection): Html {
    const id = anchor(key);
    return html`<section aria-labelledby="${id}">
      <h3 id="${id}">${displayName}</h3>
      <p>${badge(done)} ${status}</p>
      ${this.steps.list(steps)}
    </section>`;
  }

  private connectUsers(): Html {
    const { users, usersText, moreUsers, leavingText, userSteps } = this.content;
    return section(
      "users",
      "Users in Amazon Connect",
      html`${usersText.map((words) => html`<p>${htmlOf(words)}</p>`)}${users.length > 0 ? this.users() : ""}
      ${[...moreUsers, ...leavingText].map((words) => html`<p>${htmlOf(words)}</p>`)}
      ${this.steps.list(userSteps)}`,
    );
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
          <th scope="col">In Identity Center</th>
        </tr>
      </thead>
      <tbody>
        ${users.map(
          ({ name, routingProfile, securityProfiles, applications, createInIdentityCenter }) =>
            html`<tr>
              <td data-name="Name"><code>${name}</code></td>
              <td data-name="Routing profile">${routingProfile}</td>
              <td data-name="Security profiles">${securityProfiles.join(", ")}</td>
              <td data-name="Signs in through">${applications.join(", ")}</td>
              <td data-name="In Identity Center">${inDirectory(createInIdentityCenter)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private verification(): Html[] {
    const { verify, verifyText, errors } = this.content;
    return [
      section("verify", "Verify", this.steps.list(verify)),
      html`<section aria-labelledby="errors">
        <h2 id="errors">When it does not work</h2>
        ${verifyText.map((words) => html`<p>${htmlOf(words)}</p>`)}
        <p>Messages are quoted from AWS; text in italics describes what people see.</p>
        ${closedOnPhones(
          "All messages, with cause and fix",
          html`${errors.map(
            ({ message, kind, cause, fix }) =>
              html`<details class="failure">
                <summary>${kind === "words" ? message : html`<em>${message}</em>`}</summary>
                <p><strong>Usual cause:</strong> ${htmlOf(cause)}</p>
                <p><strong>What to do:</strong> ${htmlOf(fix)}</p>
              </details>`,
          )}`,
        )}
      </section>`,
    ];
  }
}

/** Folds what nobody needs for the work; a wide window and paper show it all the same. */
function closedOnPhones(summary: string, content: Html): Html {
  return html`<details class="fold">
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

function section(id: string, title: string, content: Html): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`;
}
