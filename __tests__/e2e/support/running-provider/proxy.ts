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

  private constructor(socket: string) {
    // One for each run of Terraform: with the run everything ends that it has asked for.
    this.server.on("session", (terraform) => {
      const provider = connectTo(socket);
      terraform.once("close", () => {
        provider.destroy();
      });
      provider.once("close", () => {
        terraform.destroy();
      });
      terraform.on("stream", (stream, headers) => {
        stream.on("error", () => undefined);
        if (/\/Get(Provider)?Schema$/.test(headers[":path"] ?? "")) {
          answerSchema(provider, stream, headers).catch(() => {
            stream.destroy();
          });
        } else passOn(provider, stream, headers);
      });
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
  }
}

function connectTo(socket: string): ClientHttp2Session {
  // A socket has no use for the address.
  const session = connect("http://provider", { createConnection: () => createConnection(socket) });
  // Calls report it themselves.
  return session.on("error", () => undefined);
}

async function answerSchema(
  provider: ClientHttp2Session,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
): Promise<void> {
  const schema = await keptSchema(provider, headers);
  stream.once("wantTrailers", () => {
    stream.sendTrailers({ "grpc-status": "0" });
  });
  stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.end(schema);
}

/** Asks the provider in the first test only. */
async function keptSchema(
  provider: ClientHttp2Session,
  headers: IncomingHttpHeaders,
): Promise<Buffer> {
  if (existsSync(SCHEMA)) return readFileSync(SCHEMA);
  const schema = shortSchema(await buffer(call(provider, headers).end(NO_ARGUMENTS)));
  const own = `${SCHEMA}.${String(process.pid)}`;
  writeFileSync(own, schema);
  renameSync(own, SCHEMA);
  return schema;
}

function passOn(
  provider: ClientHttp2Session,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
): void {
  const called = call(provider, headers);
  let trailers: IncomingHttpHeaders = {};
  called.on("error", () => {
    stream.destroy();
  });
  called.once("trailers", (sent: IncomingHttpHeaders) => {
    trailers = sent;
  });
  called.once("response", (sent, flags: number) => {
    const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond(sent, { endStream, waitForTrailers: !endStream });
    if (!endStream) called.pipe(stream);
  });
  stream.once("wantTrailers", () => {
    stream.sendTrailers(trailers);
  });
  stream.once("close", () => {
    called.close(constants.NGHTTP2_CANCEL);
  });
  stream.pipe(called);
}

function call(provider: ClientHttp2Session, headers: IncomingHttpHeaders) {
  return provider.request({
    ":method": "POST",
    ":path": headers[":path"],
    "content-type": "application/grpc",
    te: "trailers",
  });
}

/** An empty gRPC message. */
const NO_ARGUMENTS = Buffer.alloc(5);
