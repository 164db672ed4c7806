import { styleText } from "node:util";

/** How text is shown. */
export interface Rendering {
  /** Gives text a colour or weight where there are any: NO_COLOR and FORCE_COLOR are heeded. */
  readonly paint: (style: Style, text: string) => string;
  /**
   * Columns that lines are broken at.
   *
   * @default - each entry is one line
   */
  readonly width?: number;
}

export type Style = "red" | "yellow" | "green" | "bold" | "dim";

/** Where a command writes its results. */
export interface Terminal extends Rendering {
  readonly write: (text: string) => void;
}

/** Lines longer than this are hard to read, and shorter ones break what is to be copied. */
const WIDTH = { min: 60, max: 120 };

/** Makes a terminal of a stream; lines are broken only where the stream is one. */
export function terminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: (text) => {
      stream.write(text);
    },
    paint: (style, text) => styleText(style, text, { stream }),
    ...(stream.isTTY && { width: Math.min(Math.max(stream.columns, WIDTH.min), WIDTH.max) }),
  };
}
