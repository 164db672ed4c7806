import fs from "node:fs";
import { hostname } from "node:os";

import { Compiled } from "../support/compiled";
import { EVERYTHING, keepFigures } from "../support/figures";
import { ReplacedOutput } from "../support/replaced-output";
import { synthHere } from "../support/synth-here";
import { type Step, watchFiles } from "../support/watch-files";

jest.setTimeout(3_600_000);

/** Everything: in processes that are killed, two side by side; else within this process, which only stops. */
const LANES = EVERYTHING ? 2 : 1;
/** Every so many steps of the quick part. */
const STRIDE = 150;

let lanes: ReplacedOutput[];
let compiled: Compiled | undefined;
beforeAll(async () => {
  lanes = [];
  while (lanes.length < LANES) lanes.push(await ReplacedOutput.make());
  if (EVERYTHING) compiled = new Compiled();
});
afterAll(() => {
  for (const { project } of lanes) project.remove();
  compiled?.remove();
});

/** Lists the steps of the synthesis that replaces the old output, of those that change something. */
async function changesOf(output: ReplacedOutput): Promise<Step[]> {
  const steps: Step[] = [];
  output.begin();
  output.use("new");
  const end = watchFiles(fs, output.project.folder, (step) => steps.push(step));
  try {
    await synthHere(output.project, {}, ["--hcl"]);
  } finally {
    end();
  }
  expect(output.snapshot()).toEqual(output.after);
  return steps.filter(({ kind }) => kind === "change");
}

/** What a synthesis within this process fails with from the step on before which it is killed. */
class Killed extends Error {}

/** Synthesizes the new configs, and is killed before a step. */
async function kill(output: ReplacedOutput, place: number): Promise<void> {
  const { project } = output;
  output.use("new");
  if (compiled) {
    const { code } = await compiled.killed(project, place, ["synth", "--hcl"]);
    expect({ place, code }).toEqual({ place, code: null });
    return;
  }
  let left = place;
  const end = watchFiles(fs, project.folder, ({ kind }) => {
    if (kind === "change") left -= 1;
    if (left < 0) throw new Killed();
  });
  try {
    await synthHere(project, {}, ["--hcl"]);
  } finally {
    end();
  }
  // This process lives on, which the lock names as far as it is written.
  const { [LOCK]: lock } = output.snapshot();
  const ended = JSON.stringify({ process: 2 ** 30, host: hostname() });
  if (lock?.endsWith("}") === true) project.write(`cdktf.out/${LOCK}`, ended);
}

const LOCK = ".connect-sso/lock.json";

/** Compares the folders with the old and the new ones. @returns those that are away for a moment */
function oldOrNew(output: ReplacedOutput, place: number): readonly string[] {
  const { mixed, away } = output.compare();
  expect({ place, mixed }).toEqual({ place, mixed: [] });
  return away;
}

/** Synthesizes without being killed, the new configs or the old ones in turn, and expects exactly that. */
async function expectHealed(output: ReplacedOutput, place: number): Promise<void> {
  const configs = place % 2 === 0 ? "new" : "old";
  await output.synth(configs);
  expect({ place, found: output.snapshot() }).toEqual({
    place,
    found: configs === "new" ? output.after : output.back,
  });
}

test("A synthesis that is killed at any step leaves each folder old or new, and the next one ends its work", async () => {
  const [first] = lanes;
  if (!first) throw new Error("no output folder");
  const steps = await changesOf(first);
  const renames = steps.flatMap(({ operation, path = "" }, place) =>
    operation === "renameSync" && /cdktf\.out\/(hcl|handoff)\//.test(path) ? [place + 1] : [],
  );
  const places = [...steps.keys()].filter(
    (place) => EVERYTHING || place % STRIDE === 0 || place === renames[0],
  );
  const away: string[] = [];
  for (let next = 0; next < places.length; next += LANES) {
    const now = lanes.flatMap((output, lane) => {
      const place = places[next + lane];
      return place === undefined ? [] : [{ output, place }];
    });
    await Promise.all(
      now.map(({ output, place }) => {
        output.begin();
        return kill(output, place);
      }),
    );
    for (const { output, place } of now) {
      away.push(...oldOrNew(output, place));
      await expectHealed(output, place);
    }
  }
  // Between the two renames of a folder there is none for a moment.
  expect(away.sort()).toEqual(
    EVERYTHING
      ? [
          "handoff/connect-sso",
          "handoff/people",
          "hcl/connect-sso-federation",
          "hcl/people-federation",
        ]
      : [expect.any(String)],
  );
  const count = String(places.length);
  keepFigures("output-folder-killed", [
    {
      what: "syntheses killed (SIGKILL), one before each step that changes a file or folder: two stacks and a sheet replaced, one of each removed, one made",
      result: `${count} of ${count} times each folder was the old one or the new one, with all that others have in it`,
    },
    {
      what: "of these, between the two renames that replace a folder",
      result: `${String(away.length)} times that folder was away, and kept whole beside`,
    },
    {
      what: "next syntheses, of the new configs or the old ones in turn",
      result: `${count} of ${count} ended with exactly their output, what others have there, and nothing left over`,
    },
  ]);
});
