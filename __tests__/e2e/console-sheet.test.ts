import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

import type { ApplicationValues, ConsoleValues } from "../../modules/synth/console-sheet";
import { ownMetadata } from "../support/config";
import { Project } from "../support/project";
import { synthHere } from "../support/synth-here";
import { describeWithBrowser, Visitors } from "./support/browser";

const ARN = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef";
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** A sheet as `npm run synth` writes it. */
class Sheet {
  public constructor(
    public readonly name: string,
    public readonly project: Project,
    private readonly environment: Record<string, string> = {},
  ) {}

  public async write(): Promise<void> {
    const { code, stdout, stderr } = await synthHere(this.project, this.environment);
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  }

  public get url(): string {
    return pathToFileURL(this.project.path(`cdktf.out/handoff/${this.name}/index.html`)).href;
  }

  public get applications(): [string, ApplicationValues][] {
    const values = JSON.parse(this.read("values.json")) as ConsoleValues;
    return Object.entries(values.applications);
  }

  public read(file: string): string {
    return this.project.read(`cdktf.out/handoff/${this.name}/${file}`);
  }
}

/** Names and places that the config takes, and that a careless page would trip over. */
const HOSTILE = {
  folder: `<img src=x onerror=alert(1)> & 'co'`,
  names: [
    `"><img src=x onerror=alert(1)> & 'q' \`tick\` **bold** [x](javascript:alert(1)) \${x}`,
    `</title></style></script><script>alert(document.domain)</script>`,
    `two  spaces, a\u00a0hard one,\u200bnone; &amp; &#60; %3C \u202eback\u202c ü 漢字 👩‍💻 <!--`,
    "W".repeat(100),
  ],
  groups: [
    "<script>alert(1)</script>",
    `"quoted" & 'so' \`x\` $(touch x) \${x} | _it_ | <b>`,
    "G".repeat(1024),
  ],
  users: ["<img/src=x/onerror=alert(1)>@example.com", "u".repeat(128)],
  destinations: [
    `/"><img/src=x/onerror=alert(1)>&'x'\`t\`\${x}*_[x](y)`,
    `https://example.com/${"d".repeat(1500)}?a=<b>&c='"#e`,
  ],
  profiles: [`<svg onload=alert(1)> & "co"`, "P".repeat(127)],
};

function hostile(): Sheet {
  const [first = "", second = "", third = "", fourth = ""] = HOSTILE.names;
  const [path, address] = HOSTILE.destinations;
  // Keys which, with the names of steps, could be taken for each other.
  const config = {
    instanceArn:
      "arn:aws:connect:eu-west-2:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f",
    applications: {
      verify: { displayName: first, destination: path, assign: { groups: HOSTILE.groups } },
      add: { displayName: second, destination: address, assign: { users: HOSTILE.users } },
      assertion: { displayName: third, sessionDuration: "1h30m" },
      [`Aa${"_".repeat(30)}`]: { displayName: fourth, newDomain: true },
    },
    users: [
      {
        email: `${"a".repeat(50)}@example.com`,
        givenName: "<img src=x onerror=alert(1)>",
        familyName: "</table><b>",
        applications: ["assertion"],
        routingProfile: HOSTILE.profiles[0],
        securityProfiles: HOSTILE.profiles,
      },
    ],
  };
  const project = new Project().write(`${HOSTILE.folder}/Odd.yaml`, JSON.stringify(config));
  return new Sheet("Odd", project, { CONNECT_SSO_CONFIG: HOSTILE.folder });
}

function workshop(edit: (config: string) => string = (config) => config): Sheet {
  return new Sheet("workshop", new Project().workshop().edit("config/workshop.yaml", edit));
}

/** With the metadata of applications of its own, which samples are not, and their ARNs. */
function afterTheVisit(): Sheet {
  const project = new Project()
    .workshop()
    .edit("config/workshop.yaml", (config) =>
      config
        .replace("  agent:\n", `  agent:\n    applicationArn: ${ARN}/apl-1111111111111111\n`)
        .replace("  admin:\n", `  admin:\n    applicationArn: ${ARN}/apl-2222222222222222\n`),
    );
  for (const key of ["agent", "admin"]) project.edit(`config/metadata/${key}.xml`, ownMetadata);
  return new Sheet("workshop", project);
}

const USER = `users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
`;

/** What a person types or pastes at the console for one application alone, in the console's order. */
function entered(values: ApplicationValues): string[] {
  const [, , role] = values.attributeMappings;
  return [values.displayName, values.relayStateUrl, ...(role ? [role.attribute, role.value] : [])];
}

/** What a person types or pastes for every application. */
function enteredForAll(values: ApplicationValues): string[] {
  return [
    values.acsUrl,
    values.samlAudience,
    ...values.attributeMappings.slice(0, 2).flatMap(({ attribute, value }) => [attribute, value]),
  ];
}

function section(page: Page, key: string) {
  return page.locator(`section[aria-labelledby="application-${key}"]`);
}

/** The section that says once what to do for each application. */
function guide(page: Page) {
  return page.locator('section[aria-labelledby="applications"]');
}

const COPIED = `(async () => {
  while (document.activeElement.textContent !== "Copied") await new Promise(requestAnimationFrame);
})()`;

/** Presses every copy button, and tells what each value is and what then is on the clipboard. */
async function copyAll(page: Page, clipboard: () => Promise<string>) {
  const shown = await page.evaluate<string[]>(
    `Array.from(document.querySelectorAll("button"), (button) => button.previousSibling.textContent)`,
  );
  const copied: string[] = [];
  for (const button of await page.getByRole("button", { name: /^Copy: / }).all()) {
    await button.press("Enter");
    await page.evaluate(COPIED);
    copied.push(await clipboard());
  }
  return { shown, copied };
}

function ticks(page: Page): Promise<boolean[]> {
  return page.evaluate<boolean[]>(
    `Array.from(document.querySelectorAll("input[type=checkbox]"), (box) => box.checked)`,
  );
}

async function tickAll(page: Page): Promise<void> {
  await page.evaluate(
    `document.querySelectorAll("input:not(:checked)").forEach((box) => box.click())`,
  );
  expect(await ticks(page)).not.toContain(false);
}

/** What the page says of its progress, in words and in the bar. */
async function progress(page: Page): Promise<{ words: string | null; bar: string }> {
  const words = await page.getByText(/^\d+ of \d+ steps done$/).textContent();
  const bar = await page.evaluate<[number, number]>(
    `(({ value, max }) => [value, max])(document.querySelector("progress"))`,
  );
  return { words, bar: `${String(bar[0])} of ${String(bar[1])} steps done` };
}

async function expectProgress(page: Page): Promise<void> {
  const all = await ticks(page);
  const words = `${String(all.filter(Boolean).length)} of ${String(all.length)} steps done`;
  expect(await progress(page)).toEqual({ words, bar: words });
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<AxeResults["violations"]>(
    `axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

/** Everything that reaches beyond the page or the box that it stands in. */
const OVERFLOWING = `(() => {
  const found = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push("the page: " + scrollWidth + " > " + innerWidth);
  for (const element of document.querySelectorAll("code, pre, a, h1, h2, h3, label, p, td, button")) {
    const box = element.parentElement.closest("li, dd, td, .words, .field, section, header, footer");
    const { left, right } = box.getBoundingClientRect();
    const out = Array.from(element.getClientRects()).some(
      (rect) => rect.left < left - 1 || rect.right > Math.min(right, innerWidth) + 1,
    );
    const inside = element.clientWidth > 0 && element.scrollWidth > element.clientWidth;
    if (out || inside) found.push(element.outerHTML.slice(0, 200));
  }
  return found;
})()`;

/** What the keyboard can reach, of what is shown at this width. */
const FOCUSABLE = `Array.from(
  document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
).filter((element) => element.checkVisibility())`;

/** The focused element by its place in the document, and whether people can see that it is. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return {
    place: ${FOCUSABLE}.indexOf(element),
    outlined:
      outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 &&
      outlineColor !== getComputedStyle(document.body).backgroundColor,
    inView: top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1,
  };
})()`;

describeWithBrowser("the console sheet in a browser", () => {
  const sheets = {
    // With a user, so that it has a table too.
    workshop: workshop((config) => `${config}${USER}`),
    hostile: hostile(),
    before: workshop((config) => config.replaceAll(/^ +samlMetadataFile:.*\n/gm, "")),
    after: afterTheVisit(),
  };
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await Visitors.launch();
    for (const sheet of Object.values(sheets)) await sheet.write();
  });
  // Whatever else is tried: nothing leaves the page, and nothing in it fails or asks.
  afterEach(async () => {
    expect(await visitors.leave()).toEqual([]);
  });
  afterAll(async () => {
    for (const { project } of Object.values(sheets)) project.remove();
    await visitors.close();
  });

  const visit = async (sheet: Sheet, ...options: Parameters<Visitors["come"]>): Promise<Page> =>
    (await visitors.come(...options)).open(sheet.url);

  describe.each([
    ["of the workshop", sheets.workshop],
    ["of a config with hostile names", sheets.hostile],
  ])("%s", (_name, sheet) => {
    it("copies every value that it shows, and shows every value to enter", async () => {
      const page = await visit(sheet);
      const { shown, copied } = await copyAll(page, () =>
        page.evaluate<string>("navigator.clipboard.readText()"),
      );
      expect(copied).toEqual(shown);
      expect(copied).toHaveLength(await page.locator(".value").count());
      const shared = await guide(page).locator(".value code").allTextContents();
      for (const [key, values] of sheet.applications) {
        expect(shared).toEqual(enteredForAll(values));
        const own = await section(page, key).locator(".value :is(code, pre)").allTextContents();
        expect(own.filter((value) => entered(values).includes(value))).toEqual(entered(values));
        expect(copied).toEqual(expect.arrayContaining(own));
      }
    });

    it("copies the same where the browser has no clipboard for pages", async () => {
      const visitor = await visitors.come();
      await visitor.page.addInitScript(
        `Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });`,
      );
      const page = await visitor.open(sheet.url);
      expect(await page.evaluate("typeof navigator.clipboard")).toBe("undefined");
      const { shown, copied } = await copyAll(page, visitor.clipboard);
      expect(copied).toEqual(shown);
      expect(await page.locator("textarea").count()).toBe(0);
    });

    it("has ticked what the config tells, and counts it", async () => {
      const page = await visit(sheet);
      const inRunbook = [...sheet.read("RUNBOOK.md").matchAll(/^- \[([x ])\] /gm)];
      const known = inRunbook.map(([, mark]) => mark === "x");
      expect(await ticks(page)).toEqual(known);
      expect(await page.getByText("known from the config").count()).toBe(
        known.filter(Boolean).length,
      );
      await expectProgress(page);
    });

    it("keeps ticks, each for its own step", async () => {
      const page = await visit(sheet);
      const expected = await ticks(page);
      const labels = await page.locator("label").all();
      expect(labels).toHaveLength(expected.length);
      for (const [place, label] of labels.entries()) {
        if (place % 2 !== 0) continue;
        expected[place] = !expected[place];
        await label.click({ position: { x: 2, y: 2 } });
      }
      expect(await ticks(page)).toEqual(expected);
      await expectProgress(page);
      await page.reload();
      expect(await ticks(page)).toEqual(expected);
      await expectProgress(page);
    });

    it("names every element once", async () => {
      const page = await visit(sheet);
      const ids = await page.evaluate<string[]>(
        `Array.from(document.querySelectorAll("[id]"), ({ id }) => id)`,
      );
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
      const anchors = await page.evaluate<string[]>(
        `Array.from(document.querySelectorAll("a[href^='#']"), (a) => a.getAttribute("href").slice(1))`,
      );
      expect(anchors).toEqual(sheet.applications.map(([key]) => `application-${key}`));
      expect(ids).toEqual(expect.arrayContaining(anchors));
    });

    it("is used with the keyboard, in the order in which it stands", async () => {
      const page = await visit(sheet);
      const count = await page.evaluate<number>(`${FOCUSABLE}.length`);
      const focused: unknown[] = [];
      for (let place = 0; place < count; place++) {
        await page.keyboard.press("Tab");
        focused.push(await page.evaluate(FOCUSED));
      }
      const expected = Array.from({ length: count }, (_, place) => ({
        place,
        outlined: true,
        inView: true,
      }));
      expect(focused).toEqual(expected);
    });

    it.each(["light", "dark"] as const)(
      "has no barrier that axe finds, %s",
      async (colorScheme) => {
        const page = await visit(sheet, { bypassCSP: true, colorScheme, viewport: WIDE });
        await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
        expect(await violations(page)).toEqual([]);
        await page.setViewportSize(NARROW);
        expect(await violations(page)).toEqual([]);
      },
    );

    it.each([WIDE, NARROW])("fits a window that is $width pixels wide", async (viewport) => {
      const page = await visit(sheet, { viewport });
      await page.evaluate(
        `document.querySelectorAll("details").forEach((one) => (one.open = true))`,
      );
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
    });

    it("shows every value without JavaScript, and no button that would do nothing", async () => {
      const page = await visit(sheet, { javaScriptEnabled: false });
      for (const [key, values] of sheet.applications) {
        const shown = await section(page, key)
          .locator(".value :is(code, pre)")
          .filter({ visible: true })
          .allTextContents();
        expect(shown).toEqual(expect.arrayContaining(entered(values)));
      }
      const shared = guide(page).locator(".value code").filter({ visible: true });
      expect(await shared.count()).toBe(6);
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await page.locator("button").filter({ visible: true }).count()).toBe(0);
    });
  });

  describe("of a config with hostile names", () => {
    it("shows them as they are, and makes nothing of them", async () => {
      const page = await visit(sheets.hostile);
      expect(await page.locator("h3[id^=application-]").allTextContents()).toEqual(HOSTILE.names);
      const codes = await page.locator("code").allTextContents();
      expect(codes).toEqual(
        expect.arrayContaining([
          ...HOSTILE.names,
          ...HOSTILE.destinations,
          ...HOSTILE.groups.map((group) => `group ${group}`),
          ...HOSTILE.users.map((user) => `user ${user}`),
          `${HOSTILE.folder}/Odd.yaml`,
        ]),
      );
      const cells = await page.locator("td").allTextContents();
      expect(cells).toContain(HOSTILE.profiles[0]);
      expect(cells).toContain(HOSTILE.profiles.join(", "));
    });

    it("is made of the same elements and attributes that any sheet is made of", async () => {
      const made = (page: Page) =>
        page.evaluate<string[]>(`Array.from(new Set(
          Array.from(document.querySelectorAll("*")).flatMap((element) =>
            [element, ...element.attributes].map((part) => element.localName + " " + part.nodeName)),
        )).sort()`);
      const odd = await visit(sheets.hostile);
      const any = await made(await visit(sheets.workshop));
      expect(any).toEqual(expect.arrayContaining(await made(odd)));
      expect(await odd.locator("script").count()).toBe(1);
      expect(await odd.locator("a:not([href^='#'], [href^='https://'])").count()).toBe(0);
    });
  });

  it("ticks with Space, copies with Enter, and says so", async () => {
    const page = await visit(sheets.workshop);
    const box = page.getByRole("checkbox", { checked: false }).first();
    await box.focus();
    const before = await ticks(page);
    await page.keyboard.press("Space");
    expect((await ticks(page)).filter((tick, place) => tick !== before[place])).toEqual([true]);
    await expectProgress(page);

    expect(await page.getByRole("status").textContent()).toBe("");
    await page.getByRole("button", { name: "Copy: Relay state" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "copied" }).waitFor();
    expect(await page.getByRole("status").textContent()).toBe("Relay state copied");
    expect(await page.evaluate(`document.activeElement.getAttribute("aria-label")`)).toBe(
      "Copy: Relay state",
    );
  });

  it.each([
    { command: "copy", says: "Relay state copied", button: "Copied" },
    {
      command: "nothing",
      says: "Relay state could not be copied: select it and copy it by hand",
      button: "Select it",
    },
  ])("says what came of it where the browser refuses the clipboard: $button", async (outcome) => {
    const visitor = await visitors.come();
    await visitor.page.addInitScript(`
      Clipboard.prototype.writeText = () => Promise.reject(new Error("refused"));
      const { execCommand } = Document.prototype;
      Document.prototype.execCommand = function () {
        return execCommand.call(this, ${JSON.stringify(outcome.command)});
      };
    `);
    const page = await visitor.open(sheets.workshop.url);
    const button = page.getByRole("button", { name: "Copy: Relay state" }).first();
    await button.click();
    await button.filter({ hasText: outcome.button }).waitFor();
    await page.getByRole("status").filter({ hasText: outcome.says }).waitFor();
    if (outcome.command === "copy") {
      expect(await visitor.clipboard()).toBe(sheets.workshop.applications[0]?.[1].relayStateUrl);
    }
  });

  it("forgets the tick of a step whose value has changed, and no other", async () => {
    const { before } = sheets;
    const page = await visit(before);
    await tickAll(page);
    before.project.edit("config/workshop.yaml", (config) =>
      config.replace("destination: /connect/ccp", "destination: /connect/agent-app-v2"),
    );
    await before.write();
    await page.reload();
    const left = page
      .locator("ol.steps > li")
      .filter({ has: page.getByRole("checkbox", { checked: false }) });
    expect(await left.count()).toBe(1);
    expect(await left.locator(".value code").allTextContents()).toContain(
      before.applications[0]?.[1].relayStateUrl,
    );
    expect(before.applications[0]?.[1].relayStateUrl).toContain("agent-app-v2");
    await expectProgress(page);
  });

  it("keeps the ticks of one instance's sheet from another's", async () => {
    const visitor = await visitors.come();
    const other = await visitor.open(sheets.hostile.url);
    const untouched = await ticks(other);
    const page = await visitor.open(sheets.workshop.url);
    await tickAll(page);
    expect(await ticks(await visitor.open(sheets.hostile.url))).toEqual(untouched);
  });

  it.each([
    {
      when: "before",
      status: "metadata file and application ARN still to come from the console",
      badge: "Waiting",
    },
    { when: "after", status: "its metadata file and its ARN are known", badge: "Received" },
  ] as const)(
    "has every value $when the console visit, and says: $badge",
    async ({ when, status, badge }) => {
      const sheet = sheets[when];
      const page = await visit(sheet);
      for (const [key, values] of sheet.applications) {
        const own = section(page, key);
        expect(await own.locator(".value :is(code, pre)").allTextContents()).toEqual(
          expect.arrayContaining(entered(values)),
        );
        expect(await own.locator("h3 + p").textContent()).toBe(`${badge} ${status}`);
      }
      expect(await page.locator(".progress li").allInnerTexts()).toEqual(
        sheet.applications.map(
          ([, { displayName }]) => expect.stringContaining(`${displayName}: ${status}`) as string,
        ),
      );
      expect((await ticks(page)).some(Boolean)).toBe(when === "after");
    },
  );
});
