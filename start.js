/**
 * Runs a program of this repository from its TypeScript: `node start.js main.ts [ARGUMENTS]`.
 *
 * A compiler would take longer than most runs do. So what it made is kept in node_modules/.cache, and
 * taken again only as long as everything is the same, to the byte, that it was made of.
 */
const { resolve } = require("node:path");
const process = require("node:process");
const { setFlagsFromString } = require("node:v8");

const { compiled } = require("./scripts/start/compiled.js");
const { loadArchiverLate } = require("./scripts/start/late.js");
const { run } = require("./scripts/start/run.js");

// V8 takes memory rather than time for what is no longer needed: half as much again, of a thousand instances.
setFlagsFromString("--heap-growing-percent=20");

const [file = "main.ts"] = process.argv.splice(2, 1);
process.argv[1] = resolve(module.path, file);
if (file === "main.ts") loadArchiverLate(module.path); // the other program does not load CDKTF
compiled(module.path, file).then(run, ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
