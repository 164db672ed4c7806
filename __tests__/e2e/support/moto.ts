import { type ChildProcess, spawn } from "node:child_process";

import { IAMClient } from "@aws-sdk/client-iam";

/** An AWS emulator of a test's own, on a free port, with nothing in it. */
export class Moto {
  private constructor(
    private readonly server: ChildProcess,
    public readonly url: string,
  ) {}

  public static async start(accountId = "123456789012"): Promise<Moto> {
    const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", "0"], {
      env: { ...process.env, MOTO_ACCOUNT_ID: accountId },
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      return new Moto(server, await announcedUrl(server));
    } catch (error) {
      server.kill();
      throw error;
    }
  }

  public async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGKILL");
    await ended;
  }

  /** Empties the account, for the next test. */
  public async reset(): Promise<void> {
    const { ok, status } = await fetch(`${this.url}/moto-api/reset`, { method: "POST" });
    if (!ok) throw new Error(`moto answered ${String(status)} to its reset`);
  }

  /** What sends an unmodified stack here. One attempt: moto answers unknown calls with 500. */
  public environment(region: string): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: region,
      AWS_MAX_ATTEMPTS: "1",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  public iam(region: string): IAMClient {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    return new IAMClient({ endpoint: this.url, region, credentials, maxAttempts: 1 });
  }
}

function announcedUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const deadline = setTimeout(() => {
      reject(new Error(`moto_server did not start within 60 s: ${said}`));
    }, 60_000);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(deadline);
      resolve(url);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("error", reject);
    server.once("exit", (code) => {
      reject(new Error(`moto_server ended with ${String(code)}: ${said}`));
    });
  });
}
