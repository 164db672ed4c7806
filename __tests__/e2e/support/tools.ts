import { spawnSync } from "node:child_process";

/** Programs that end-to-end tests run for real, and how to come by them. */
const PROGRAMS = [
  {
    command: "terraform",
    argument: "version",
    install: "install Terraform 1.5 or later (https://developer.hashicorp.com/terraform/install)",
  },
  {
    command: "moto_server",
    argument: "--help",
    install: "install the AWS emulator (pip install 'moto[server]')",
  },
];

/** The environment variable in which the global setup leaves what is missing. */
export const MISSING = "CONNECT_SSO_TESTS_MISSING";

export function missingPrograms(): string[] {
  return PROGRAMS.filter(
    ({ command, argument }) =>
      spawnSync(command, [argument], { stdio: "ignore", timeout: 60_000 }).status !== 0,
  ).map(({ command, install }) => `${command} does not run here, ${install}`);
}

/** A developer may lack a program; continuous integration may not. */
export function verdict(missing: string, ci: boolean): "run" | "skip" | "fail" {
  if (missing === "") return "run";
  return ci ? "fail" : "skip";
}

/** A `describe` for tests that need Terraform, its AWS provider and the emulator. */
export function describeWithTools(name: string, body: () => void): void {
  describeUnless(process.env[MISSING] ?? "the global setup did not run", name, body);
}

/** A `describe` for tests that need programs. */
export function describeUnless(missing: string, name: string, body: () => void): void {
  switch (verdict(missing, process.env["CI"] === "true")) {
    case "run":
      describe(name, body);
      break;
    case "skip":
      // Without the body, which would leave folders behind that no afterAll removes.
      describe.skip(name, () => {
        it(`is not tried here: ${missing}`, () => undefined);
      });
      break;
    case "fail":
      describe(name, () => {
        it("has the programs that it needs", () => {
          throw new Error(missing);
        });
      });
  }
}
