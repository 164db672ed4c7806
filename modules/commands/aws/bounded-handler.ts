import { addAbortSignal, type Readable } from "node:stream";

import { type Bounds, inWords } from "./bounds";
import type { Sdk } from "./sdk";

/** The SDK's sender of requests. */
export type Handler = InstanceType<Sdk["sts"]["STSClient"]>["config"]["requestHandler"];

/** Error for an answer that does not come, or does not come from AWS. */
export class BadAnswer extends Error {
  /** The SDK repeats a call after a `TimeoutError`, and after some statuses, such as 503. */
  public override readonly name: string;
  public readonly $metadata: { readonly httpStatusCode?: number };
  /** True when the call waited to the end of its time. */
  public readonly isLate: boolean;

  public constructor(message: string, { name, status, isLate = false }: Kind = {}) {
    super(message);
    this.name = name ?? "BadAnswer";
    this.$metadata = status === undefined ? {} : { httpStatusCode: status };
    this.isLate = isLate;
  }
}

interface Kind {
  readonly name?: "TimeoutError";
  readonly status?: number;
  readonly isLate?: boolean;
}

/**
 * Bounds the time and the size of every answer, and refuses what does not come from AWS. The SDK's own
 * `requestTimeout` ends with the headers of an answer, and only warns unless `throwOnRequestTimeout` is
 * set.
 */
export function boundHandler(handler: Handler, bounds: Bounds): Handler {
  const { attemptMs, end } = bounds;
  const send = handler.handle.bind(handler);
  handler.handle = async (request, options) => {
    const attempt = new AbortController();
    const stop = () => {
      attempt.abort();
    };
    const timer = setTimeout(stop, attemptMs);
    end.addEventListener("abort", stop);
    try {
      end.throwIfAborted();
      const sent = await send(request, { ...options, abortSignal: attempt.signal });
      const response = sent.response as Response;
      response.body = await wholeAnswer(response, bounds, attempt.signal);
      return sent;
    } catch (error) {
      end.throwIfAborted();
      if (error instanceof BadAnswer) throw error;
      const isLate = attempt.signal.aborted;
      const why = isLate
        ? `AWS did not answer within ${inWords(attemptMs)}`
        : `AWS cannot be reached (${(error as Error).message})`;
      throw new BadAnswer(why, { name: "TimeoutError", isLate });
    } finally {
      clearTimeout(timer);
      end.removeEventListener("abort", stop);
    }
  };
  return handler;
}

interface Response {
  readonly statusCode: number;
  body: Readable | Uint8Array;
}

async function wholeAnswer(
  { statusCode: status, body }: Response,
  { bytes }: Bounds,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(signal, body) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bytes) throw new BadAnswer(`the answer is longer than ${inMegabytes(bytes)}`);
    chunks.push(chunk);
  }
  const answer = Buffer.concat(chunks);
  if (/^[\s\uFEFF]*<(!doctype html|html)/i.test(answer.toString("utf8", 0, 200))) {
    throw new BadAnswer(
      `the answer is a web page (HTML, status ${String(status)}), which does not come from AWS`,
      { status },
    );
  }
  if (size === 0 && status < 300) throw new BadAnswer("the answer is empty");
  return answer;
}

function inMegabytes(bytes: number): string {
  return `${String(bytes / 1_000_000)} MB`;
}
