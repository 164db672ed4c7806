import { tmpdir } from "node:os";
import { join } from "node:path";

import { nextCommands } from "../../modules/config";
import { CLONE, next } from "../support/invocation";

const ELSEWHERE = join(tmpdir(), "settings");

describe("the commands that go on with what was made", () => {
  it("take no argument for the usual config and output folder", () => {
    expect(next()).toMatchObject({
      synth: "npm run synth",
      rehearse: "npm run rehearse -- FILE",
      outdir: "cdktf.out",
    });
    expect(next().deploy("workshop-federation")).toBe("npx cdktf deploy workshop-federation");
  });

  it("name another config and output folder in arguments, and deploy what was written of them", () => {
    const commands = next("examples/people.yaml", "other/out");
    expect(commands).toMatchObject({
      synth: "npm run synth -- examples/people.yaml --out other/out",
      rehearse: "npm run rehearse -- FILE --config examples/people.yaml",
      outdir: "other/out",
    });
    expect(commands.deploy("people-federation")).toBe(
      "npx cdktf deploy --output other/out --skip-synth people-federation",
    );
    expect(next("people.yaml").deploy("people-federation")).toBe(
      "npx cdktf deploy --skip-synth people-federation",
    );
  });

  it.each([
    ["my config", "POSIX", "'my config'"],
    ["ana's", "POSIX", "'ana'\\''s'"],
    ["ana's", "PowerShell", "'ana''s'"],
    ["$(id)", "POSIX", "'$(id)'"],
    ["-v", "POSIX", "./-v"],
    [ELSEWHERE, "POSIX", ELSEWHERE],
  ] as const)("quote the config %j as a %s shell has it: %s", (location, shell, word) => {
    const places = { location, outdir: "cdktf.out" };
    const program = "npx connect-sso";
    expect(nextCommands({ ...CLONE, program, shell }, places).synth).toBe(
      `npx connect-sso synth ${word}`,
    );
  });

  it("carry no path of this machine into a file", () => {
    const places = { location: ELSEWHERE, outdir: ELSEWHERE };
    const commands = nextCommands({ ...CLONE, isForFile: true }, places);
    expect(commands.synth).toBe("npm run synth -- CONFIG --out DIR");
    expect(commands.deploy("a")).toBe("npx cdktf deploy --output DIR --skip-synth a");
  });

  it("deploy with Terraform alone, in Windows PowerShell 5 too", () => {
    const places = { location: "config", outdir: "cdktf.out" };
    expect(next().terraform).toBe("terraform init && terraform apply");
    expect(nextCommands({ ...CLONE, shell: "PowerShell" }, places).terraform).toBe(
      "terraform init; terraform apply",
    );
  });

  it("run a CDKTF CLI that npx fetches, where the project has none", () => {
    const invocation = { ...CLONE, cdktf: "npx cdktf-cli@0.21" } as const;
    const { deploy } = nextCommands(invocation, { location: "config", outdir: "cdktf.out" });
    expect(deploy("a")).toBe("npx cdktf-cli@0.21 deploy a");
  });
});
