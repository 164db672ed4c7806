import type { Figure } from "./compare";

/** Heads of the columns of the table. */
export const HEADS = [
  "what",
  "seconds",
  "CPU seconds",
  "MB",
  "times, by the clock",
  "times, CPU",
  "aim",
];

/** Writes figures as the rows of a table: what one took, and how many times what it is compared with took. */
export function tableOf(figures: readonly Figure[]): string[][] {
  return figures.map(({ what, seconds, cpu, memory, times, aim }) => [
    what,
    seconds.toFixed(2),
    cpu.toFixed(2),
    memory === undefined ? "" : memory.toFixed(0),
    times === undefined ? "1" : times.seconds.toFixed(2),
    times === undefined ? "1" : times.cpu.toFixed(2),
    aim === undefined ? "" : String(aim),
  ]);
}
