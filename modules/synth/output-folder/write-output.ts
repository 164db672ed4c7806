import { lstatSync, readFileSync, rmSync } from "node:fs";

import { takeLock } from "./lock";
import { exists } from "./look";
import { makeFolder } from "./make-folder";
import { type OwnFolder, ownFolder } from "./own-folder";
import { type OutputOptions, type OutputPlan, planOutput } from "./plan";
import { applyFile, applyFolder, recover, replaceFile } from "./replace";
import { removeSetAside, setAside } from "./set-aside";
import { readWrittenFiles, type WrittenFiles, writtenFilesText } from "./written-files";

/** What a run found in an output folder and did there. Paths are those in the folder. */
export type OutputReport = Pick<OutputPlan, "edited" | "removed" | "kept" | "foreign"> & {
  /** Why the list of written files is not believed. */
  readonly listProblem?: string;
};

/** Content of files by their paths in the output folder, with slashes. */
export type Files = Readonly<Record<string, string>>;

/** The same, where one file is made after the other. */
type MadeFiles = Iterable<readonly [path: string, content: string]>;

/** Why nothing was written. */
export interface Refusal {
  readonly problems: readonly string[];
}

/**
 * Writes the generated files to an output folder, and removes those of an earlier run that are not
 * among them. Only what an earlier run is known to have written, and nobody has changed since, is
 * removed; what was changed is copied before it is written over. A folder that belongs together, such
 * as the HCL of a stack, is the old one or the new one at every moment.
 *
 * @param outdir path of the output folder; it is made where there is none
 * @param files what is to stand there; of files that are made one after the other, none is in its place
 *   before all are made
 * @param before called with what will be done, before it is done
 * @returns what was done, or why nothing was
 */
export function writeOutput(
  outdir: string,
  files: Files | MadeFiles,
  options: OutputOptions = {},
  before: (report: OutputReport) => void = () => undefined,
): OutputReport | Refusal {
  const own = ownFolder(outdir);
  makeFolder(outdir);
  const inTheWay = lstatSync(own.path, { throwIfNoEntry: false });
  if (inTheWay && !inTheWay.isDirectory()) {
    return {
      problems: [`${own.path} is not a folder, and connect-sso keeps its list there; move it away`],
    };
  }
  makeFolder(own.path);
  const lock = takeLock(own.lock);
  if (typeof lock !== "function") {
    return {
      problems: [
        `${lock.who} has been writing to ${outdir} for a while; wait until it has ended; if it does not run, remove ${own.lock}`,
      ],
    };
  }
  try {
    const made = Symbol.iterator in files ? files : Object.entries(files);
    return writeLocked(outdir, own, made, options, before);
  } finally {
    lock();
  }
}

function writeLocked(
  outdir: string,
  own: OwnFolder,
  files: MadeFiles,
  options: OutputOptions,
  before: (report: OutputReport) => void,
): OutputReport | Refusal {
  const { written, problem } = readWrittenFiles(own.list);
  recover(outdir, own, written);
  try {
    const plan = planOutput(outdir, setAside(outdir, own, files), written, options);
    if ("problems" in plan) return plan;
    const { edited, removed, kept, foreign } = plan;
    const report = {
      edited,
      removed,
      kept,
      foreign,
      ...(problem !== undefined && { listProblem: problem }),
    };
    before(report);
    apply(outdir, own, plan, written);
    return report;
  } finally {
    removeSetAside(own);
  }
}

function apply(outdir: string, own: OwnFolder, plan: OutputPlan, written: WrittenFiles): void {
  const list = (files: WrittenFiles) => {
    const text = writtenFilesText(files);
    if (exists(own.list) && readFileSync(own.list, "utf8") === text) return;
    replaceFile(own.fresh, own.list, text);
  };
  if (plan.folders.length > 0 || plan.files.length > 0) {
    // If the run ends in between, the next one knows what was written by either.
    list(both(written, plan.written));
    const isManifest = ({ path }: { path: string }) => path === "manifest.json";
    for (const change of plan.files.filter((one) => !isManifest(one)))
      applyFile(outdir, own, change);
    for (const change of plan.folders) applyFolder(outdir, own, change);
    // Last, since the CDKTF CLI reads from it which stacks there are.
    for (const change of plan.files.filter(isManifest)) applyFile(outdir, own, change);
  }
  list(plan.written);
  rmSync(own.replaced, { recursive: true, force: true });
}

function both(one: WrittenFiles, other: WrittenFiles): WrittenFiles {
  const all = new Map(one);
  for (const [path, hashes] of other) {
    all.set(path, [...new Set([...(all.get(path) ?? []), ...hashes])]);
  }
  return all;
}
