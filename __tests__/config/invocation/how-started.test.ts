import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { forEverybody, howStarted } from "../../../modules/config/invocation";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-sso-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** How this was started in the folder, where package.json is this. */
function started(project: object | string | undefined, env = {}, platform = "linux") {
  const text = typeof project === "object" ? JSON.stringify(project) : project;
  if (text !== undefined) writeFileSync(join(folder, "package.json"), text);
  return howStarted({ folder, env, platform });
}

describe("a program was started", () => {
  it("in a clone, where its package.json is", () => {
    expect(started({ name: "connect-sso" })).toEqual({
      program: "npm run",
      cdktf: "npx cdktf",
      shell: "POSIX",
      isForFile: false,
    });
  });

  it.each([
    ["nothing else", undefined],
    ["a project", { name: "phones" }],
    ["a package.json that is not JSON", "{"],
    ["a package.json that is not an object", "null"],
    ["dependencies that are not a list", { dependencies: 1 }],
  ])("through npx, beside %s", (_, project) => {
    expect(started(project, { npm_command: "exec" })).toMatchObject({
      program: "npx connect-sso",
      cdktf: "npx cdktf-cli@0.21",
    });
  });

  it("from the package that is installed here, or in a folder above", () => {
    mkdirSync(join(folder, "node_modules/connect-sso"), { recursive: true });
    const below = join(folder, "phones");
    expect(started({}).program).toBe("npx connect-sso");
    expect(howStarted({ folder: below, env: {} }).program).toBe("npx connect-sso");
  });

  it("from the PATH, where it is installed for the whole system", () => {
    expect(started({ name: "phones" }).program).toBe("connect-sso");
  });

  it.each(["dependencies", "devDependencies"])("beside the CDKTF CLI in %s", (list) => {
    expect(started({ [list]: { "cdktf-cli": "^0.21.0" } }).cdktf).toBe("npx cdktf");
  });

  it.each([
    [{ dependencies: { cdktn: "^0.24.0" } }, "npx cdktn-cli@0.24"],
    [{ dependencies: { cdktn: "^0.24.0" }, devDependencies: { "cdktn-cli": "*" } }, "npx cdktn"],
    [{ dependencies: { cdktn: "^0.24.0", cdktf: "^0.21.0" } }, "npx cdktf-cli@0.21"],
  ])("in an app of CDK Terrain, unless CDKTF is there too: %j", (project, cdktf) => {
    expect(started(project).cdktf).toBe(cdktf);
  });

  it("on Windows, where people use PowerShell", () => {
    expect(started({ name: "connect-sso" }, {}, "win32").shell).toBe("PowerShell");
  });
});

it("Lines in files are the same on every machine", () => {
  expect(forEverybody(started({ name: "phones" }, {}, "win32"))).toEqual(
    forEverybody(started({ name: "phones" }, { npm_command: "exec" })),
  );
  expect(forEverybody(started({ name: "connect-sso" }, {}, "win32"))).toEqual({
    program: "npm run",
    cdktf: "npx cdktf",
    shell: "POSIX",
    isForFile: true,
  });
});
