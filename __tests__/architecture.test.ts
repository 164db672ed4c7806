import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { fixture } from "./support/fixture";

const ROOT = resolve(__dirname, "..");
const MODULES = resolve(ROOT, "modules");
const SOURCE = readdirSync(MODULES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(MODULES, path), "utf8"))
  .join("\n");

describe.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])("%s", (document) => {
  const text = fixture(document);
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, quoted = ""]) => quoted);

  it("names files and folders that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, target = ""]) => target);
    const paths = [
      ...code.filter((quoted) => /^[\w.@-]+(\/[\w.@-]*|\.(ts|md|json|yaml|[cm]js))+$/.test(quoted)),
      ...links.filter((target) => !target.startsWith("https://")),
    ];
    expect(paths.length).toBeGreaterThan(1);
    // The folder lib exists only after a build.
    const here = paths.filter((path) => !path.startsWith("lib/"));
    expect(here.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([]);
  });

  it("names functions that exist", () => {
    const named = code.flatMap((quoted) => /^(\w+)\(\)$/.exec(quoted)?.[1] ?? []);
    expect(named.filter((name) => !SOURCE.includes(`function ${name}(`))).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(fixture("package.json")) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:]+)|(test)\b)/g)].flatMap(
      ([, script, test]) => script ?? test ?? [],
    );
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    expect(named).toContain("synth");
  });
});
