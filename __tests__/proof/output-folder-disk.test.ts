import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import { succeed } from "../support/command";
import { Compiled } from "../support/compiled";
import { EVERYTHING, keepFigures } from "../support/figures";
import { ReplacedOutput } from "../support/replaced-output";

jest.setTimeout(3_600_000);

/** Where file systems can be mounted, which end with the script. */
const NAMESPACE = ["--user", "--map-root-user", "--mount", "bash", "-euc"];
/** Whoever runs it, the permissions of files hold. */
const UNPRIVILEGED = "setpriv --bounding-set=-all --inh-caps=-all";

/** What is wrong with the file system of the output folder. */
interface Fault {
  readonly what: string;
  /** Commands that make it so, and those that put it right. */
  readonly make: string;
  readonly end: string;
  /** The code of the error. */
  readonly code: string;
}

/** A file system in memory that has room for so many more kilobytes, or files and folders. */
function full(option: "size" | "nr_inodes", room: number): Fault {
  const [column, unit] = option === "size" ? ["used", "k"] : ["iused", ""];
  return {
    what: `room for ${String(room)} more (${option})`,
    make: `used=$(df -k --output=${column} cdktf.out | tail -1)
mount -o remount,${option}=$((used + ${String(room)}))${unit} cdktf.out`,
    end: `mount -o remount,${option}=100000${unit} cdktf.out`,
    code: "ENOSPC",
  };
}

/** A folder in which nothing can be written, on a file system that is read-only from there. */
function mountedReadOnly(folder: string): Fault {
  const path = `'cdktf.out/${folder}'`;
  return {
    what: `${folder} mounted read-only`,
    make: `mount --bind ${path} ${path}; mount -o remount,bind,ro ${path}`,
    // The folder that it is in may have been moved, with the mount.
    end: `umount "$(tail -n 1 /proc/mounts | cut -d ' ' -f 2)"`,
    code: "EROFS|EBUSY|EXDEV",
  };
}

/** A file or folder with permissions that are not enough. */
function forbidden(path: string, mode: string): Fault {
  return {
    what: `${path} with the permissions ${mode}`,
    make: `chmod ${mode} 'cdktf.out/${path}'`,
    // It may have been moved.
    end: "chmod -R u+rwX cdktf.out",
    code: "EACCES",
  };
}

let output: ReplacedOutput;
let compiled: Compiled;
beforeAll(async () => {
  if (!EVERYTHING) return;
  output = await ReplacedOutput.make();
  compiled = new Compiled();
});
afterAll(() => {
  if (!EVERYTHING) return;
  output.project.remove();
  compiled.remove();
});

/** Synthesizes the new configs over the old output on a file system of its own, with a fault. */
async function synthesize({ make, end }: Fault): Promise<{ code: number; said: string }> {
  const { project } = output;
  output.use("new");
  for (const folder of ["cdktf.out", "left"]) {
    rmSync(project.path(folder), { recursive: true, force: true });
  }
  const script = `
mkdir cdktf.out left
mount -t tmpfs tmpfs cdktf.out
cp -a template/. cdktf.out
${make}
code=0
${UNPRIVILEGED} "$0" "$@" synth --hcl >/dev/null 2>said || code=$?
${end}
cp -a cdktf.out/. left
echo $code`;
  const args = [...NAMESPACE, script, process.execPath, compiled.program];
  const code = Number(await succeed("unshare", args, { cwd: project.folder }));
  output.put("left");
  return { code, said: readFileSync(project.path("said"), "utf8") };
}

/** Tries a fault, and expects that it leaves each folder old or new. @returns whether it failed the synthesis */
async function tries(fault: Fault): Promise<boolean> {
  const { code, said } = await synthesize(fault);
  const { mixed, away } = output.compare();
  expect({ ...fault, said, mixed, away }).toEqual({ ...fault, said, mixed: [], away: [] });
  if (code === 0) {
    expect({ ...fault, found: output.snapshot() }).toEqual({ ...fault, found: output.after });
    return false;
  }
  const message = new RegExp(
    `^error: cdktf\\.out\\S*: [a-z ,-]+ \\((${fault.code})\\); [a-z ,]+\\n$`,
    "m",
  );
  expect({ ...fault, said }).toEqual({
    ...fault,
    said: expect.stringMatching(message) as string,
  });
  await output.synth("new");
  expect({ ...fault, found: output.snapshot() }).toEqual({ ...fault, found: output.after });
  return true;
}

/** Tries faults. @returns how many, and how many of them failed the synthesis */
async function triesAll(faults: readonly Fault[]): Promise<string> {
  let failed = 0;
  for (const fault of faults) if (await tries(fault)) failed += 1;
  const count = String(faults.length);
  return `${count} of ${count} times each folder was the old one or the new one; ${String(failed)} failed with the path, the reason and what to do, and the next synthesis ended the work`;
}

const withEverything = EVERYTHING ? test : test.skip;

withEverything(
  "A disk that is full or cannot be written to leaves each folder old or new, and the next synthesis ends the work",
  async () => {
    const folders = [...new Set(Object.keys(output.before).flatMap(foldersAbove))].sort();
    const steps = Array.from({ length: 20 }, (_, index) => index);
    keepFigures("output-folder-disk", [
      {
        what: "file systems in memory with room for 0 to 1,140 KB more than the old output",
        result: await triesAll(steps.map((step) => full("size", step * 60))),
      },
      {
        what: "file systems with room for 0 to 114 files more",
        result: await triesAll(steps.map((step) => full("nr_inodes", step * 6))),
      },
      {
        what: "folders of the output, each mounted read-only",
        result: await triesAll(folders.map(mountedReadOnly)),
      },
      {
        what: "folders of the output that nobody may write to, or read, and a list of written files that nobody may read",
        result: await triesAll([
          ...folders.flatMap((path) => [forbidden(path, "555"), forbidden(path, "000")]),
          forbidden(".connect-sso/written.json", "000"),
        ]),
      },
    ]);
  },
);

/** The folders that a path is in, and the output folder. */
function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === "." ? ["."] : [folder, ...foldersAbove(folder)];
}
