import { isOurs } from "../aws";
import type { Clock, Pace } from "./pace";

/** Milliseconds to wait before a call that failed for the moment is made again: a minute in all. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000] as const;

/** Error of a call that was not made, as somebody asked to stop. */
export class Stopped extends Error {}

/** Makes calls to Amazon Connect within its rate, and again where a failure is for the moment. */
export class Calls {
  /** Number of requests that were sent. */
  public sent = 0;
  /** Number of requests that were refused as too many. */
  public throttled = 0;

  public constructor(
    private readonly pace: Pace,
    private readonly clock: Clock,
    private readonly stop: AbortSignal,
  ) {}

  /**
   * Sends a request, and waits for its answer.
   *
   * @throws Stopped where somebody asked to stop before it was sent
   */
  public async send<T>(request: () => Promise<T>): Promise<T> {
    for (const wait of WAITS) {
      try {
        return await this.once(request);
      } catch (error) {
        if (!isForTheMoment(error) || this.isStopped()) throw error;
        await this.clock.sleep(wait);
        if (this.isStopped()) throw error;
      }
    }
    return this.once(request);
  }

  /** Reads the pages of a list one by one. */
  public async *pages<P extends { readonly NextToken?: string | undefined }>(
    page: (token: { readonly NextToken?: string }) => Promise<P>,
  ): AsyncGenerator<P> {
    let token: string | undefined;
    do {
      const from = token === undefined ? {} : { NextToken: token };
      const read = await this.send(() => page(from));
      yield read;
      token = read.NextToken;
    } while (typeof token === "string" && token !== "");
  }

  private isStopped(): boolean {
    return this.stop.aborted;
  }

  private async once<T>(request: () => Promise<T>): Promise<T> {
    await this.pace.turn();
    if (this.isStopped()) throw new Stopped("stopped");
    this.sent += 1;
    try {
      return await request();
    } catch (error) {
      if (isThrottling(error)) {
        this.throttled += 1;
        this.pace.exhaust();
      }
      throw error;
    }
  }
}

/**
 * Tells if a call may succeed when it is made again. The conflict is that of a user who is being changed by
 * somebody else.
 */
function isForTheMoment(error: unknown): boolean {
  const { name } = error as Error;
  if (isOurs(error)) return name === "TimeoutError";
  return (
    isThrottling(error) ||
    /^(ResourceConflict|InternalService)Exception$/.test(name) ||
    statusOf(error) >= 500
  );
}

function isThrottling(error: unknown): boolean {
  return statusOf(error) === 429 || /Throttl|TooManyRequests/.test((error as Error).name);
}

function statusOf(error: unknown): number {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode ?? 0;
}
