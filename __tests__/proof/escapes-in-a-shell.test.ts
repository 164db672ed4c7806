import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";

import { nextCommands } from "../../modules/config";
import { pathWord, shellWord } from "../../modules/text";
import { EVERYTHING, type Figure, keepFigures } from "../support/figures";
import { CORPUS, everyNth } from "../support/hostile-text";
import { CLONE } from "../support/invocation";
import { Project } from "../support/project";

/** No argument of a program has a NUL, and none has half a character in UTF-8. */
const TEXTS = (EVERYTHING ? CORPUS : everyNth(CORPUS, 8)).filter(
  (text) => !/[\0\p{Cs}]/u.test(text),
);
/** Paths are shown as short as they can be, and relative to the working folder. */
const PATHS = TEXTS.filter((text) => !/^\/|\/$|\/\/|(^|\/)\.\.?(\/|$)/.test(text));

/** Texts that are more than one word, or another, where nobody puts them in quotes. */
const PLANTED = [
  "'",
  "'\\''",
  '\\"',
  "\\n",
  "$(touch x)",
  "`touch x`",
  "${HOME}",
  "$HOME",
  "a;b|c&d",
  "&&",
  ">x",
  "<x",
  "~",
  "$'x'",
  "a  b",
  "a #b",
];

/** Shells by what a script needs before its lines; bash with the history that it has at a terminal. */
const SHELLS = Object.entries({
  bash: "set -o history -o histexpand",
  dash: ":",
  zsh: ":",
}).filter(([shell]) => spawnSync(shell, ["-c", ":"]).error === undefined);

/** A line as people copy it, and the arguments that its program must get. */
interface Line {
  readonly line: string;
  readonly wanted: readonly string[];
}

function linesOf(text: string): Line[] {
  return [{ line: `npm ${shellWord(text)}`, wanted: [text] }];
}

/** Every command that goes on with a config and an output folder of these names. */
function linesWithPaths(location: string, outdir: string): Line[] {
  const next = nextCommands(CLONE, { location, outdir });
  const [config, out] = [location, outdir].map((path) =>
    path.startsWith("-") ? `./${path}` : path,
  ) as [string, string];
  const run = (...args: string[]) => ["run", ...args];
  return [
    { line: next.synth, wanted: run("synth", "--", config, "--out", out) },
    {
      line: next.compare("profile"),
      wanted: run("check", "--", config, "--live", "--profile", "NAME"),
    },
    { line: next.discover, wanted: run("discover", "--", config, "--write") },
    {
      line: next.metadata("agent"),
      wanted: run("metadata", "--", "agent", "URL", "--config", config),
    },
    { line: next.rehearse, wanted: run("rehearse", "--", "FILE", "--config", config) },
    { line: next.trace, wanted: run("trace", "--", "--user", "NAME", "--config", config) },
    { line: next.users("apply"), wanted: run("users", "--", "apply", config) },
    {
      line: next.deploy("stack"),
      wanted: ["cdktf", "deploy", "--output", out, "--skip-synth", "stack"],
    },
    { line: `npm ${pathWord(location)}`, wanted: [config] },
  ];
}

const END = "\u001e";

describe("lines to copy", () => {
  const project = new Project();
  mkdirSync(project.path("empty"));
  const lines = [
    ...TEXTS.flatMap(linesOf),
    ...PATHS.flatMap((path, index) => linesWithPaths(path, PATHS.at(-1 - index) ?? path)),
  ];
  const figures: Figure[] = [];
  afterAll(() => {
    project.remove();
  });

  /** What a shell gives to the programs of lines, and what it did beside that. */
  function run([shell, before]: readonly [string, string], all: readonly string[]) {
    // There is no program but these two, and nothing in the working folder.
    const programs = `npm() { printf '%s\\0' "$@" '${END}'; }\nnpx() { npm "$@"; }\nPATH=/nonexistent`;
    project.write("lines.sh", `${programs}\n${before}\n${all.join("\n")}\n`);
    const { stdout, stderr } = spawnSync(shell, [project.path("lines.sh")], {
      cwd: project.path("empty"),
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    return {
      given: stdout
        .split(`${END}\0`)
        .slice(0, -1)
        .map((one) => one.split("\0").slice(0, -1)),
      said: stderr,
      left: readdirSync(project.path("empty")),
    };
  }

  it.each(SHELLS)(
    "give a program exactly the texts in them, and run nothing else: %s",
    (...shell) => {
      const { given, said, left } = run(
        shell,
        lines.map(({ line }) => line),
      );
      expect({ said, left }).toEqual({ said: "", left: [] });
      const wrong = lines.filter(
        ({ wanted }, index) => JSON.stringify(given[index]) !== JSON.stringify(wanted),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(given).toHaveLength(lines.length);
      figures.push({
        what: `lines with ${TEXTS.length.toLocaleString("en-US")} texts, in ${shell[0]}`,
        result: `${lines.length.toLocaleString("en-US")} of ${lines.length.toLocaleString("en-US")} with exactly their arguments`,
      });
    },
  );

  it.each(SHELLS)("are told from what nobody put in quotes: %s", (...shell) => {
    const planted = EVERYTHING ? PLANTED : PLANTED.slice(0, 4);
    const missed = planted.filter((text) => {
      const { given, said } = run(shell, [`npm ${text}`]);
      return said === "" && JSON.stringify(given) === JSON.stringify([[text]]);
    });
    expect(missed).toEqual([]);
    figures.push({
      what: `planted texts without quotes, in ${shell[0]}`,
      result: `${String(planted.length - missed.length)} of ${String(planted.length)} found`,
    });
  });

  it.each([
    ["ana's", "'ana''s'"],
    ["\u2018; rm x; \u2019", "'\u2018\u2018; rm x; \u2019\u2019'"],
    ["\u201a\u201b", "'\u201a\u201a\u201b\u201b'"],
    ["$(x) `n \u201c", "'$(x) `n \u201c'"],
  ])("have every quotation mark twice for PowerShell: %s", (text, word) => {
    expect(shellWord(text, "PowerShell")).toBe(word);
  });

  it("are counted", () => {
    expect(figures).toHaveLength(2 * SHELLS.length);
    keepFigures("escapes-in-a-shell", figures);
  });
});
