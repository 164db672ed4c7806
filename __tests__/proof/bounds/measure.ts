/**
 * Reads all inputs of a reader in a process that does nothing else, and writes what that took as JSON.
 *
 * Arguments: the name of the reader, and a folder that it may write to.
 */
import { READERS } from "./readers";
import { reading, type Reading } from "./reading";

/** What the readings of all cases took. */
export interface Measured {
  /** For each case, that of the small input and that of the large one. */
  readonly readings: readonly (readonly [small: Reading, large: Reading])[];
  /** Megabytes that the whole process had at most, with Node.js, the program and the inputs. */
  readonly megabytes: number;
}

async function measure(name: string, folder: string): Promise<Measured> {
  const reader = READERS[name];
  if (!reader) throw new Error(`there is no reader ${name}`);
  const readings: [Reading, Reading][] = [];
  for (const one of reader.cases) {
    const [small, large] = one.sizes;
    readings.push([
      await reading(reader, one, small, folder),
      await reading(reader, one, large, folder),
    ]);
  }
  return { readings, megabytes: process.resourceUsage().maxRSS / 1_000 };
}

const [name = "", folder = ""] = process.argv.slice(2);
void measure(name, folder).then((measured) => {
  console.log(JSON.stringify(measured));
});
