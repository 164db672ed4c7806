import { commandLine } from "../../../modules/config/invocation";

describe("the line of a command", () => {
  it.each([
    ["npm run", "POSIX", [], "npm run synth"],
    ["npm run", "POSIX", ["--hcl"], "npm run synth -- --hcl"],
    ["npm run", "PowerShell", [], "npm run synth"],
    ["npm run", "PowerShell", ["--hcl"], "npm run synth '--' --hcl"],
    ["npx connect-sso", "POSIX", [], "npx connect-sso synth"],
    ["npx connect-sso", "PowerShell", ["--hcl"], "npx connect-sso synth --hcl"],
    ["connect-sso", "POSIX", ["--hcl"], "connect-sso synth --hcl"],
  ] as const)("of %s in a %s shell, with %j, is %s", (program, shell, args, line) => {
    expect(commandLine({ program, shell }, "synth", args)).toBe(line);
  });
});
