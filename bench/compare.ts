import type { Cost } from "./measure";

/** Costs of one program, and how they compare with those of the program that it is measured against. */
export interface Figure {
  readonly what: string;
  readonly runs: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly memory?: number;
  /** How many times what the other took, by the clock and in processor time: medians of each round's ratio. */
  readonly times?: { readonly of: string; readonly seconds: number; readonly cpu: number };
  /** The most that processor time is meant to be, in times of the other. */
  readonly aim?: number;
}

/** Something to measure. */
export interface Contender {
  readonly what: string;
  readonly run: () => Cost;
  readonly aim?: number;
}

/**
 * Runs programs in turn, so that each round has them under the same load of the machine.
 *
 * @param first what the others are compared with
 */
export function compare(first: Contender, others: readonly Contender[], rounds: number): Figure[] {
  const all = [first, ...others];
  // What is only ever done once, such as compiling, is not measured.
  if (rounds > 1) for (const { run } of all) run();
  const costs = Array.from({ length: rounds }, () => all.map(({ run }) => run()));
  const costsOf = (index: number) => costs.flatMap((round) => round[index] ?? []);
  const reference = costsOf(0);
  return all.map(({ what, aim }, index) => {
    const own = costsOf(index);
    const of = (part: (cost: Cost) => number) => median(own.map(part));
    const ratio = (part: (cost: Cost) => number) =>
      median(reference.map((other, round) => part(own[round] ?? other) / part(other)));
    const memory = own.flatMap((cost) => cost.memory ?? []);
    return {
      what,
      runs: rounds,
      seconds: of(({ seconds }) => seconds),
      cpu: of(({ cpu }) => cpu),
      ...(memory.length > 0 && { memory: median(memory) }),
      ...(index > 0 && {
        times: {
          of: first.what,
          seconds: ratio((one) => one.seconds),
          cpu: ratio((one) => one.cpu),
        },
      }),
      ...(aim !== undefined && { aim }),
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
