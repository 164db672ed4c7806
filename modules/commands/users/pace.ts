/** Time, as far as this folder needs it. */
export interface Clock {
  /** Returns the time in milliseconds. */
  readonly now: () => number;
  /** Waits so many milliseconds, or until somebody asks to stop. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How many requests may be sent. */
export interface Rate {
  readonly perSecond: number;
  /** Number of requests that may be sent at once after a pause. */
  readonly burst: number;
}

/**
 * Rate at which Amazon Connect takes requests: two a second in an account and region, and five at once.
 * The page of best practices speaks of each API and of all of them, so all share one rate here; one of the
 * five is left, as requests arrive less evenly than they leave.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#api-throttling-quotas
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/best-practices-connect-apis.html
 */
export const DEFAULT_RATE: Rate = { perSecond: 2, burst: 4 };

/** Lets requests go no faster than a rate. */
export class Pace {
  private left: number;
  private last: number;

  public constructor(
    private readonly clock: Clock,
    private readonly rate: Rate = DEFAULT_RATE,
  ) {
    this.left = rate.burst;
    this.last = clock.now();
  }

  /** Waits until the next request may be sent. */
  public async turn(): Promise<void> {
    this.refill();
    if (this.left < 1) {
      await this.clock.sleep(Math.ceil(((1 - this.left) / this.rate.perSecond) * 1_000));
      this.refill();
    }
    this.left -= 1;
  }

  /** Starts from nothing: somebody else has used the rate up. */
  public exhaust(): void {
    this.refill();
    this.left = Math.min(this.left, 0);
  }

  private refill(): void {
    const now = this.clock.now();
    const { perSecond, burst } = this.rate;
    this.left = Math.min(burst, this.left + ((now - this.last) / 1_000) * perSecond);
    this.last = now;
  }
}

/** Returns the real clock, whose waits end when a signal is aborted. */
export function realClock(stop: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        if (stop.aborted) {
          resolve();
          return;
        }
        const end = () => {
          clearTimeout(timer);
          stop.removeEventListener("abort", end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        stop.addEventListener("abort", end);
      }),
  };
}
