const { Buffer } = require("node:buffer");
const { createHash } = require("node:crypto");
const { closeSync, openSync, readdirSync, readFileSync, readSync } = require("node:fs");
const { join } = require("node:path");

/** What decides how a program is compiled, beside its files. */
const DECIDING = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "start.js",
  "node_modules/esbuild/package.json",
];

/**
 * Returns a hash of everything that a compiled program is made of, and so changes when the program would:
 * the names and contents of all modules, the files of packages that became a part of it, what decides how it
 * is compiled, and where all that is.
 *
 * @param {string} root folder of the repository
 * @param {string} entry the program's TypeScript, relative to that
 * @param {readonly string[]} packages files in node_modules that became a part of the program
 */
function fingerprint(root, entry, packages) {
  const hash = createHash("sha256").update(`${root}\0${entry}\0`);
  const own = ["modules", "scripts/start"].flatMap((folder) => filesIn(root, folder));
  for (const path of [...DECIDING, entry, ...own, ...packages]) {
    const content = contentOf(join(root, path));
    hash.update(`${path}\0${String(content?.length)}\0`);
    if (content !== undefined) hash.update(content);
  }
  return hash.digest("hex");
}

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(root, path) : [path];
    });
}

/** Takes all of most files, so that each is one read, and has no memory of its own. */
const part = Buffer.allocUnsafe(256 * 1024);

/** Returns the content of a file, until the next one is asked for. */
function contentOf(path) {
  let file;
  try {
    file = openSync(path);
    const length = readSync(file, part);
    return length < part.length ? part.subarray(0, length) : readFileSync(path);
  } catch {
    return undefined; // it was removed, or never was
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

module.exports = { fingerprint };
