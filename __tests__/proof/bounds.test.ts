import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { succeed } from "../support/command";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import type { Case, Reader } from "./bounds/case";
import { licences } from "./bounds/licences";
import type { Measured } from "./bounds/measure";
import { READERS } from "./bounds/readers";
import { reading, type Reading } from "./bounds/reading";

/** Seconds of the processor that no reading takes. */
const MOST_SECONDS = 10;
/** Megabytes that no process takes, with Node.js, the program and the inputs. */
const MOST_MEGABYTES = 1_500;
/** How much worse than in proportion time may grow, from a tenth of a second on. */
const MARGIN = 2;
const NOTHING = 0.1;

const ROOT = resolve(__dirname, "../..");

/** Says what is wrong with the time that a case takes. */
function excess({ sizes: [small, large] }: Case, [before, after]: readonly Reading[]): string[] {
  const [least = 0, most = 0] = [before?.seconds, after?.seconds];
  const allowed = Math.max(least, NOTHING) * (large / small) * MARGIN;
  return [
    ...(most > MOST_SECONDS ? [`takes ${String(most)} s`] : []),
    ...(most > allowed ? [`grows from ${String(least)} s to ${String(most)} s`] : []),
  ];
}

/** What a reader takes as a whole, and for each way to grow. */
function figuresOf({ what, cases }: Reader, { readings, megabytes }: Measured): Figure[] {
  const seconds = Math.max(...readings.map(([, after]) => after.seconds));
  return [
    {
      what: `${what}: all ways to grow`,
      result: `${String(readings.length)} of ${String(cases.length)} take time in proportion or less; at most ${seconds.toFixed(1)} s for one, and ${megabytes.toFixed(0)} MB for all`,
    },
    ...readings.map(([before, after], index) => {
      const { grows = "", sizes: [small, large] = [0, 0] } = cases[index] ?? {};
      const outcome = after.outcome === "read" ? "read" : "refused with a message";
      return {
        what: `${grows}: ${small.toLocaleString("en-US")} and ${large.toLocaleString("en-US")}`,
        result: `${before.seconds.toFixed(2)} s and ${after.seconds.toFixed(2)} s, ${outcome}`,
      };
    }),
  ];
}

const figures: Figure[] = [];
let tried = 0;
const folder = mkdtempSync(join(tmpdir(), "connect-sso-bounds-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("whatever the size, depth and number of things in it, an input is read in bounds:", () => {
  it.each(Object.entries(READERS))(
    "%s",
    async (name, reader) => {
      if (!EVERYTHING) {
        for (const one of reader.cases) {
          const { seconds } = await reading(reader, one, Math.ceil(one.sizes[1] / 500), folder);
          expect([one.grows, seconds < MOST_SECONDS / 5]).toEqual([one.grows, true]);
        }
        return;
      }
      const args = ["--import", "tsx", "__tests__/proof/bounds/measure.ts", name, folder];
      const measured = JSON.parse(
        await succeed("node", args, { cwd: ROOT, seconds: 1_500 }),
      ) as Measured;
      const wrong = reader.cases.flatMap((one, index) =>
        excess(one, measured.readings[index] ?? []).map((why) => `${one.grows} ${why}`),
      );
      expect(wrong).toEqual([]);
      expect(measured.megabytes).toBeLessThan(MOST_MEGABYTES);
      figures.push(...figuresOf(reader, measured));
      tried += 1;
    },
    1_800_000,
  );
});

describe("the packages that the package takes", () => {
  const { required, optional, peers, copyleft } = licences();

  it("have licences that permit their use in any program", () => {
    const all = [...required.licences, ...optional.licences];
    expect([...new Set(all)].sort()).toEqual([
      "0BSD",
      "Apache-2.0",
      "BSD-2-Clause",
      "BlueOak-1.0.0",
      "ISC",
      "MIT",
    ]);
  });

  it("but CDKTF, which has that of Mozilla, and which the user's own project has", () => {
    const others = peers.licences.filter((licence) => !required.licences.includes(licence));
    expect([...new Set(others)].sort()).toEqual([
      "Apache-2.0",
      "BSD-3-Clause",
      "MPL-2.0",
      "Public Domain",
    ]);
  });

  it("while those with the GNU licences are for tests alone", () => {
    expect(copyleft).toEqual([
      { name: "@cloud-copilot/iam-policy", dev: true },
      { name: "@cloud-copilot/iam-simulate", dev: true },
      { name: "@cloud-copilot/iam-utils", dev: true },
    ]);
  });

  it("are counted", () => {
    const counted = ({ names, packages, licences: own }: typeof required) =>
      `${String(names)}, with all that they take ${String(packages)}: ${[...new Set(own)].sort().join(", ")}`;
    figures.push(
      { what: "dependencies of the package", result: counted(required) },
      { what: "optional dependencies, for commands that call AWS", result: counted(optional) },
      { what: "peer dependencies, of the user's own project", result: counted(peers) },
    );
  });
});

it("All of it was tried, with figures of it", () => {
  expect(tried).toBe(EVERYTHING ? Object.keys(READERS).length : 0);
  keepFigures("bounds", figures);
});
