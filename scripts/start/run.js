const Module = require("node:module");
const { dirname } = require("node:path");
const process = require("node:process");
const { Script } = require("node:vm");

const { showPlaces } = require("./places.js");

/**
 * Runs a compiled program.
 *
 * @param {import("./compiled.js").Program} program
 */
function run({ path, text, map, code, keepCode }) {
  showPlaces(path, map);
  const script = new Script(Module.wrap(text), {
    filename: path,
    ...(code !== undefined && { cachedData: code }),
  });
  if (code === undefined || script.cachedDataRejected) {
    process.once("exit", () => keepCode(script.createCachedData()));
  }
  const own = { exports: {}, path: dirname(path) };
  script.runInThisContext()(own.exports, Module.createRequire(path), own, path, own.path);
}

module.exports = { run };
