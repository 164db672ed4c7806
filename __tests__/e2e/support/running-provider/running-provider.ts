import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PROVIDER } from "../aws-provider";
import { ProviderProxy } from "./proxy";

/**
 * The AWS provider as a separate process that Terraform's commands use one after the other, and of
 * which they read only what this project needs: each would spend most of its time on starting the
 * provider and reading the rest. Endpoint and region come from the environment given.
 * `cdktf deploy` in `cdktf-deploy.test.ts` does without it, as users do.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export class RunningProvider {
  private constructor(
    private readonly server: ChildProcess,
    private readonly proxy: ProviderProxy,
    private readonly folder: string,
    /** The environment given, with what Terraform needs to find the provider. */
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
        GOGC: "400", // it would collect several times in each command
        TMPDIR: folder,
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      const attach = await announced(server);
      const socket = /"String":"([^"]*)"/.exec(attach)?.[1] ?? "";
      const short = join(folder, "short");
      const proxy = await ProviderProxy.start(socket, short);
      const found = { ...environment, TF_REATTACH_PROVIDERS: attach.replace(socket, short) };
      return new RunningProvider(server, proxy, folder, found);
    } catch (error) {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  public async stop(): Promise<void> {
    this.proxy.stop();
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
