import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { Moto } from "../__tests__/e2e/support/moto";
import { MotoPool, POOL } from "../__tests__/e2e/support/moto-pool";
import { compare, type Figure } from "./compare";
import { idOf, writeInstances } from "./instances";
import { measure } from "./measure";

const ROOT = resolve(__dirname, "..");
const AIM = 1.05;

/** Measures a plan of a stack, and one of the same resources as a person writes them by hand. */
export async function measurePlan(folder: string, rounds: number): Promise<Figure[]> {
  const config = join(folder, "config-of-plan");
  writeInstances(config, 1);
  const out = join(folder, "out-of-plan");
  measure({
    command: process.execPath,
    args: ["start.js", "main.ts", config, "--out", out],
    cwd: ROOT,
  });
  const byHand = join(folder, "by-hand");
  mkdirSync(byHand);
  cpSync(join(__dirname, "by-hand.tf"), join(byHand, "main.tf"));
  for (const key of ["agent", "admin"]) {
    cpSync(join(config, `${key}-${idOf(0)}.xml`), join(byHand, `${key}.xml`));
  }
  const pool = await MotoPool.start();
  process.env[POOL] = pool.url;
  try {
    const moto = await Moto.start();
    const terraform = (cwd: string, ...args: string[]) =>
      measure({ command: "terraform", args, cwd, env: moto.environment("us-east-1") });
    const plan = (what: string, cwd: string) => {
      terraform(cwd, "init", "-input=false");
      return { what, run: () => terraform(cwd, "plan", "-input=false") };
    };
    return compare(
      plan("`terraform plan` of HCL by hand, 1 instance", byHand),
      [
        {
          ...plan(
            "`terraform plan` of the stack, 1 instance",
            join(out, `stacks/instance-${idOf(0)}-federation`),
          ),
          aim: AIM,
        },
      ],
      rounds,
    );
  } finally {
    await pool.stop();
  }
}
