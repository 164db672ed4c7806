import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

/** Every folder below another, by its path in it. */
function foldersIn(parent: string): string[] {
  return readdirSync(join(ROOT, parent), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, parent).length + 1));
}

/** Files directly in a folder; none where there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch {
    return [];
  }
}

const FOLDERS = foldersIn("modules");
const WITH_CODE = FOLDERS.filter((folder) =>
  filesIn(`modules/${folder}`).some((file) => file !== "index.ts"),
);

describe("the tests are in the same folders as the code", () => {
  it.each(WITH_CODE)("modules/%s has tests in the folder of the same path", (folder) => {
    expect(filesIn(`__tests__/${folder}`)).toContainEqual(
      expect.stringMatching(/\.test\.ts$/) as string,
    );
  });

  it("and there are no others, but end-to-end tests, proofs and what tests share", () => {
    const extra = foldersIn("__tests__").filter(
      (folder) => !/^(e2e|proof|support)(\/|$)/.test(folder),
    );
    expect(extra.filter((folder) => !FOLDERS.includes(folder))).toEqual([]);
  });

  it("while no folder of the code is called tests, as if it held them", () => {
    expect(FOLDERS.filter((folder) => /^(__)?tests?(__)?$/.test(basename(folder)))).toEqual([]);
  });
});
