import { execFileSync } from "node:child_process";

/** Programs that end-to-end tests run for real, and how to come by them. */
const PROGRAMS = [
  {
    command: "terraform",
    arguments: ["version"],
    install: "install Terraform 1.5 or later: https://developer.hashicorp.com/terraform/install",
  },
  {
    command: "moto_server",
    arguments: ["--help"],
    install: "install the AWS emulator: pip install 'moto[server]'",
  },
];

/** What an end-to-end run does where programs may be missing. */
export type Verdict = { run: "yes" } | { run: "skip" | "fail"; reason: string };

/** A developer may lack a program; continuous integration may not. */
export function verdict(missing: readonly string[], ci: boolean): Verdict {
  if (missing.length === 0) return { run: "yes" };
  return { run: ci ? "fail" : "skip", reason: missing.join("; ") };
}

export function missingPrograms(): string[] {
  return PROGRAMS.flatMap(({ command, arguments: args, install }) => {
    try {
      execFileSync(command, args, { stdio: "ignore", timeout: 60_000 });
      return [];
    } catch {
      return [`${command} does not run here; ${install}`];
    }
  });
}

/** A `describe` for tests that need Terraform and the emulator. */
export function describeWithTools(name: string, body: () => void): void {
  const decided = verdict(missingPrograms(), process.env["CI"] === "true");
  if (decided.run === "yes") {
    describe(name, body);
  } else if (decided.run === "fail") {
    describe(name, () => {
      it("has the programs it needs", () => {
        throw new Error(decided.reason);
      });
    });
  } else {
    console.warn(`Skipped "${name}": ${decided.reason}`);
    describe.skip(name, body);
  }
}
