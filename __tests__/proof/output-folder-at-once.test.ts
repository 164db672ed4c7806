import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

import fc from "fast-check";

import { EVERYTHING, keepFigures } from "../support/figures";
import { ReplacedOutput, type Snapshot } from "../support/replaced-output";

jest.setTimeout(3_600_000);

const WRITERS = EVERYTHING ? ["one", "two", "three"] : ["one", "two"];
const ROUNDS = EVERYTHING ? 100 : 1;
/** Milliseconds within which the syntheses of a round begin: one takes about this long. */
const WITHIN = 200;
const SEED = 20;
const SIZE = { minLength: WRITERS.length, maxLength: WRITERS.length };

/** Synthesizes its configs each time that it is told to, after so many milliseconds, and says so. */
const WRITER = `
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { writeHere } from ${JSON.stringify(resolve(__dirname, "../support/resynth.ts"))};
for await (const milliseconds of createInterface(process.stdin)) {
  await setTimeout(Number(milliseconds));
  writeHere(process.argv[2], "cdktf.out", true);
  console.log("done");
}
`;

/** A process that synthesizes configs of its own into the output folder of all. */
class Writer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private said = "";

  public constructor(folder: string, configs: string) {
    this.child = spawn(process.execPath, ["--import", "tsx", "writer.mts", configs], {
      cwd: folder,
    });
    this.child.stderr.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    this.lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  public async write(delay = 0): Promise<void> {
    this.child.stdin.write(`${String(delay)}\n`);
    const { value } = (await this.lines.next()) as { value?: string };
    if (value !== "done") throw new Error(`a synthesis ended: ${this.said}`);
  }

  public async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.stdin.end();
    await once(this.child, "exit");
  }
}

test("Syntheses at once into one folder: it is the output of one of them, and never a mixture", async () => {
  const output = new ReplacedOutput();
  const { project } = output;
  project.write("writer.mts", WRITER);
  for (const name of WRITERS) {
    output.use(name);
    cpSync(project.path("config"), project.path(name), { recursive: true });
  }
  const writers = WRITERS.map((name) => new Writer(project.folder, name));
  try {
    await writers[0]?.write();
    output.addTheirs();
    const alone: Snapshot[] = [];
    for (const writer of writers) {
      await writer.write();
      alone.push(output.snapshot());
    }
    const delays = fc.sample(fc.array(fc.nat(WITHIN), SIZE), { seed: SEED, numRuns: ROUNDS });
    const last = new Map<number, number>();
    for (const own of delays) {
      await Promise.all(writers.map((writer, index) => writer.write(own[index])));
      const found = output.snapshot();
      const index = alone.findIndex((one) => JSON.stringify(one) === JSON.stringify(found));
      if (index < 0) expect({ own, found }).toEqual({ own, found: alone[0] });
      last.set(index, (last.get(index) ?? 0) + 1);
    }
    const count = String(ROUNDS);
    keepFigures("output-folder-at-once", [
      {
        what: `rounds of ${String(WRITERS.length)} syntheses of different configs at once into one folder, begun within ${String(WITHIN)} ms (seed ${String(SEED)})`,
        result: `${count} of ${count} ended as the output of one of them, whole, with what others have there`,
      },
      {
        what: "of these, by the process that was the last to write",
        result: WRITERS.map((_, index) => String(last.get(index) ?? 0)).join(", "),
      },
    ]);
  } finally {
    for (const writer of writers) await writer.end();
    project.remove();
  }
});
