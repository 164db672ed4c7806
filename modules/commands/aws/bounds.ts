import { setMaxListeners } from "node:events";

/** Bounds of a comparison, so that it ends whatever answers in the place of AWS. */
export interface Bounds {
  /** Milliseconds for one attempt at a call, with the whole of its answer. */
  readonly attemptMs: number;
  /** Milliseconds until there are credentials. */
  readonly credentialsMs: number;
  /** Bytes of one answer. */
  readonly bytes: number;
  /** Entries of one list. */
  readonly entries: number;
  /** Pages of one list. */
  readonly pages: number;
  /** Is told what is being read. */
  readonly tell: (what: string) => void;
  /** Aborts everything when the time of the whole comparison is over; its reason says so. */
  readonly end: AbortSignal;
}

/**
 * Bounds that no account reaches: metadata has at most 10,000,000 characters, and an instance or a
 * directory far fewer people.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html
 */
const BOUNDS = {
  attemptMs: 20_000,
  credentialsMs: 60_000, // a person may have to confirm a sign-in
  bytes: 16_000_000,
  entries: 200_000,
  pages: 4_000,
  tell: () => undefined,
};

/** Milliseconds for everything that one command compares. */
const WHOLE_MS = 600_000;

/** Runs a comparison within its bounds. */
export async function withinBounds<T>(
  run: (bounds: Bounds) => Promise<T>,
  { wholeMs = WHOLE_MS, ...bounds }: Partial<Omit<Bounds, "end">> & { wholeMs?: number } = {},
): Promise<T> {
  const end = new AbortController();
  // Each call listens to it; Node.js warns of more than ten at once.
  setMaxListeners(0, end.signal);
  const timer = setTimeout(() => {
    end.abort(new OutOfTime(`the ${inWords(wholeMs)} for the whole comparison are over`));
  }, wholeMs);
  try {
    return await run({ ...BOUNDS, ...bounds, end: end.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Error of a call that the end of the whole comparison has cut off. */
export class OutOfTime extends Error {}

/** Error of a call for which there were no credentials in time. */
export class NoCredentials extends Error {}

/** Writes a time as it is said: `20 seconds`, `10 minutes`. */
export function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  return seconds < 120 ? `${String(seconds)} seconds` : `${String(seconds / 60)} minutes`;
}
