const { readFileSync } = require("node:fs");
const { dirname } = require("node:path");

const { build: esbuild } = require("esbuild");

/**
 * Packages that stay where they are: they are large and loaded late, or the same objects must be shared
 * with the constructs of others. The rest becomes a part of the program, without what nothing uses.
 */
const EXTERNAL = [
  "@aws-sdk",
  "@cdktf",
  "@cdktn",
  "@clack",
  "@node-saml",
  "cdktf",
  "cdktn",
  "constructs",
];

/**
 * Compiles a program into one file.
 *
 * @param {string} root folder of the repository
 * @param {string} entry the program's TypeScript, relative to that
 * @returns {Promise<{ text: string, map: string, packages: string[] }>} JavaScript, source map, and the
 *   files in node_modules that became a part of it
 */
async function build(root, entry) {
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: "program.js",
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true, // a quarter less to read at each start
    lineLimit: 100, // Node.js prints the line of an error that nobody caught
    sourcemap: "external",
    sourcesContent: false,
    external: EXTERNAL,
    supported: { "dynamic-import": false }, // Node.js cannot do it in code that it took from V8's own
    plugins: [{ name: "own folder", setup: tellFolders }],
    logLevel: "silent",
  });
  const file = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text;
  const used = Object.keys(metafile.inputs).filter((path) => path.startsWith("node_modules/"));
  const manifests = used.map((path) =>
    path.replace(/^(.*node_modules\/(@[^/]+\/)?[^/]+)\/.*$/, "$1/package.json"),
  );
  return {
    text: file(".js").replace(/^#!.*/, ""),
    map: file(".map"),
    packages: [...new Set([...used, ...manifests])].sort(),
  };
}

/** Has each file know its own folder, and not that of the one file. */
function tellFolders({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, "utf8");
    const folder = text.includes("__dirname")
      ? `const __dirname = ${JSON.stringify(dirname(path))};`
      : "";
    return { loader: "ts", contents: folder + text };
  });
}

module.exports = { build };
