import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { buildSync } from "esbuild";

import { compare, type Contender, type Figure } from "./compare";
import { writeInstances } from "./instances";
import { measure } from "./measure";

const ROOT = resolve(__dirname, "..");

/** How many times the floor a synthesis is meant to take at most, by the number of instances. */
const AIMS: Readonly<Record<number, number>> = { 1: 1.6, 100: 3, 1000: 3.5 };
/** The same for a check of one instance. */
const AIM_OF_CHECK = 0.6;

/** Measures how long it takes to write the Terraform of instances, beside other ways to do so. */
export function measureSynthesis(
  folder: string,
  counts: readonly number[],
  rounds: number,
): Figure[] {
  const floor = compiledFloor(folder);
  return counts.flatMap((count) => {
    const config = join(folder, `config-${String(count)}`);
    writeInstances(config, count);
    const name = `${String(count)} ${count === 1 ? "instance" : "instances"}`;
    const aim = AIMS[count];
    return compare(
      { what: `the floor, ${name}`, run: () => runFloor(folder, floor, config, count) },
      [
        {
          what: `\`npm run synth\`, ${name}`,
          run: () => runOurs(folder, "main.ts", [config, "--out", join(folder, "out")]),
          ...(aim !== undefined && { aim }),
        },
        ...(count === 1 ? [checkOf(folder, config)] : []),
      ],
      roundsFor(count, rounds),
    );
  });
}

/** Fewer rounds where each takes long, and so differs less from the next. */
function roundsFor(count: number, rounds: number): number {
  return count < 100 ? rounds : Math.ceil(rounds / (count < 1000 ? 2 : rounds));
}

function checkOf(folder: string, config: string): Contender {
  return {
    what: "`npm run check`, 1 instance",
    run: () => runOurs(folder, "modules/commands/bin.ts", ["check", config]),
    aim: AIM_OF_CHECK,
  };
}

/** Measures the floor of one instance as CDKTF's template for TypeScript has it synthesized. */
export function measureTemplate(folder: string): Figure[] {
  const config = join(folder, "config-of-template");
  writeInstances(config, 1);
  const template = templateProject(folder, config);
  const floor = compiledFloor(folder);
  return compare(
    { what: "the floor again, 1 instance", run: () => runFloor(folder, floor, config, 1) },
    [
      {
        what: "CDKTF's template: `npx cdktf synth` of the floor, 1 instance",
        run: () => measure({ command: "npx", args: ["cdktf", "synth"], cwd: template }),
      },
    ],
    1,
  );
}

/** What `npm run` starts, without npm. */
function runOurs(folder: string, program: string, args: readonly string[]) {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  return measure({ command: process.execPath, args: ["start.js", program, ...args], cwd: ROOT });
}

function runFloor(folder: string, floor: string, config: string, count: number) {
  const out = join(folder, "floor-out");
  rmSync(out, { recursive: true, force: true });
  return measure({
    command: process.execPath,
    args: [floor, config, out, String(count)],
    cwd: folder,
    env: { NODE_PATH: join(ROOT, "node_modules") },
  });
}

function compiledFloor(folder: string): string {
  const outfile = join(folder, "floor.js");
  buildSync({
    entryPoints: [join(__dirname, "floor.ts")],
    outfile,
    platform: "node",
    format: "cjs",
  });
  return outfile;
}

/** Makes a project as CDKTF's template for TypeScript does, with the floor as its app. */
function templateProject(folder: string, config: string): string {
  const project = join(folder, "template");
  mkdirSync(project);
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  const app = readFileSync(join(__dirname, "floor.ts"), "utf8");
  writeFileSync(join(project, "main.ts"), app);
  writeFileSync(join(project, "package.json"), '{ "name": "template", "private": true }\n');
  writeFileSync(
    join(project, "cdktf.json"),
    `${JSON.stringify({
      language: "typescript",
      app: `npx tsx main.ts ${config} cdktf.out 1`,
      projectId: "8f6f2c1e-0d3b-4a57-9c68-2b1a7d9e4f50",
      sendCrashReports: "false",
      terraformProviders: [],
      terraformModules: [],
    })}\n`,
  );
  return project;
}
