const { readdirSync } = require("node:fs");

/**
 * The house: six wings under modules/, each with one kind of knowledge. ARCHITECTURE.md says which.
 * From the bottom up; a wing imports those named here, and itself.
 */
const WINGS = {
  text: [],
  aws: ["text"],
  constructs: ["text", "aws"],
  config: ["text", "aws"],
  synth: ["text", "aws", "constructs", "config"],
  commands: ["text", "aws", "config", "synth"],
};

/** Every folder below another, as a path. */
function foldersIn(parent) {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`${parent}/${name}`, ...foldersIn(`${parent}/${name}`)]);
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(WINGS).map(([wing, below]) => ({
      name: `${wing}-imports-downwards`,
      comment: `${wing}/ may import ${below.length > 0 ? below.map((one) => `${one}/`).join(", ") : "no other wing"}.`,
      severity: "error",
      from: { path: `^modules/${wing}/` },
      to: { path: "^modules/", pathNot: `^modules/(${[wing, ...below].join("|")})/` },
    })),
    ...foldersIn("modules").map((folder) => ({
      name: `${folder}-by-its-door`,
      comment: `${folder}/ is entered by its index.ts: export there what others may use.`,
      severity: "error",
      from: { pathNot: `^${folder}/` },
      to: { path: `^${folder}/[^/]+$`, pathNot: `^${folder}/index\\.ts$` },
    })),
    {
      name: "cdktf-for-synth-only",
      comment: "Only connect-sso synth loads CDKTF: every other command starts without it.",
      severity: "error",
      from: { path: "^modules/commands/", pathNot: "^modules/commands/synth/" },
      to: { path: "^modules/synth/" },
    },
    {
      name: "no-circles",
      comment: "Two files that import each other are one idea, or lack a third that both import.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Imports of types count: what knows a type knows its file.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
