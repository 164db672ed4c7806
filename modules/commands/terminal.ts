import { styleText } from "node:util";

/** Settings for the text that is shown. */
export interface Rendering {
  /** Adds colour or weight where the terminal has it, as NO_COLOR and FORCE_COLOR say. */
  readonly paint: (style: Style, text: string) => string;
  /**
   * Number of columns after which lines are broken.
   *
   * @default - each entry is one line
   */
  readonly width?: number;
}

/** A colour or weight of text. */
export type Style = "red" | "yellow" | "green" | "bold" | "dim";

/** The output that a command writes its results to. */
export interface Terminal extends Rendering {
  readonly write: (text: string) => void;
}

/** Longer lines are hard to read, and shorter ones break the values that are to be copied. */
const WIDTH = { min: 60, max: 120 };

/** Makes a terminal from a stream; lines are broken only where the stream is an interactive terminal. */
export function terminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: (text) => {
      stream.write(text);
    },
    paint: (style, text) => styleText(style, text, { stream }),
    ...(stream.isTTY && { width: Math.min(Math.max(stream.columns, WIDTH.min), WIDTH.max) }),
  };
}
