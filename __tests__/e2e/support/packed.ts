import { existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { succeed } from "../../support/command";
import { Project } from "../../support/project";

/** The environment variable in which the global setup leaves a folder that the workers share. */
export const SHARED = "CONNECT_SSO_TESTS_SHARED";

/** What is packed beside the code, or is needed for it. */
const FILES = [
  ...["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"],
  ...["config", "connect-sso.schema.json", "docs", "examples", "help", "tsconfig.build.json"],
];

/** Packs this package as npm would publish it, once for all tests, and returns the path of the archive. */
export async function packedArchive(): Promise<string> {
  const shared = process.env[SHARED];
  if (shared === undefined) throw new Error("the global setup did not run");
  const done = join(shared, "packed");
  try {
    mkdirSync(join(shared, "packing"));
  } catch {
    for (let second = 0; second < 250 && !existsSync(done); second += 1) await setTimeout(1_000);
    return archiveIn(done);
  }
  const source = new Project();
  try {
    for (const file of FILES) source.copy(file);
    const folder = join(shared, "draft");
    mkdirSync(folder);
    await succeed("npm", ["pack", "--pack-destination", folder], {
      cwd: source.folder,
      seconds: 250,
    });
    renameSync(folder, done);
    return archiveIn(done);
  } finally {
    source.remove();
  }
}

function archiveIn(folder: string): string {
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error("npm pack left no archive");
  return join(folder, archive);
}
