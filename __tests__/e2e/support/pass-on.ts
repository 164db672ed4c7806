import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** Headers that belong to one connection. */
const OF_CONNECTION = /^(host|connection|content-length|transfer-encoding|expect)$/;

/** An answer that was received whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly content: Buffer | string;
}

/** Sends a request that came in, with its body, to another server. */
export async function passOn(
  { method = "GET", url = "/", headers }: IncomingMessage,
  body: string,
  target: string,
): Promise<Answer> {
  const answer = await fetch(`${target}${url}`, {
    method,
    headers: ownHeaders(headers),
    ...(body !== "" && { body }),
    signal: AbortSignal.timeout(60_000),
  });
  const content = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, content };
}

/** Returns an answer as it was received. */
export function giveBack(response: ServerResponse, { status, headers, content }: Answer): void {
  for (const name of ["content-type", "x-amzn-errortype"]) {
    const value = headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(status).end(content);
}

function ownHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => !OF_CONNECTION.test(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
