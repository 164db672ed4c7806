/**
 * Measures synthesis, check and plan against the least that they could take, prints a table, and keeps it in
 * `bench/figures.json` for docs/performance.md.
 *
 * Options: `--instances 1,100` for other numbers, `--rounds 3` for fewer runs of each. With either, nothing
 * is kept.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { measurePlan } from "./plan";
import { measureSynthesis, measureTemplate } from "./synthesis";
import { tableOf } from "./table";

const { values } = parseArgs({
  options: { instances: { type: "string" }, rounds: { type: "string" } },
});
const counts = (values.instances ?? "1,100,1000").split(",").map(Number);
const rounds = Number(values.rounds ?? "5");

/** Where disks have no part in what is measured. */
const IN_MEMORY = existsSync("/dev/shm") ? "/dev/shm" : undefined;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(IN_MEMORY ?? tmpdir(), "connect-sso-bench-"));
  try {
    const figures = [
      ...measureSynthesis(folder, counts, rounds),
      ...measureTemplate(folder),
      ...(await measurePlan(folder, rounds)),
    ];
    for (const row of tableOf(figures)) console.log(row.join("  "));
    if (values.instances === undefined && values.rounds === undefined) {
      const file = join(__dirname, "figures.json");
      writeFileSync(file, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
