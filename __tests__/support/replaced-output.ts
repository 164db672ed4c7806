import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";

import { Project } from "./project";
import { synthHere } from "./synth-here";

/** Everything in a folder by its path there: the content of files, where links lead, and empty folders. */
export type Snapshot = Readonly<Record<string, string>>;

/** Files of others in an output folder, which no synthesis may touch. */
const THEIRS = {
  "handoff/connect-sso/ticket.txt": "1234",
  "handoff/people/module/mine.md": "mine",
  "hcl/connect-sso-federation/notes.txt": "notes",
  "hcl/people-federation/.terraform.lock.hcl": "locked",
  "hcl/people-federation/.terraform/providers/aws": "downloaded",
  "hcl/people-federation/terraform.tfvars": "region = 1",
  "hcl/vault/main.tf": "vault",
  "notes.txt": "notes",
  "stacks/connect-sso-federation/.terraform/providers/aws": "downloaded",
  "stacks/people-federation/.terraform.lock.hcl": "locked",
};
const EMPTY = "an empty folder";
/** A generated file that somebody has changed, which is copied before it is written over. */
const EDITED = "handoff/people/RUNBOOK.md";

/**
 * A project with an old output as stacks, HCL, sheets and modules, files of others beside, and with new
 * configs: one of its two instances has changed, the other is gone, and there is a new one.
 */
export class ReplacedOutput {
  public readonly project = new Project().copy("examples");
  /** The output folder before the synthesis. */
  public before: Snapshot = {};
  /** The output folder after it. */
  public after: Snapshot = {};
  /** The output folder after it and a synthesis of the old configs. */
  public back: Snapshot = {};

  public constructor() {
    cpSync(this.project.path("examples/metadata"), this.project.path("config/metadata"), {
      recursive: true,
    });
  }

  /** Makes the old output, and finds out what the two syntheses make of it. */
  public static async make(): Promise<ReplacedOutput> {
    const output = new ReplacedOutput();
    const { project } = output;
    await output.synth("old");
    output.addTheirs();
    copyFolder(project.path("cdktf.out"), project.path("template"));
    output.before = output.snapshot();
    await output.synth("new");
    output.after = output.snapshot();
    await output.synth("old");
    output.back = output.snapshot();
    return output;
  }

  /** Puts files of others into the output folder, and changes a generated one. */
  public addTheirs(): void {
    const { project } = this;
    for (const [path, content] of Object.entries(THEIRS))
      project.write(`cdktf.out/${path}`, content);
    project.edit(`cdktf.out/${EDITED}`, (text) => `${text}edited`);
    mkdirSync(project.path("cdktf.out/handoff/people/empty"));
    symlinkSync("terraform.tfvars", project.path("cdktf.out/hcl/people-federation/link"));
  }

  /** Puts the old output back, with what others have there. */
  public begin(): void {
    this.put("template");
  }

  /** Has a copy of a folder of the project as the output folder. */
  public put(folder: string): void {
    rmSync(this.project.path("cdktf.out"), { recursive: true, force: true });
    copyFolder(this.project.path(folder), this.project.path("cdktf.out"));
  }

  /** Has the old configs, or others of this name, as those of the project. */
  public use(configs: string): void {
    const { project } = this;
    const gone = configs === "old" ? "admin-guide" : "connect-sso";
    rmSync(project.path(`config/${gone}.yaml`), { force: true });
    for (const name of ["people", configs === "old" ? "connect-sso" : "admin-guide"]) {
      const config = project.read(`examples/${name}.yaml`);
      project.write(`config/${name}.yaml`, `${config}namePrefix: ${configs}-${name}-\n`);
    }
  }

  /** Synthesizes within this process, and expects that it succeeds. */
  public async synth(configs: "old" | "new"): Promise<void> {
    this.use(configs);
    const outcome = await synthHere(this.project, {}, ["--hcl"]);
    if (outcome.code !== 0) throw new Error(outcome.stderr);
  }

  public snapshot(): Snapshot {
    return snapshotOf(this.project.path("cdktf.out"));
  }

  /**
   * Compares what is there with the old and the new output, folder by folder.
   *
   * @returns paths of the folders that are neither, and those that are away for a moment, while they are
   * replaced: the old one is kept whole where the next synthesis finds it
   */
  public compare(found: Snapshot = this.snapshot()): Comparison {
    const kept = below(found, ".connect-sso/old");
    const folders = new Set(
      [this.before, this.after, found].flatMap((state) => Object.keys(state).map(folderOf)),
    );
    folders.delete(".connect-sso");
    const differing = [...folders].filter((folder) => {
      const now = text(below(found, folder));
      return now !== text(below(this.before, folder)) && now !== text(below(this.after, folder));
    });
    const isAway = (folder: string) =>
      Object.keys(below(found, folder)).length === 0 &&
      text(below(kept, folder)) === text(below(this.before, folder));
    return {
      mixed: differing.filter((folder) => !isAway(folder)),
      away: differing.filter(isAway),
    };
  }
}

function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** Folders that are neither the old nor the new one. */
interface Comparison {
  readonly mixed: readonly string[];
  readonly away: readonly string[];
}

/** The folder that is replaced as a whole: `hcl/people-federation`; a file at the top is its own. */
function folderOf(path: string): string {
  const [top = "", unit = ""] = path.split("/");
  return top.startsWith(".") || unit === "" ? top : `${top}/${unit}`;
}

/** What is in a folder, or a file itself; an empty folder is as none. */
function below(state: Snapshot, folder: string): Snapshot {
  return Object.fromEntries(
    Object.entries(state).flatMap(([path, content]) =>
      (path === folder && content !== EMPTY) || path.startsWith(`${folder}/`)
        ? [[path.slice(folder.length + 1), content]]
        : [],
    ),
  );
}

function text(state: Snapshot): string {
  return JSON.stringify(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function snapshotOf(folder: string, path = ""): Snapshot {
  const entries = readdirSync(join(folder, path)).map((name): Snapshot => {
    const own = path === "" ? name : `${path}/${name}`;
    const stats = lstatSync(join(folder, own));
    if (stats.isSymbolicLink()) return { [own]: `a link to ${readlinkSync(join(folder, own))}` };
    if (stats.isFile()) return { [own]: readFileSync(join(folder, own), "utf8") };
    const inside = snapshotOf(folder, own);
    return Object.keys(inside).length > 0 ? inside : { [own]: EMPTY };
  });
  return Object.assign({}, ...entries) as Snapshot;
}
