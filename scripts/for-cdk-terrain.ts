import { posix } from "node:path";

import ts from "typescript";

/** Folder of the built package with the files for CDK Terrain. */
export const FOLDER = "cdktn";

/** Content of files, by their paths in the built package or in its folder `cdktn`. */
type Files = Readonly<Record<string, string>>;

/**
 * Makes the part of the built package that differs for CDK Terrain: the files that import CDKTF, and
 * those that import such files. They belong in the folder `cdktn`, and use all others as they are.
 *
 * @param built JavaScript and types
 * @param entries modules that the folder is entered by: paths without their ending
 */
export function forCdkTerrain(built: Files, entries: readonly string[]): Files {
  return { ...ofOneKind(".js", built, entries), ...ofOneKind(".d.ts", built, entries) };
}

/** JavaScript and types are each looked at alone, since types alone import most types. */
function ofOneKind(ending: string, built: Files, entries: readonly string[]): Files {
  const textOf = (path: string) => {
    const text = built[path];
    if (text === undefined) throw new Error(`${path} was not built`);
    return text;
  };
  const find = (from: string, name: string) => {
    const path = posix.join(posix.dirname(from), name.replace(/\.js$/, ""));
    const index = posix.join(path, `index${ending}`);
    return index in built ? index : `${path}${ending}`;
  };
  const importsOf = (path: string) =>
    importedNames(textOf(path))
      .filter(isRelative)
      .map((name) => find(path, name));

  const used = reachable(
    entries.map((entry) => `${entry}${ending}`),
    importsOf,
  );
  const own = reachable(
    used.filter((path) => importedNames(textOf(path)).some((name) => inCdkTerrain(name) !== name)),
    (path) => used.filter((one) => importsOf(one).includes(path)),
  );
  return Object.fromEntries(
    own.map((path) => {
      const renamed = (name: string) => {
        if (!isRelative(name)) return inCdkTerrain(name);
        if (own.includes(find(path, name))) return name;
        return posix.relative(
          posix.join(FOLDER, posix.dirname(path)),
          posix.join(posix.dirname(path), name),
        );
      };
      const text = withImports(textOf(path), renamed);
      if (text.includes("__dirname")) {
        throw new Error(
          `${path} would look for files beside itself in ${FOLDER}/; have a file that does not import CDKTF do that`,
        );
      }
      return [path, text];
    }),
  );
}

function inCdkTerrain(name: string): string {
  return name.replace(/^cdktf$/, "cdktn").replace(/^@cdktf\/(?=provider-aws(\/|$))/, "@cdktn/");
}

function isRelative(name: string): boolean {
  return name.startsWith(".");
}

/** Finds what a file imports, with the places of the opening quotes, and nothing in comments. */
function importsIn(text: string): readonly ts.FileReference[] {
  return ts.preProcessFile(text, true, true).importedFiles;
}

function importedNames(text: string): string[] {
  return importsIn(text).map(({ fileName }) => fileName);
}

function withImports(text: string, renamed: (name: string) => string): string {
  return importsIn(text).reduceRight(
    (result, { fileName, pos }) =>
      `${result.slice(0, pos)}"${renamed(fileName)}"${result.slice(pos + fileName.length + 2)}`,
    text,
  );
}

/** Lists everything that is reached from the start, which is part of it. */
function reachable(
  start: readonly string[],
  next: (one: string) => readonly string[],
): readonly string[] {
  const reached = new Set(start);
  // A set's iterator visits what is added in the meantime too.
  for (const one of reached) for (const other of next(one)) reached.add(other);
  return [...reached];
}
