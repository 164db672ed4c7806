import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { command } from "../support/command";
import { CONNECT_SSO } from "../support/program";
import { describeWithTools } from "./support/tools";

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const ESCAPE = "\u001b";

// The emulator, which is written in Python, brings what plays the terminal.
describeWithTools("connect-sso init at a terminal", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "connect-sso-terminal-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const answering = (...answers: (readonly [shown: string, typed: string])[]) => {
    const program = ["node", ...CONNECT_SSO, "init"];
    const script = join(__dirname, "support/at_a_terminal.py");
    return command("python3", [script, JSON.stringify(answers), ...program], {
      cwd: folder,
      env: {
        AWS_ACCESS_KEY_ID: undefined,
        AWS_CONFIG_FILE: join(folder, "none"),
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_PROFILE: undefined,
        AWS_SHARED_CREDENTIALS_FILE: join(folder, "none"),
        CI: undefined,
        TERM: "xterm",
      },
    });
  };

  it("asks for each answer, refuses a wrong one with the reason, and writes the project", async () => {
    const { code, stdout } = await answering(
      ["Instance ARN", "phones\r"],
      ["is not an ARN", `${"\u007f".repeat(6)}${ARN}\r`],
      ["A name for the instance", "\r"],
      ["Keys of the applications", "\r"],
      ["Region of IAM Identity Center", "eu-west-2\r"],
      ["Install the CDKTF CLI", "\r"],
    );
    expect(stdout).toContain("no credentials");
    expect(stdout).toContain("Wrote config/contact-center.yaml");
    expect(code).toBe(0);
    const config = readFileSync(join(folder, "config/contact-center.yaml"), "utf8");
    expect(config).toContain(`\ninstanceArn: ${ARN}\n`);
    expect(config).toContain("\nidentityCenter:\n  region: eu-west-2\n");
  });

  it("writes nothing for a person who gives up", async () => {
    const { code, stdout } = await answering(["Instance ARN", ESCAPE]);
    expect(stdout).toContain("Nothing was written.");
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});
