import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PROVIDER } from "./aws-provider";

/**
 * The AWS provider as a process of its own, which Terraform's commands use one after the other:
 * each would spend most of its time on starting one. It takes endpoint and region from its own
 * environment.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export class RunningProvider {
  private constructor(
    private readonly server: ChildProcess,
    private readonly folder: string,
    /** The same, with what Terraform needs to find it. */
    public readonly environment: Record<string, string>,
  ) {}

  public static async start(environment: Record<string, string>): Promise<RunningProvider> {
    const folder = mkdtempSync(join(tmpdir(), "connect-sso-provider-"));
    const server = spawn(process.env[PROVIDER] ?? "", ["-debug"], {
      env: {
        ...process.env,
        ...environment,
        // With an authority of the machine's own it could not be configured anew by the next command.
        AWS_CA_BUNDLE: "",
        TMPDIR: folder,
        GOGC: "400", // a third less work, most of which is to describe its resources
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      const attach = await announced(server);
      const found = { ...environment, TF_REATTACH_PROVIDERS: attach };
      return new RunningProvider(server, folder, found);
    } catch (error) {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  public async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = new Promise((resolve) => this.server.once("exit", resolve));
      this.server.kill("SIGKILL");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function announced(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const deadline = setTimeout(() => {
      reject(new Error(`the AWS provider did not start within 60 s: ${said}`));
    }, 60_000);
    server.once("error", reject);
    server.once("exit", (code) => {
      reject(new Error(`the AWS provider ended with ${String(code)}: ${said}`));
    });
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const attach = /TF_REATTACH_PROVIDERS='(.*)'/.exec(said)?.[1];
      if (attach === undefined) return;
      clearTimeout(deadline);
      resolve(attach);
    });
  });
}
