import { randomUUID } from "node:crypto";
import { basename } from "node:path";

import type { Answers } from "./answers";
import { neededPackages } from "./own-package";

const MAIN = `// The CDKTF app, which the CDKTF CLI runs, as cdktf.json says: the same as npx connect-sso synth.
import { synth } from "connect-sso/app";

synth();
`;

const GITIGNORE = `node_modules/
cdktf.out/
*.tfstate
*.tfstate.*
.terraform/
cdktf.log
`;

/** Makes the files of a new project but for its config, by their paths in it. */
export function projectFiles(
  folder: string,
  { cdktfCli }: Answers,
): Readonly<Record<string, string>> {
  const needed = neededPackages(folder);
  return {
    ".gitignore": GITIGNORE,
    "cdktf.json": json({
      language: "typescript",
      app: "npx tsx main.ts",
      projectId: randomUUID(),
      sendCrashReports: "false",
      terraformProviders: [],
      terraformModules: [],
      context: {},
    }),
    "main.ts": MAIN,
    "package.json": json({
      name: packageName(folder),
      version: "1.0.0",
      private: true,
      scripts: { check: "connect-sso check", synth: "connect-sso synth" },
      dependencies: needed.dependencies,
      devDependencies: { ...(cdktfCli && needed.cdktfCli), ...needed.tsx },
      allowScripts: { esbuild: false }, // tsx works without it, and npm would ask
    }),
  };
}

/** Makes a name that npm takes, and that is not the name of a package in the project. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" || name === "connect-sso" ? "contact-center" : name.slice(0, 100);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
