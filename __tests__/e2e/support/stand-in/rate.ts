import { ServiceError } from "./service";

/** A number of calls a second, of which some may come at once. */
export class Rate {
  private left: number;
  private last = Date.now();

  public constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.left = burst;
  }

  /** Takes one call in, or refuses it. */
  public take(): void {
    if (!this.allows()) throw new ServiceError("ThrottlingException", "Rate exceeded", 429);
  }

  /** Tells if one more call may come now, and counts it. */
  public allows(): boolean {
    const now = Date.now();
    this.left = Math.min(this.burst, this.left + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
