import type { Style } from "../../terminal";

/** A piece of a report, in the style that a terminal would show it in. */
export interface Segment {
  readonly text: string;
  readonly style?: Style;
}

/** Marks that no report has: it shows every character of private use as its code. */
const [START, NAMED, END] = ["\ue000", "\ue001", "\ue002"];

/** Marks a style in a report, to be told apart again by `segments`. */
export function marked(style: Style, text: string): string {
  return `${START}${style}${NAMED}${text}${END}`;
}

/** Splits a report at its marks. */
export function segments(report: string): Segment[] {
  return report.split(START).flatMap((part, index): Segment[] => {
    if (index === 0) return part === "" ? [] : [{ text: part }];
    const [style = "", rest = ""] = part.split(NAMED);
    const [text = "", after = ""] = rest.split(END);
    const named = STYLES.find((one) => one === style);
    return [{ text, ...(named && { style: named }) }, ...(after === "" ? [] : [{ text: after }])];
  });
}

const STYLES: readonly Style[] = ["red", "yellow", "green", "bold", "dim"];
