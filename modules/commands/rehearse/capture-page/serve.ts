import { randomBytes } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

import { CAPTURE_BYTES_MAX, decodeCapture } from "../read-capture";
import { capturePage } from "./page";
import { SCRIPT } from "./script";
import type { Segment } from "./segments";
import { STYLE } from "./style";
import type { CapturedResponse } from "../rehearsal";

/** What the page shows of one check. */
export interface Checked {
  readonly segments: readonly Segment[];
  /** The responses of the capture, to choose from; empty unless there are several. */
  readonly responses: readonly CapturedResponse[];
}

/** How to serve the page. */
export interface CapturePageOptions {
  /** Checks a capture, or the response of that number in it. */
  readonly check: (capture: string, number?: number) => Promise<Checked>;
  /** Called with the URL of the page, once it is served. */
  readonly ready: (url: string) => void;
  /** Minutes after which serving ends. */
  readonly minutes: number;
  /** Ends serving. */
  readonly signal: AbortSignal;
}

/** The page may load its own files and nothing else, and nobody else may show or read it. */
const HEADERS: OutgoingHttpHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Serves the page that takes captures, on the loopback address alone and under a path that nobody can
 * guess, until the time is up or the signal ends it.
 */
export async function serveCapturePage(options: CapturePageOptions): Promise<void> {
  const { minutes, signal, ready } = options;
  const path = `/${randomBytes(16).toString("hex")}/`;
  const server = createServer((request, response) => {
    answer(request, response, path, options).catch(() => {
      // The browser went away, or sent what cannot be read.
      if (!response.headersSent) send(response, 400, "text/plain", "This cannot be read.");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  ready(`http://${hostOf(server.address() as AddressInfo)}${path}`);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, minutes * 60_000);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function hostOf({ address, port }: AddressInfo): string {
  return `${address}:${String(port)}`;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { check, minutes }: CapturePageOptions,
): Promise<void> {
  const host = hostOf(request.socket.address() as AddressInfo);
  const whole = `http://${host}${request.url ?? ""}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  // Another name for this address is that of a page that has itself resolved to it (DNS rebinding).
  if (request.headers.host !== host || !url?.pathname.startsWith(path)) {
    send(response, 404, "text/plain", "There is nothing here.");
    return;
  }
  const name = url.pathname.slice(path.length);
  const asked = `${request.method ?? ""} ${name}`;
  if (asked === "GET ") send(response, 200, "text/html", capturePage(minutes));
  else if (asked === "GET page.css") send(response, 200, "text/css", STYLE);
  else if (asked === "GET page.js") send(response, 200, "text/javascript", SCRIPT);
  else if (asked !== "POST check" || request.headers.origin !== `http://${host}`) {
    send(response, 404, "text/plain", "There is nothing here.");
  } else {
    const capture = await bodyOf(request);
    if (capture === undefined) {
      const limit = `This is longer than ${String(CAPTURE_BYTES_MAX / 1_000_000)} MB.`;
      send(response, 413, "text/plain", limit);
      return;
    }
    const number = Number(url.searchParams.get("response") ?? NaN);
    const checked = await check(capture, Number.isInteger(number) ? number : undefined);
    send(response, 200, "application/json", JSON.stringify(checked));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > CAPTURE_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return decodeCapture(Buffer.concat(chunks));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { ...HEADERS, "content-type": `${type}; charset=utf-8` });
  response.end(text);
}
