import { spawnSync } from "node:child_process";

import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

import { describeUnless } from "./tools";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** It asks nobody for anything, so that whatever is asked for comes from the page. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function missingBrowser(): string {
  const { status } = spawnSync(CHROMIUM, ["--version"], { stdio: "ignore", timeout: 60_000 });
  return status === 0
    ? ""
    : `${CHROMIUM} does not run here, install Chromium (apt-get install chromium) or name it in CHROMIUM`;
}

/** A `describe` for tests that need Chromium, and nothing that Terraform's need. */
export function describeWithBrowser(name: string, body: () => void): void {
  describeUnless(missingBrowser(), name, body);
}

/** One Chromium, each of whose visitors keeps ticks and permissions of its own. */
export class Visitors {
  private readonly visitors: Visitor[] = [];

  private constructor(private readonly browser: Browser) {}

  public static async launch(): Promise<Visitors> {
    return new Visitors(
      await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, timeout: 60_000 }),
    );
  }

  public async come(options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await Visitor.come(await this.browser.newContext(options));
    this.visitors.push(visitor);
    return visitor;
  }

  /** Sends all of them away, and tells what the pages did that a sheet must not do. */
  public async leave(): Promise<string[]> {
    const gone = this.visitors.splice(0);
    await Promise.all(gone.map((visitor) => visitor.context.close()));
    return gone.flatMap(({ trouble }) => trouble);
  }

  public async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Somebody who opens a sheet. */
export class Visitor {
  /** Requests beside the page itself, dialogs, errors, and what the page's policy had to stop. */
  public readonly trouble: string[] = [];
  private url = "";
  private tab: Promise<Page> | undefined;

  private constructor(
    public readonly context: BrowserContext,
    public readonly page: Page,
  ) {}

  public static async come(context: BrowserContext): Promise<Visitor> {
    context.setDefaultTimeout(10_000);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await context.addInitScript(`document.addEventListener("securitypolicyviolation", (event) => {
      console.error("refused by the policy:", event.violatedDirective, event.blockedURI);
    })`);
    const visitor = new Visitor(context, await context.newPage());
    visitor.watch();
    return visitor;
  }

  private watch(): void {
    const { context, trouble } = this;
    context.on("request", (request) => {
      if (request.url() !== this.url) trouble.push(`request: ${request.url()}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => trouble.push(`error: ${error.error().message}`));
    context.on("dialog", (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  public async open(url: string): Promise<Page> {
    this.url = url;
    await this.page.goto(url);
    return this.page;
  }

  /** What is on the clipboard, looked at from another tab, which the page cannot have changed. */
  public readonly clipboard = async (): Promise<string> => {
    this.tab ??= this.context.newPage().then(async (tab) => {
      await tab.goto(this.url);
      return tab;
    });
    return (await this.tab).evaluate<string>("navigator.clipboard.readText()");
  };
}
