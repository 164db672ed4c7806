import { styleText } from "node:util";

/** Where a command writes its results. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** Colours, where standard output takes them: NO_COLOR and FORCE_COLOR are heeded. */
  readonly paint: (style: Parameters<typeof styleText>[0], text: string) => string;
  /** Columns; `undefined` when standard output is no terminal. */
  readonly width?: number;
}

/** Lines longer than this are hard to read, and shorter ones break what is to be copied. */
const WIDTH = { min: 60, max: 120 };

export function standardOutput(stream: NodeJS.WriteStream = process.stdout): Terminal {
  return {
    write: (text) => {
      stream.write(text);
    },
    paint: (style, text) => styleText(style, text, { stream }),
    ...(stream.isTTY && { width: Math.min(Math.max(stream.columns, WIDTH.min), WIDTH.max) }),
  };
}
