import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What operations that only read are called: those of the query and JSON protocols, and REST. */
const READ = /^(Get|List|Describe|GET$)/;

/**
 * The connection to AWS of a Terraform that is killed: it counts the calls that change something, and
 * after a certain one nothing comes through any more. AWS has done what that call asked for, and
 * nobody has heard of it.
 */
export class Cut {
  /** Calls so far that change something: `CreateRole`. */
  public readonly writes: string[] = [];
  private last = Infinity;
  /** When the last call came. */
  private asked = 0;
  private kill = (): void => undefined;

  private constructor(
    private readonly server: Server,
    /** Where AWS is. */
    public target: string,
  ) {
    server.on("request", (request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  public static async start(): Promise<Cut> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return new Cut(server, "");
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Lets so many more calls through that change something, and kills. */
  public after(writes: number, kill: () => void): void {
    this.last = this.writes.length + writes;
    this.kill = kill;
  }

  /** Lets everything through again, once nobody has asked for anything for half a second. */
  public async heal(): Promise<void> {
    while (Date.now() - this.asked < 500) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.last = Infinity;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    this.asked = Date.now();
    const body = await text(request);
    const target = String(headers["x-amz-target"] ?? "").split(".")[1];
    const operation = target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? method;
    const isRead = READ.test(operation);
    if (this.writes.length >= this.last) {
      response.destroy();
      return;
    }
    if (!isRead) this.writes.push(operation);
    const isLast = !isRead && this.writes.length === this.last;
    const kept = Object.entries(headers).filter(
      ([name]) => !/^(host|connection|content-length|transfer-encoding|expect)$/.test(name),
    );
    const answer = await fetch(`${this.target}${url}`, {
      method,
      headers: Object.fromEntries(kept) as Record<string, string>,
      ...(body !== "" && { body }),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    if (isLast) {
      this.kill();
      response.destroy();
      return;
    }
    for (const name of ["content-type", "x-amzn-errortype"]) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(content);
  }
}
