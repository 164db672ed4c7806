import { join } from "node:path";

import { maybeGenerated } from "../generated";
import { entriesOf, exists, filesBelow, type Found, Looker } from "./look";
import type { Hashes } from "./set-aside";
import { hashOf, type WrittenFiles } from "./written-files";

/** Options of a run. */
export interface OutputOptions {
  /**
   * Set to `true` to keep the folders of stacks that are gone, which the CDKTF CLI removes itself.
   *
   * @default false
   */
  readonly keepStacks?: boolean;
  /**
   * Lock files of Terraform that stand while it works in a folder, by the folder's path.
   *
   * @default - those in the folder
   */
  readonly terraformLocks?: Readonly<Record<string, string>>;
}

/** A folder that is replaced as a whole. Paths are those in the folder. */
export interface FolderChange {
  readonly path: string;
  /** Files of the new folder. */
  readonly files: readonly string[];
  /** Files that are removed. */
  readonly dropped: readonly string[];
  /** Copies of files that were changed by hand, by the path of the file. */
  readonly copies: ReadonlyMap<string, string>;
}

/** A file that is replaced or removed by itself. */
export interface FileChange {
  readonly path: string;
  /** True for a file that has no successor. */
  readonly isRemoved: boolean;
  /** Path of a copy of a file that was changed by hand. */
  readonly copy?: string;
}

/** What a run is to do in an output folder. All paths are those in the folder. */
export interface OutputPlan {
  readonly folders: readonly FolderChange[];
  readonly files: readonly FileChange[];
  /** Files that were changed since they were written, and the copies that are kept of them. */
  readonly edited: readonly { readonly path: string; readonly copy: string }[];
  /** Folders and files of an earlier run that go, each with what stays in it. */
  readonly removed: readonly { readonly path: string; readonly left: readonly string[] }[];
  /** What an earlier run wrote and nothing uses any more, and why it stays. */
  readonly kept: readonly { readonly path: string; readonly reason: string }[];
  /** Folders where generated ones stand, that no run is known to have written. */
  readonly foreign: readonly string[];
  /** What counts as written after the run. */
  readonly written: WrittenFiles;
}

/** Folders whose content is replaced as a whole; the only file of a stack is replaced by itself. */
const WHOLE = ["hcl", "handoff"];
const TOPS = ["stacks", ...WHOLE];

/**
 * Decides what a run does in an output folder, and changes nothing.
 *
 * @param files those that were set aside, which are to take their places
 * @returns the plan, or the problems that forbid one
 */
export function planOutput(
  outdir: string,
  files: Hashes,
  written: WrittenFiles,
  options: OutputOptions = {},
): OutputPlan | { readonly problems: readonly string[] } {
  const context = { outdir, files, written, options, looker: new Looker(outdir) };
  const units = unitsOf([...files.keys(), ...written.keys()]);
  const plans = [...units].map(([unit, paths]) => planUnit(context, unit, paths));
  const all = <T>(part: (plan: UnitPlan) => readonly T[] | undefined) =>
    plans.flatMap((plan) => part(plan) ?? []);
  const problems = all((plan) => plan.problems);
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  return {
    folders: all((plan) => plan.folders),
    files: all((plan) => plan.files),
    edited: all((plan) => plan.edited),
    removed: all((plan) => plan.removed),
    kept: all((plan) => plan.kept),
    foreign: foreignFolders(outdir, [...units.keys()]),
    written: new Map(all((plan) => plan.written)),
  };
}

interface Context {
  readonly outdir: string;
  readonly files: Hashes;
  readonly written: WrittenFiles;
  readonly options: OutputOptions;
  readonly looker: Looker;
}

/** What a run does in one folder; see `OutputPlan`. */
interface UnitPlan extends Partial<Omit<OutputPlan, "written">> {
  readonly written: readonly (readonly [path: string, hashes: readonly string[]])[];
  readonly problems?: readonly string[];
}

function planUnit(context: Context, unit: string, paths: readonly string[]): UnitPlan {
  const { outdir, files, written, options, looker } = context;
  const wanted = paths.filter((path) => files.has(path));
  const stale = paths.filter((path) => !files.has(path));
  const asItIs = stale.map((path) => [path, written.get(path) ?? []] as const);
  const isGone = wanted.length === 0;
  if (options.keepStacks === true && isGone && unit.startsWith("stacks/")) {
    return { written: asItIs };
  }
  const own = stale.filter((path) => isOwn(path, looker.at(path), written.get(path)));
  const reason = isGone && own.length > 0 ? whyKept(outdir, unit, own) : undefined;
  if (reason !== undefined) return { kept: [{ path: unit, reason }], written: asItIs };

  const { changes, problems } = replacements(context, wanted);
  const lock =
    isWhole(unit) && changes.length + own.length > 0
      ? terraformLock(outdir, unit, options.terraformLocks?.[unit])
      : undefined;
  return {
    ...applied(unit, wanted, [...changes, ...own.map((path) => ({ path, isRemoved: true }))]),
    edited: changes.flatMap(({ path, copy }) => (copy === undefined ? [] : [{ path, copy }])),
    removed: own.length > 0 ? removals(outdir, unit, own, !isGone) : [],
    kept: stale.filter((path) => !own.includes(path)).flatMap((path) => changed(looker, path)),
    written: wanted.map((path) => [path, [files.get(path) ?? ""]]),
    problems: lock === undefined ? problems : [...problems, busy(outdir, unit, lock)],
  };
}

/** Finds the files that differ from what is to be written, with a copy where nobody knows who wrote them. */
function replacements({ outdir, files, written, looker }: Context, wanted: readonly string[]) {
  const changes: FileChange[] = [];
  const problems: string[] = [];
  for (const path of wanted) {
    const found = looker.at(path);
    if (found.kind === "obstacle") problems.push(obstacle(outdir, found));
    if (found.kind === "nothing") changes.push({ path, isRemoved: false });
    if (found.kind !== "file") continue;
    const hash = hashOf(found.content);
    if (hash === files.get(path)) continue;
    const isKnown = written.get(path)?.includes(hash) === true;
    changes.push({
      path,
      isRemoved: false,
      ...(!isKnown && { copy: copyOf(looker, path, found.content) }),
    });
  }
  return { changes, problems };
}

/** Has the folder replaced as a whole, or each file by itself. */
function applied(
  unit: string,
  wanted: readonly string[],
  changes: readonly FileChange[],
): Pick<UnitPlan, "files" | "folders"> {
  if (changes.length === 0) return {};
  if (!isWhole(unit)) return { files: changes };
  const within = (path: string) => path.slice(unit.length + 1);
  const change: FolderChange = {
    path: unit,
    files: wanted.map(within),
    dropped: changes.flatMap(({ path, isRemoved }) => (isRemoved ? [within(path)] : [])),
    copies: new Map(
      changes.flatMap(({ path, copy }) =>
        copy === undefined ? [] : [[within(path), within(copy)]],
      ),
    ),
  };
  return { folders: [change] };
}

/** Says why a file that nothing uses any more stays. */
function changed(looker: Looker, path: string): { path: string; reason: string }[] {
  const found = looker.at(path);
  if (found.kind === "nothing") return [];
  const reason =
    found.kind === "file"
      ? "it was changed since it was written"
      : `${found.path} is ${found.what}`;
  return [{ path, reason }];
}

/** Groups paths by the folder that they are a part of: `hcl/<stack>`, `handoff/<instance>`, `stacks/<stack>`. */
function unitsOf(paths: readonly string[]): Map<string, string[]> {
  const units = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const unit = path.split("/").slice(0, 2).join("/");
    const own = units.get(unit);
    if (own) own.push(path);
    else units.set(unit, [path]);
  }
  return units;
}

function isWhole(unit: string): boolean {
  return WHOLE.some((top) => unit.startsWith(`${top}/`));
}

/** Tells whether a file is as a run wrote it, by the list, and by its own first line in case that lies. */
function isOwn(path: string, found: Found, hashes: readonly string[] = []): boolean {
  return (
    found.kind === "file" &&
    hashes.includes(hashOf(found.content)) &&
    maybeGenerated(path, found.content.toString("utf8"))
  );
}

/** Names a copy beside a file; one with the same content is there already. */
function copyOf(looker: Looker, path: string, content: Buffer): string {
  for (let number = 1; ; number += 1) {
    const copy = `${path}.edited${number === 1 ? "" : `-${String(number)}`}`;
    const found = looker.at(copy);
    if (found.kind === "nothing") return copy;
    if (found.kind === "file" && found.content.equals(content)) return copy;
  }
}

/** State files, and the backups that Terraform keeps of them. */
const STATE = /\.tfstate(\.|$)/;
const TERRAFORM = /\.tf(\.json)?$/;

/** Says why a folder that nothing uses any more stays as it is. */
function whyKept(outdir: string, unit: string, own: readonly string[]): string | undefined {
  const others = filesBelow(join(outdir, unit)).filter((path) => !own.includes(`${unit}/${path}`));
  if (others.some((path) => STATE.test(path))) return "it holds Terraform state";
  const terraform = others.find((path) => TERRAFORM.test(path));
  return terraform === undefined
    ? undefined
    : `it holds ${terraform}, which was written or changed by hand`;
}

/** What to say of files that go: the folder with what stays in it, or each file of a folder in use. */
function removals(outdir: string, unit: string, own: readonly string[], inUse: boolean) {
  if (inUse || unit === "manifest.json") return own.map((path) => ({ path, left: [] }));
  const left = entriesOf(join(outdir, unit)).filter(({ name }) => {
    const path = `${unit}/${name}`;
    return (
      filesBelow(outdir, { hidden: true }, path).some((file) => !own.includes(file)) ||
      !own.some((file) => file === path || file.startsWith(`${path}/`))
    );
  });
  return [{ path: unit, left: left.map(({ name }) => name).sort() }];
}

function foreignFolders(outdir: string, units: readonly string[]): string[] {
  const known = new Set(units);
  return TOPS.flatMap((top) =>
    entriesOf(join(outdir, top))
      .filter(
        (entry) =>
          (entry.isDirectory() || entry.isSymbolicLink()) && !known.has(`${top}/${entry.name}`),
      )
      .map(({ name }) => `${top}/${name}`)
      .sort(),
  );
}

/** Finds the file that Terraform keeps while it works with the state of a folder. */
function terraformLock(outdir: string, unit: string, other?: string): string | undefined {
  const own = filesBelow(join(outdir, unit)).find((path) =>
    /(^|\/)\.[^/]*\.lock\.info$/.test(path),
  );
  if (own !== undefined) return join(outdir, unit, own);
  return other !== undefined && exists(join(outdir, unit)) && exists(other) ? other : undefined;
}

function obstacle(outdir: string, { path, what }: { path: string; what: string }): string {
  return `${join(outdir, path)} is ${what}, which is neither followed nor replaced; move it away, or name another output folder with --out`;
}

function busy(outdir: string, unit: string, lock: string): string {
  return `${join(outdir, unit)} cannot be replaced while Terraform works in it; wait until it has ended; if it does not run, remove ${lock}`;
}
