import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Shell } from "../../text";

/** How this program was started, and so how the commands begin that it tells people to run. */
export interface Invocation {
  /**
   * The program that runs a command.
   *
   * - `npm run`: a clone of the repository, whose scripts have the names of the commands
   * - `npx connect-sso`: the package is installed in the project, or run by `npx`
   * - `connect-sso`: the package is installed for the whole system
   */
  readonly program: "npm run" | "npx connect-sso" | "connect-sso";
  /**
   * The CLI of CDKTF or CDK Terrain: that of the project, or, where the project has none, one that npx
   * fetches.
   */
  readonly cdktf: "npx cdktf" | "npx cdktf-cli@0.21" | "npx cdktn" | "npx cdktn-cli@0.24";
  /** The shell that the lines are for. */
  readonly shell: Shell;
  /** True for lines that end up in a file, which carries no path of this machine. */
  readonly isForFile: boolean;
}

/** What tells how a program was started. */
export interface Surroundings {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** Finds out how this program was started, from the working folder and the environment. */
export function howStarted(given: Partial<Surroundings> = {}): Invocation {
  const { folder = process.cwd(), env = process.env, platform = process.platform } = given;
  const project = packageIn(folder);
  const isClone = project?.name === "connect-sso";
  // npm sets this for whatever it runs; a program on the PATH is started without it.
  const isByNpm = env["npm_command"] !== undefined || isInstalled("connect-sso", folder);
  return {
    program: isClone ? "npm run" : isByNpm ? "npx connect-sso" : "connect-sso",
    cdktf: isClone ? "npx cdktf" : cdktfCli(project),
    shell: platform === "win32" ? "PowerShell" : "POSIX",
    isForFile: false,
  };
}

/**
 * The lines for a file that is handed to somebody else: they depend on the project, which everybody
 * has, and not on the machine that wrote the file.
 */
export function forEverybody({ program, cdktf }: Invocation): Invocation {
  return {
    program: program === "npm run" ? program : "npx connect-sso",
    cdktf,
    shell: "POSIX",
    isForFile: true,
  };
}

interface Package {
  readonly name?: unknown;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
}

function cdktfCli(project: Package | undefined): Invocation["cdktf"] {
  if (lists(project, "cdktf-cli")) return "npx cdktf";
  if (lists(project, "cdktf")) return "npx cdktf-cli@0.21";
  if (lists(project, "cdktn-cli")) return "npx cdktn";
  return lists(project, "cdktn") ? "npx cdktn-cli@0.24" : "npx cdktf-cli@0.21";
}

function packageIn(folder: string): Package | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof read === "object" && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

function lists(project: Package | undefined, name: string): boolean {
  return [project?.dependencies, project?.devDependencies].some(
    (list) => typeof list === "object" && list !== null && Object.hasOwn(list, name),
  );
}

/** Tells if a package is installed where Node.js looks for it from a folder. */
function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, "node_modules", name))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInstalled(name, parent);
}
