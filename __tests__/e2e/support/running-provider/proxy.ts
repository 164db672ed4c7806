import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import { createConnection } from "node:net";
import { buffer } from "node:stream/consumers";

import { SCHEMA } from "../aws-provider";
import { shortSchema } from "./short-schema";

/**
 * Passes Terraform's gRPC calls on to a running provider, over sockets in the file system, and
 * answers the longest one itself: what resources the provider has.
 */
export class ProviderProxy {
  private readonly server: Http2Server = createServer();
  private readonly provider: ClientHttp2Session;

  private constructor(socket: string) {
    // A socket has no use for the address.
    this.provider = connect("http://provider", {
      createConnection: () => createConnection(socket),
    });
    // Calls report it themselves.
    this.provider.on("error", () => undefined);
    this.server.on("stream", (stream, headers) => {
      stream.on("error", () => undefined);
      if (/\/Get(Provider)?Schema$/.test(headers[":path"] ?? "")) {
        this.answerSchema(stream, headers).catch(() => {
          stream.destroy();
        });
      } else this.passOn(stream, headers);
    });
  }

  /**
   * @param socket - where the provider listens
   * @param own - where Terraform finds the proxy
   */
  public static async start(socket: string, own: string): Promise<ProviderProxy> {
    const proxy = new ProviderProxy(socket);
    await new Promise<void>((resolve, reject) => {
      proxy.server.once("error", reject).listen(own, resolve);
    });
    return proxy;
  }

  public stop(): void {
    this.server.close();
    this.provider.destroy();
  }

  private async answerSchema(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
  ): Promise<void> {
    const schema = await this.schema(headers);
    stream.once("wantTrailers", () => {
      stream.sendTrailers({ "grpc-status": "0" });
    });
    stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.end(schema);
  }

  /** Asks the provider in the first test only. */
  private async schema(headers: IncomingHttpHeaders): Promise<Buffer> {
    if (existsSync(SCHEMA)) return readFileSync(SCHEMA);
    const schema = shortSchema(await buffer(this.call(headers).end(NO_ARGUMENTS)));
    const own = `${SCHEMA}.${String(process.pid)}`;
    writeFileSync(own, schema);
    renameSync(own, SCHEMA);
    return schema;
  }

  private passOn(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const call = this.call(headers);
    let trailers: IncomingHttpHeaders = {};
    call.on("error", () => {
      stream.destroy();
    });
    call.once("trailers", (sent: IncomingHttpHeaders) => {
      trailers = sent;
    });
    call.once("response", (sent, flags: number) => {
      const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
      stream.respond(sent, { endStream, waitForTrailers: !endStream });
      if (!endStream) call.pipe(stream);
    });
    stream.once("wantTrailers", () => {
      stream.sendTrailers(trailers);
    });
    stream.once("close", () => {
      call.close();
    });
    stream.pipe(call);
  }

  private call(headers: IncomingHttpHeaders) {
    return this.provider.request({
      ":method": "POST",
      ":path": headers[":path"],
      "content-type": "application/grpc",
      te: "trailers",
    });
  }
}

/** An empty gRPC message. */
const NO_ARGUMENTS = Buffer.alloc(5);
