import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Who holds a lock, as Terraform tells servers and people. */
export interface LockInfo {
  readonly ID: string;
  readonly Operation: string;
  readonly Info: string;
  readonly Who: string;
  readonly Version: string;
  readonly Created: string;
  readonly Path: string;
}

/** The lock of somebody else. */
export function lockOf(who: string): LockInfo {
  return {
    ID: randomUUID(),
    Operation: "OperationTypeApply",
    Info: "",
    Who: who,
    Version: "1.11.4",
    Created: "2026-12-01T08:00:00Z",
    Path: "",
  };
}

export interface StateServerOptions {
  /** @default - everybody may come */
  readonly login?: { readonly username: string; readonly password: string };
}

/**
 * Keeps Terraform's state, each under a path of its own: read with GET, written with POST by whoever
 * holds its lock. It is locked with LOCK and UNLOCK, or with POST and DELETE of `<path>/lock`.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/http
 */
export class StateServer {
  /** What came in: `POST /hotline-federation`. */
  public readonly calls: string[] = [];
  public readonly states: Record<string, string | undefined> = {};
  public readonly locks: Record<string, LockInfo | undefined> = {};
  /** Whether no state can be written just now. */
  public writesFail = false;

  private constructor(
    private readonly server: Server,
    private readonly login: StateServerOptions["login"],
  ) {}

  public static async start({ login }: StateServerOptions = {}): Promise<StateServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    const own = new StateServer(server, login);
    server.on("request", (request, response) => {
      own.handle(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    return own;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
    const body = await text(request);
    this.calls.push(`${method} ${pathname}`);
    const answer = (status: number, content = "") => response.writeHead(status).end(content);
    if (!this.mayCome(headers.authorization)) return void answer(401);

    const path = pathname.replace(/\/lock$/, "");
    const holder = this.locks[path];
    switch (pathname === path ? method : ({ POST: "LOCK", DELETE: "UNLOCK" }[method] ?? "")) {
      case "GET":
        return void answer(this.states[path] === undefined ? 404 : 200, this.states[path]);
      case "POST":
        if (holder && holder.ID !== searchParams.get("ID")) {
          return void answer(423, JSON.stringify(holder));
        }
        if (this.writesFail) return void answer(500);
        if (headers["content-md5"] !== createHash("md5").update(body).digest("base64")) {
          return void answer(400);
        }
        this.states[path] = body;
        return void answer(200);
      case "LOCK":
        if (holder) return void answer(423, JSON.stringify(holder));
        this.locks[path] = JSON.parse(body) as LockInfo;
        return void answer(200);
      case "UNLOCK":
        // By force, Terraform sends nothing.
        if (body !== "" && holder?.ID !== (JSON.parse(body) as LockInfo).ID) {
          return void answer(409);
        }
        this.locks[path] = undefined;
        return void answer(200);
      default:
        return void answer(405);
    }
  }

  private mayCome(authorization: string | undefined): boolean {
    if (!this.login) return true;
    const { username, password } = this.login;
    const wanted = Buffer.from(`${username}:${password}`).toString("base64");
    return authorization === `Basic ${wanted}`;
  }
}
