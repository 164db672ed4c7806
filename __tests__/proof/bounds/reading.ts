import type { Case, Reader } from "./case";

/** What one reading took, and what came of it. */
export interface Reading {
  /** Seconds of the processor. */
  readonly seconds: number;
  readonly outcome: string;
}

/** Reads an input of a size, and says what that took. */
export async function reading(
  reader: Reader,
  { input }: Case,
  size: number,
  folder: string,
): Promise<Reading> {
  const made = Buffer.from(input(size));
  const before = process.cpuUsage();
  const outcome = await reader.read(made, folder);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, outcome };
}
