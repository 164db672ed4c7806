import { visible } from "../text";

/** The parts of a stream that progress needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds of silence that nobody notices. */
const PATIENCE = 2_000;
const INTERVAL = 200;
const CLEAR = "\r\u001b[K";

/**
 * Shows in a terminal what is being done, in one line that is overwritten, once the work takes more than
 * two seconds. The line is gone at the end; a stream that is not a terminal gets nothing.
 *
 * @param work is given the function that says what is being done; an empty text clears the line
 */
export async function withProgress<T>(
  stream: ProgressStream,
  work: (tell: (what: string) => void) => T | Promise<T>,
): Promise<T> {
  if (stream.isTTY !== true) return work(() => undefined);
  const started = Date.now();
  let doing = "";
  let shown = "";
  let drawn = started;
  const show = () => {
    drawn = Date.now();
    const seconds = Math.floor((Date.now() - started) / 1_000);
    const line = visible(`${String(seconds)} s: ${doing}`).slice(0, (stream.columns ?? 80) - 1);
    if (doing === "" || Date.now() - started < PATIENCE || line === shown) return;
    stream.write(CLEAR + line);
    shown = line;
  };
  const clear = () => {
    if (shown !== "") stream.write(CLEAR);
    shown = "";
  };
  const timer = setInterval(show, INTERVAL);
  try {
    return await work((what) => {
      doing = what;
      if (what === "") clear();
      // Work that never waits lets no timer run.
      else if (Date.now() - drawn >= INTERVAL) show();
    });
  } finally {
    clearInterval(timer);
    clear();
  }
}
