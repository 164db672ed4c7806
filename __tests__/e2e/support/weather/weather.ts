import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { giveBack, passOn } from "../pass-on";
import { Rate } from "../stand-in";
import { type Asked, asked } from "./asked";
import { type Kind, TOO_MANY } from "./kinds";

/** One call of a deployment: the second `identitystore DescribeGroup` of all. */
export interface Place {
  readonly call: string;
  readonly ordinal: number;
}

/** The way to AWS and back: good, or bad at one call, or too narrow for many calls at once. */
export class Weather {
  /** Calls since it changed, in order; what the SDK repeats is one call. */
  public readonly calls: Place[] = [];
  /** Number of attempts that met bad weather since it changed. */
  public struck = 0;
  private bad: { readonly place: Place; readonly kind: Kind } | undefined;
  private rate: Rate | undefined;
  private readonly attempts = new Map<string, { readonly place: Place; count: number }>();

  private constructor(
    private readonly server: Server,
    /** Where AWS is. */
    public target: string,
  ) {
    server.on("request", (request, response) => {
      this.handle(request, response).catch(() => response.destroy());
    });
  }

  public static async start(): Promise<Weather> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return new Weather(server, "");
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Is good from now on. */
  public clear(): void {
    this.calls.length = 0;
    this.struck = 0;
    this.bad = undefined;
    this.rate = undefined;
    this.attempts.clear();
  }

  /** Is bad at one call from now on. */
  public strike(place: Place, kind: Kind): void {
    this.clear();
    this.bad = { place, kind };
  }

  /** Lets no more than so many calls a second through from now on, and five at once after a pause. */
  public narrow(perSecond: number): void {
    this.clear();
    this.rate = new Rate(perSecond, 5);
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const call = asked(request, body);
    const kind = this.kindAt(call);
    const reach = () => passOn(request, body, this.target);
    if (kind === undefined) {
      giveBack(response, await reach());
      return;
    }
    this.struck += 1;
    await kind.strike({ response, call, reach });
  }

  /** What an attempt at a call meets. */
  private kindAt({ name, invocation }: Asked): Kind | undefined {
    let at = this.attempts.get(invocation);
    if (!at) {
      const ordinal = this.calls.filter(({ call }) => call === name).length + 1;
      at = { place: { call: name, ordinal }, count: 0 };
      this.attempts.set(invocation, at);
      this.calls.push(at.place);
    }
    at.count += 1;
    if (this.rate && !this.rate.allows()) return TOO_MANY;
    const { place, kind } = this.bad ?? {};
    const isHere = place?.call === name && place.ordinal === at.place.ordinal;
    return isHere && kind && at.count <= kind.attempts ? kind : undefined;
  }
}
