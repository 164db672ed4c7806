const Module = require("node:module");
const { join } = require("node:path");

/**
 * Has the archiver of CDKTF be loaded when it is called, and not with CDKTF: that takes as long as all
 * constructs, and no stack here has an archive of assets.
 *
 * @param {string} root folder of the repository
 */
function loadArchiverLate(root) {
  let path;
  try {
    const cdktf = Module.createRequire(join(root, "main.ts")).resolve("cdktf");
    path = Module.createRequire(cdktf).resolve("archiver");
  } catch {
    return; // they are not installed, or have changed
  }
  const late = new Module(path);
  late.exports = (...args) => {
    delete require.cache[path];
    return require(path)(...args);
  };
  require.cache[path] = late;
}

module.exports = { loadArchiverLate };
