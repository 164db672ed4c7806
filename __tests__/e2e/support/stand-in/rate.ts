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

  public take(): void {
    const now = Date.now();
    this.left = Math.min(this.burst, this.left + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
    if (this.left < 1) throw new ServiceError("ThrottlingException", "Rate exceeded", 429);
    this.left -= 1;
  }
}
