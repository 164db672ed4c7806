import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { giveBack, passOn } from "./pass-on";

/** What operations that only read are called: those of the query and JSON protocols, and REST. */
const READ = /^(Get|List|Describe|GET )/;

/** How long nobody may have asked for anything until a run that was killed is over. */
const QUIET_MS = 250;

/** A call that came in. */
export interface AwsCall {
  /** `CreateRole`, or `PUT /users` of a service with REST. */
  readonly operation: string;
  /** True when AWS has done what it asked for. */
  readonly isDone: boolean;
}

/** A place in a run: the first, second or later call of an operation, and a side of it. */
export interface Place {
  readonly operation: string;
  readonly number: number;
  /**
   * Before AWS has received the call; after it has done what the call asked for, and nobody hears of
   * it; or with its answer, where the program is interrupted and the connection stays.
   */
  readonly side: "before" | "after" | "with";
}

/** Tells whether an operation changes nothing. */
export function isRead(operation: string): boolean {
  return READ.test(operation);
}

/** The connection to AWS of a program that is killed: from a certain call on nothing comes through. */
export class Cut {
  /** Calls so far, also those that did not come through. */
  public readonly calls: AwsCall[] = [];
  private place: Place | undefined;
  private kill = (): void => undefined;
  /** Calls of the operation of the place since that was set. */
  private seen = 0;
  private isCut = false;
  private underWay = 0;
  /** When the last call came. */
  private asked = 0;

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

  /** Sets the place at which a program is killed, and from which on nothing comes through. */
  public at(place: Place, kill: () => void): void {
    this.place = place;
    this.kill = kill;
    this.seen = 0;
  }

  /** Lets everything through again, once nothing of the program that was killed comes any more. */
  public async heal(): Promise<void> {
    while (this.underWay > 0 || Date.now() - this.asked < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 5));
    }
    this.place = undefined;
    this.isCut = false;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked = Date.now();
    this.underWay += 1;
    try {
      const body = await text(request);
      const operation = operationOf(request, body);
      const isHere = operation === this.place?.operation && ++this.seen === this.place.number;
      if (isHere && this.place?.side === "before") this.cut();
      const answer = this.isCut ? undefined : await passOn(request, body, this.target);
      this.calls.push({ operation, isDone: answer !== undefined && answer.status < 300 });
      if (isHere && this.place?.side === "with") this.kill();
      if (isHere && this.place?.side === "after") this.cut();
      if (!answer || this.isCut) response.destroy();
      else giveBack(response, answer);
    } finally {
      this.underWay -= 1;
    }
  }

  private cut(): void {
    this.isCut = true;
    this.kill();
  }
}

function operationOf(
  { method = "GET", url = "/", headers }: IncomingMessage,
  body: string,
): string {
  const target = String(headers["x-amz-target"] ?? "").split(".")[1];
  const [, kind = ""] = url.split(/[/?]/);
  return target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? `${method} /${kind}`;
}
