import { readdirSync, statSync } from "node:fs";
import { basename, extname, join, relative, resolve, sep } from "node:path";

import { commandLine, howStarted } from "../invocation";
import type { Problem } from "./problem";

/** Returns a path relative to the working folder when it is in it, with slashes on every system. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return (fromHere.startsWith("..") ? path : fromHere).split(sep).join("/");
}

/** Finds the config files at several places, each once even if several places contain it. */
export function allConfigFiles(locations: readonly string[]): {
  files: string[];
  problems: Problem[];
} {
  const found = locations.map(configFiles);
  const files = found.flatMap((one) => one.files);
  return {
    files: [...new Map(files.map((file) => [resolve(file), file])).values()],
    problems: found.flatMap((one) => one.problems),
  };
}

/** Finds the config files at a place, which is a file or a folder, in the order of their names. */
function configFiles(location: string): { files: string[]; problems: Problem[] } {
  const shown = shownPath(location);
  const problem = (message: string): Problem => ({ severity: "error", file: shown, message });
  const wanted = /\.ya?ml$/.test(shown) ? "it" : `${shown}/<instance>.yaml`;
  const init = commandLine(howStarted(), "init", ["ARN"]);
  const none = `write ${wanted}, as ${init} does, or name another config file or folder`;
  try {
    if (!statSync(location).isDirectory()) return { files: [location], problems: [] };
    const names = readdirSync(location, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
    const files = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(location, name));
    if (files.length > 0) return { files, problems: [] };
    // An editor of Windows adds .txt, which its file manager does not show.
    const hidden = names.find((name) => /\.ya?ml(\.txt)?$/i.test(name));
    const fix =
      hidden === undefined
        ? none
        : `rename ${JSON.stringify(hidden)} to ${JSON.stringify(withPlainEnd(hidden))}`;
    return { files, problems: [problem(`is a folder without config files; ${fix}`)] };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    const message =
      code === "ENOENT" || code === "ENOTDIR"
        ? `does not exist; ${none}`
        : `cannot be read (${code}); give yourself permission to read it`;
    return { files: [], problems: [problem(message)] };
  }
}

/** Returns the name of a file with the end that config files have. */
function withPlainEnd(name: string): string {
  return name.replace(/\.txt$/i, "").replace(/\.ya?ml$/i, (end) => end.toLowerCase());
}

/**
 * Returns the name of an instance, from which its stacks are named: the file name without its
 * extension.
 */
export function instanceName(file: string): string {
  return basename(file, extname(file));
}

/** Says what is wrong with the name of an instance; `undefined` when nothing is. */
export function instanceNameProblem(name: string): string | undefined {
  return /^[A-Za-z0-9][\w-]{0,63}$/.test(name)
    ? undefined
    : "a name takes letters, digits, _ and - (1 to 64 characters, a letter or digit first)";
}

/**
 * Checks the names of instances, which become folders and Terraform names: they must differ on any
 * file system.
 */
export function checkInstanceNames(files: readonly string[]): Problem[] {
  const seen = new Map<string, string>();
  return files.flatMap((file): Problem[] => {
    const name = instanceName(file);
    const problem = (message: string): Problem[] => [
      { severity: "error", file: shownPath(file), message },
    ];
    const wrong = instanceNameProblem(name);
    if (wrong !== undefined) {
      return problem(`names the instance ${JSON.stringify(name)}; ${wrong}; rename the file`);
    }
    const number = /-\d+e\d+/.exec(name)?.[0];
    if (number !== undefined && isReserved(Number(number))) {
      return problem(
        `names the instance ${JSON.stringify(name)}, which has the number ${number}; CDKTF, which writes the Terraform, keeps such numbers for its own use; rename the file`,
      );
    }
    const twin = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), file);
    return twin === undefined
      ? []
      : problem(`names the same instance as ${shownPath(twin)}; rename one of the two`);
  });
}

/** Tells if CDKTF would take a number for a value that only Terraform knows. */
function isReserved(number: number): boolean {
  return number > -8.4e298 && number < -8.1e298;
}
