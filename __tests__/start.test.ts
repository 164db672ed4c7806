import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "connect-sso-start-"));
const kept = join(folder, "node_modules/.cache/connect-sso");

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Runs the program as `npm run` does, and returns all that it writes. */
function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["start.js", "main.ts", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return `${stdout}${stderr}`;
}

/** Puts another text of the same length into a file, which is as old as before. */
function replaceUnseen(path: string, from: string, to: string): void {
  const { atime, mtime } = statSync(join(folder, path));
  write(path, readFileSync(join(folder, path), "utf8").replace(from, to));
  utimesSync(join(folder, path), atime, mtime);
}

beforeAll(() => {
  for (const path of ["start.js", "scripts/start"]) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["esbuild", "@esbuild"]) {
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  write("node_modules/polite/package.json", '{ "name": "polite", "main": "polite.js" }');
  write("node_modules/polite/polite.js", 'exports.thanks = "Thanks";');
  write(
    "main.ts",
    `import { thanks } from "polite";
import { word } from "./modules/word";
type Name = string | undefined;
const name: Name = process.argv[2];
if (name === undefined) throw new Error("no name");
console.log(thanks, word, name, process.argv[1] === \`\${process.cwd()}/main.ts\`);
if (name === "Zoe") void import("@clack/prompts").then(({ late }) => console.log(late));
`,
  );
  write("node_modules/@clack/prompts/package.json", '{ "type": "module", "exports": "./late.js" }');
  write("node_modules/@clack/prompts/late.js", 'export const late = "late";');
  write(
    "modules/word/index.ts",
    'import { basename } from "node:path";\nexport const word: string = `in ${basename(__dirname)}`;\n',
  );
});

it("runs TypeScript with its arguments, and the files of it in their own folders", () => {
  expect(run("Ana")).toBe("Thanks in word Ana true\n");
});

it("runs it again from what was kept", () => {
  const before = readdirSync(kept).map((name) => statSync(join(kept, name)).mtimeMs);
  expect(run("Ben")).toBe("Thanks in word Ben true\n");
  expect(readdirSync(kept).map((name) => statSync(join(kept, name)).mtimeMs)).toEqual(before);
});

it("loads late what is imported late, from what was kept too", () => {
  for (let time = 1; time <= 3; time += 1)
    expect(run("Zoe")).toBe("Thanks in word Zoe true\nlate\n");
});

it("never runs what is no longer there: in a file of the same length and age", () => {
  replaceUnseen("modules/word/index.ts", "in $", "at $");
  expect(run("Ana")).toBe("Thanks at word Ana true\n");
});

it("nor in a package", () => {
  replaceUnseen("node_modules/polite/polite.js", '"Thanks"', '"Cheers"');
  expect(run("Ana")).toBe("Cheers at word Ana true\n");
});

it("nor behind a file that is found before another", () => {
  write("modules/word.ts", 'export const word = "first";\n');
  expect(run("Ana")).toBe("Cheers first Ana true\n");
  rmSync(join(folder, "modules/word.ts"));
  expect(run("Ana")).toBe("Cheers at word Ana true\n");
});

it("nor where what was kept is cut off", () => {
  for (const name of readdirSync(kept)) truncateSync(join(kept, name), 100);
  expect(run("Ana")).toBe("Cheers at word Ana true\n");
});

it("names the place of an error in the TypeScript", () => {
  expect(run()).toMatch(/Error: no name\n {4}at .*main\.ts:5:/);
});

it("says what is no TypeScript, and where", () => {
  write("modules/word/index.ts", "export const word: = 1;\n");
  expect(run("Ana")).toBe(
    'Build failed with 1 error:\nmodules/word/index.ts:1:19: ERROR: Unexpected "="\n',
  );
  write("modules/word/index.ts", 'export const word = "here";\n');
});

it("runs where nothing can be kept", () => {
  rmSync(kept, { recursive: true });
  write("node_modules/.cache/connect-sso", "a file in the way\n");
  expect(run("Ana")).toBe("Cheers here Ana true\n");
});
