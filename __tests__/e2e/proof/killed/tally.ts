import type { Place } from "../../support/cut";

/**
 * What became of a run that was killed: it had changed nothing; the next one did the rest; or that one
 * was refused, in words that name adopt, and adopt helped.
 */
export type Outcome = "untouched" | "healed" | "adopted";

/** Counts what became of runs that were killed at places. */
export class Tally {
  /** Places after which nothing went on, and what was seen. */
  public readonly failures: string[] = [];
  private readonly outcomes: (readonly [Place["side"], Outcome])[] = [];

  public add({ side }: Place, outcome: Outcome): void {
    this.outcomes.push([side, outcome]);
  }

  public fail({ operation, number, side }: Place, error: unknown): void {
    this.failures.push(`${side} ${operation} ${String(number)}: ${String(error)}`);
  }

  /** Number of places on a side, or on both, that went on in a way, or at all. */
  public count(outcome?: Outcome, side?: Place["side"]): number {
    return this.outcomes.filter(
      ([ownSide, own]) =>
        (side === undefined || side === ownSide) && (outcome === undefined || outcome === own),
    ).length;
  }

  public toString(): string {
    const sides = (["before", "after"] as const).map(
      (side) =>
        `${String(this.count(undefined, side))} ${side} a call: ${String(this.count("untouched", side))} had changed nothing, ${String(this.count("healed", side))} healed, ${String(this.count("adopted", side))} adopted`,
    );
    return sides.join("; ");
  }
}
