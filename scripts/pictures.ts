/**
 * Takes the picture of the sheet in docs/images again, of the page that `npm run synth` writes for
 * examples/workshop.yaml. It needs Chromium, which the variable CHROMIUM names if it is elsewhere.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { runSynth } from "./docs/run-synth";

const ROOT = resolve(__dirname, "..");
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

async function takeSheet(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-pictures-"));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    runSynth(ROOT, ["examples/workshop.yaml", "--out", folder]);
    const page = await browser.newPage({
      viewport: { width: 960, height: 760 },
      deviceScaleFactor: 1.25,
      colorScheme: "light",
    });
    await page.goto(pathToFileURL(join(folder, "handoff/workshop/index.html")).href);
    // As text: it runs in the page, whose types this project does not have.
    await page.evaluate(
      "document.querySelector('#applications').scrollIntoView(); scrollBy(0, -16);",
    );
    await page.screenshot({ path: join(ROOT, "docs/images/sheet.png") });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void takeSheet();
