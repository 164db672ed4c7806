import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The environment variable in which the global setup leaves where the pool is. */
export const POOL = "CONNECT_SSO_TESTS_MOTO";

/** An emulator of one account. */
interface Emulator {
  readonly accountId: string;
  readonly process: ChildProcess;
  readonly url: string;
  isLent: boolean;
}

/**
 * The AWS emulators of one run of the tests. Starting one takes longer than most tests take, so each is
 * lent to one test after the other, and emptied in between. `/lend/123456789012` answers the URL of one
 * of that account, and `/return/URL` takes it back.
 */
export class MotoPool {
  private readonly emulators: Emulator[] = [];

  private constructor(private readonly server: Server) {
    server.on("request", (request, response) => {
      response.shouldKeepAlive = false; // the next test asks after longer than a connection is kept
      this.answer(request).then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  }

  public static async start(): Promise<MotoPool> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new MotoPool(server);
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await Promise.all(
      this.emulators.map(async ({ process }) => {
        if (!isRunning(process)) return;
        process.kill("SIGKILL");
        await once(process, "exit");
      }),
    );
  }

  private async answer({ url = "" }: IncomingMessage): Promise<string> {
    const [, action, about = ""] = url.split("/").map(decodeURIComponent);
    if (action === "lend") return this.lend(about);
    const returned = this.emulators.find((one) => one.url === about);
    if (returned) returned.isLent = false;
    return "";
  }

  private async lend(accountId: string): Promise<string> {
    const idle = this.emulators.find(
      (one) => one.accountId === accountId && !one.isLent && isRunning(one.process),
    );
    if (!idle) return this.add(accountId);
    idle.isLent = true;
    await reset(idle.url);
    return idle.url;
  }

  private async add(accountId: string): Promise<string> {
    const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", "0"], {
      env: { ...process.env, MOTO_ACCOUNT_ID: accountId },
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const url = await announcedUrl(server);
      this.emulators.push({ accountId, process: server, url, isLent: true });
      return url;
    } catch (error) {
      server.kill();
      throw error;
    }
  }
}

/** Empties the account of an emulator. */
export async function reset(url: string): Promise<void> {
  const { ok, status } = await fetch(`${url}/moto-api/reset`, { method: "POST" });
  if (!ok) throw new Error(`moto answered ${String(status)} to its reset`);
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
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
      // What it says of each request is read, and not kept.
      server.stdout?.off("data", listen).resume();
      server.stderr?.off("data", listen).resume();
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
