const { Buffer } = require("node:buffer");
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const process = require("node:process");

const { fingerprint } = require("./fingerprint.js");

/**
 * A program, compiled.
 *
 * @typedef {object} Program
 * @property {string} path of the file in which it is kept
 * @property {string} text JavaScript
 * @property {() => string} map the source map, from which places in the TypeScript are known
 * @property {Buffer | undefined} code what V8 made of the JavaScript, where that is known
 * @property {(code: Buffer) => void} keepCode keeps that for the next run
 */

/**
 * Returns a program of a repository: as it was kept, if it would be the same, or else made anew.
 *
 * @param {string} root folder of the repository
 * @param {string} entry its TypeScript, relative to that
 * @returns {Promise<Program>}
 */
async function compiled(root, entry) {
  const folder = join(root, "node_modules/.cache/connect-sso");
  const name = createHash("sha256").update(join(root, entry)).digest("hex").slice(0, 16);
  const path = join(folder, `${name}.js`);
  const kept = read(path);
  const packages = JSON.parse(/^\/\/ (\[.*\])\n/.exec(kept ?? "")?.[1] ?? "[]");
  const print = fingerprint(root, entry, packages);
  if (kept !== undefined && kept.endsWith(`// ${print}\n`)) {
    return program(path, kept, () => readFileSync(`${path}.map`, "utf8"), print);
  }
  const { build } = require("./build.js"); // only here, since esbuild takes its time to load
  const made = await build(root, entry);
  const now = fingerprint(root, entry, made.packages);
  const text = `// ${JSON.stringify(made.packages)}\n${made.text}\n// ${now}\n`;
  keep(`${path}.map`, made.map);
  keep(path, text);
  return program(path, text, () => made.map, now);
}

function program(path, text, map, print) {
  const codePath = `${path}.${process.version}.v8`;
  // V8 compares lengths and versions alone.
  const code = readBytes(codePath);
  const own = code?.subarray(0, print.length).toString("latin1") === print;
  return {
    path,
    text,
    map,
    code: own ? code.subarray(print.length) : undefined,
    keepCode: (fresh) => keep(codePath, Buffer.concat([Buffer.from(print, "latin1"), fresh])),
  };
}

function read(path) {
  return readBytes(path)?.toString("utf8");
}

function readBytes(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Keeps a file for the next run, which sees all of it or none. Without the right to write, nothing is kept. */
function keep(path, content) {
  const fresh = `${path}.${String(process.pid)}`;
  try {
    mkdirSync(join(path, ".."), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch {
    rmSync(fresh, { force: true });
  }
}

module.exports = { compiled };
