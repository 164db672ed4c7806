import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";

import { type Rehearsal, rehearsalReport, rehearse } from "../../modules/commands/rehearse";
import { loadConfig } from "../../modules/config";
import { IdentityProvider } from "../support/identity-provider";
import { CONNECT_SSO } from "../support/program";
import { Project } from "../support/project";
import { describeWithBrowser, Visitors } from "./support/browser";

const AT = new Date("2026-12-01T12:01:00Z");
const SIGN_IN = "https://signin.aws.amazon.com/saml";
const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";

describeWithBrowser("a sign-in that a browser makes", () => {
  const project = new Project().workshop();
  const folder = mkdtempSync(join(tmpdir(), "capture-"));
  let browser: Visitors;
  let base64: string;
  let form: string;
  /** The log of the sign-in as Chromium records it, and the page with the form as Chromium has it. */
  const har = join(folder, "sign-in.har");
  let savedPage: string;

  beforeAll(async () => {
    const provider = await IdentityProvider.make({ application: "agent" });
    project.write("config/metadata/agent.xml", provider.metadata);
    base64 = Buffer.from(provider.respond()).toString("base64");
    form = `<!doctype html><html><head><title>Sign in</title></head><body><form method="post" action="${SIGN_IN}"><input type="hidden" name="SAMLResponse" value="${base64}"><input type="hidden" name="RelayState" value="${RELAY_STATE}"><button>Continue</button></form></body></html>`;
    browser = await Visitors.launch();
    const { context, page } = await browser.come({ recordHar: { path: har } });
    // Chromium posts the form for real; only the answers of the two hosts are made here.
    await context.route("**/*", (route) => {
      const { hostname } = new URL(route.request().url());
      const body = hostname === "portal.example.com" ? form : "<p>Signed in</p>";
      return route.fulfill({ contentType: "text/html", body });
    });
    await page.goto("https://portal.example.com/start");
    savedPage = await page.content();
    await page.click("button");
    await page.waitForURL(SIGN_IN);
    await context.close(); // which writes the log
  });
  afterAll(async () => {
    await browser.close();
    project.remove();
    rmSync(folder, { recursive: true });
  });

  function rehearsed(response: string): Promise<Rehearsal> {
    const { instances } = loadConfig(project.path("config"), AT);
    return rehearse({ response, instances, at: AT });
  }
  const seenOf = ({ steps }: Rehearsal, id: string) => steps.find((step) => step.id === id)?.seen;

  it("is found in the log that Chromium recorded, with the URL that it was posted to", async () => {
    const rehearsal = await rehearsed(readFileSync(har, "utf8"));
    expect(rehearsal).toMatchObject({ verdict: "passed", landing: { page: RELAY_STATE } });
    expect(seenOf(rehearsal, "response")).toMatch(/^a HAR file with /);
  });

  it("is found in the page with the form, as Chromium has it", async () => {
    const rehearsal = await rehearsed(savedPage);
    expect(rehearsal).toMatchObject({ verdict: "passed", landing: { page: RELAY_STATE } });
    expect(seenOf(rehearsal, "response")).toMatch(/^the form of a web page with /);
  });

  it("is found in a command of which bash and curl make the same request", async () => {
    const received: string[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8");
      request.on("data", (chunk: string) => (body += chunk));
      request.on("end", () => {
        received.push(body);
        response.end();
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/saml`;
    const body = new URLSearchParams({ SAMLResponse: base64, RelayState: RELAY_STATE }).toString();
    const command = `curl '${url}' \\\n  -H 'content-type: application/x-www-form-urlencoded' \\\n  --data-raw '${body}'`;
    const ran = spawn("bash", ["-c", command], { stdio: "ignore" });
    await once(ran, "close");
    server.close();
    expect(received).toEqual([body]);
    expect(await rehearsed(command.replace(url, SIGN_IN))).toMatchObject({
      verdict: "passed",
      landing: { page: RELAY_STATE },
    });
  });

  describe("on the page that connect-sso serves", () => {
    let ran: ReturnType<typeof spawn>;
    let written = "";
    let url = "";
    let page: Page;
    const requests: string[] = [];

    beforeAll(async () => {
      const args = [...CONNECT_SSO, "rehearse", "--capture", "--at", AT.toISOString()];
      ran = spawn(process.execPath, args, {
        cwd: project.folder,
        env: { ...process.env, FORCE_COLOR: undefined, CONNECT_SSO_CONFIG: undefined },
      });
      ran.stdout?.setEncoding("utf8").on("data", (text: string) => (written += text));
      for (let tries = 0; url === "" && tries < 600; tries += 1) {
        await new Promise((wait) => setTimeout(wait, 100));
        url = /^http:\/\/\S+$/m.exec(written)?.[0] ?? "";
      }
      const visitor = await browser.come({ viewport: { width: 1280, height: 900 } });
      visitor.context.on("request", (request) => requests.push(request.url()));
      page = await visitor.open(url);
    });
    afterAll(() => {
      ran.kill("SIGKILL");
    });

    /** The report, once it says something; the page's policy forbids to wait for it in the page. */
    const shown = async (said = /would|cannot/) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const text = await page.locator("#report").innerText();
        if (said.test(text)) return text;
        await page.waitForTimeout(100);
      }
      throw new Error(`the page does not say ${String(said)}`);
    };
    const reload = () => page.goto(url);

    it("is explained for the browser at hand", async () => {
      expect(await page.locator("details[open] summary").allInnerTexts()).toEqual([
        "Chrome and Edge",
      ]);
    });

    it("is checked when it is pasted, in the words of the terminal", async () => {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(base64)})`);
      await page.focus("#capture");
      await page.keyboard.press("Control+V");
      const report = rehearsalReport(await rehearsed(base64), { paint: (_, text) => text });
      const here = (text: string) => text.replaceAll(/\S*config\/workshop\.yaml/g, "CONFIG");
      expect(here(await shown())).toBe(here(report));
      expect(here(written)).toContain(here(report));
      expect(await page.locator("#report .green").first().innerText()).toMatch(/^passed/);
    });

    it("is checked when a file is chosen, and when one is dropped", async () => {
      await reload();
      await page.setInputFiles("#file", har);
      expect(await shown()).toContain(`Landing page: ${RELAY_STATE}`);
      await reload();
      await page.evaluate(`
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(savedPage)}], "page.html"));
        document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      `);
      expect(await shown()).toContain(`Landing page: ${RELAY_STATE}`);
    });

    it("is chosen among several", async () => {
      const { instances } = loadConfig(project.path("config"), AT);
      expect(instances).toHaveLength(1);
      const older = Buffer.from(base64, "base64").toString().replaceAll("12:00:00", "11:00:00");
      const entry = (text: string) => ({
        request: {
          url: SIGN_IN,
          postData: { text: new URLSearchParams({ SAMLResponse: text }).toString() },
        },
      });
      const two = {
        log: { entries: [entry(Buffer.from(older).toString("base64")), entry(base64)] },
      };
      await reload();
      await page.fill("#capture", JSON.stringify(two));
      await page.click("#check");
      expect(await shown()).toContain(
        "The capture has 2 responses: number 1 of 2026-12-01T11:00:00",
      );
      const buttons = page.locator("#choices button");
      expect(await buttons.count()).toBe(2);
      await buttons.first().click();
      await shown(/number 1 of \S+ to \S+ \(checked here\)/);
    });

    it.each([1280, 390])("fits a screen of %d pixels", async (width) => {
      await reload();
      await page.setViewportSize({ width, height: 900 });
      await page.fill("#capture", base64);
      await page.click("#check");
      await shown();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      const shots = process.env["SCREENSHOTS"];
      if (shots !== undefined) {
        const path = join(shots, `capture-${String(width)}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    });

    it("goes nowhere else, and nothing is kept", () => {
      const elsewhere = requests.filter((one) => !one.startsWith(url));
      expect(elsewhere).toEqual([]);
      expect(requests.some((one) => one.endsWith("/check"))).toBe(true);
      expect(written).not.toContain(base64.slice(200, 240));
    });

    it("is gone with Ctrl-C, with the last verdict as the exit code", async () => {
      const closed = once(ran, "close");
      ran.kill("SIGINT");
      expect((await closed)[0]).toBe(0);
      await page.click("#check");
      await shown(/connect-sso has ended/);
    });
  });
});
