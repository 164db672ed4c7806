/** A way in which the input of a reader grows. */
export interface Case {
  /** What grows, in words. */
  readonly grows: string;
  /** Two sizes, of which the second is many times the first: as much as the reader takes, or more. */
  readonly sizes: readonly [number, number];
  readonly input: (size: number) => string | Uint8Array;
}

/** A parser or reader of this project, and the ways in which its input grows. */
export interface Reader {
  readonly what: string;
  /** Reads an input. @returns what came of it: `read`, or the first problem */
  readonly read: (input: Buffer, folder: string) => string | Promise<string>;
  readonly cases: readonly Case[];
}

/** Repeats a text up to a length; each time with another number, where a function makes it. */
export function repeated(unit: string | ((index: number) => string), length: number): string {
  if (typeof unit === "string") return unit.repeat(Math.ceil(length / unit.length));
  const units: string[] = [];
  for (let written = 0, index = 0; written < length; index += 1) {
    const one = unit(index);
    units.push(one);
    written += one.length;
  }
  return units.join("");
}
