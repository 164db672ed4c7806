import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";

/** Answers to calls, by `<service> <operation>`: `iam GetRole`, `connect /users-summary`. */
export type Answers = Readonly<Record<string, Answer>>;

/** Text is put into an XML answer, and other values become JSON. */
type Body = string | Readonly<Record<string, unknown>>;

/** What a call is answered: a body, or a function that makes it from the request. */
type Answer = Body | ((input: string) => Body);

/** Does something else than AWS would do with a call. */
export type Fault = (response: ServerResponse, socket: Socket) => void;

/** A server in the place of AWS, which answers as it is told, and misbehaves at one call if it is told. */
export class FakeAws {
  /** What came in: `iam GetRole`. */
  public readonly calls: string[] = [];
  /** The regions of the calls. */
  public readonly regions: string[] = [];
  /** What goes wrong, and at which calls; the second argument counts the calls, from 1. */
  public fault:
    { readonly at: (call: string, number: number) => boolean; readonly how: Fault } | undefined;
  public answers: Answers = {};
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request, response);
  });

  public async start(): Promise<Readonly<Record<string, string>>> {
    this.server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "1",
    };
  }

  public get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "/", headers, socket } = request;
    const body = await text(request);
    const [, region = "", service = ""] =
      /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
    const target = String(headers["x-amz-target"] ?? "").split(".")[1];
    const action = target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1];
    const call = `${service} ${action ?? /^\/[\w-]+/.exec(url)?.[0] ?? ""}`;
    this.calls.push(call);
    this.regions.push(region);
    if (this.fault?.at(call, this.calls.length) === true) {
      this.fault.how(response, socket);
      return;
    }
    const known = this.answers[call];
    const content =
      typeof known === "function" ? known(target ? body : decodeURIComponent(body)) : known;
    if (content === undefined && action !== undefined && target === undefined) {
      response.writeHead(403, { "content-type": "text/xml" });
      response.end("<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
    } else if (content === undefined) {
      response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" });
      response.end(JSON.stringify({ __type: "AccessDeniedException", message: "no" }));
    } else if (typeof content === "string") {
      response.writeHead(200, { "content-type": "text/xml" });
      response.end(
        `<${String(action)}Response><${String(action)}Result>${content}</${String(action)}Result></${String(action)}Response>`,
      );
    } else {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(content));
    }
  }
}

/** Writes text for an XML answer. */
export function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
