import { closeSync, openSync, writeSync } from "node:fs";

/** A file of JSON lines, each of which is in the file once its call returns. */
export interface LogFile {
  readonly write: (line: object) => void;
  readonly close: () => void;
}

/** Opens a file to add lines to; without a path, the lines go nowhere. */
export function openLog(path: string | undefined): LogFile {
  if (path === undefined) return { write: () => undefined, close: () => undefined };
  const file = openSync(path, "a", 0o600);
  return {
    write: (line) => {
      writeSync(file, `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
    },
    close: () => {
      closeSync(file);
    },
  };
}
