import { visible } from "../../text";
import type { Rendering } from "../terminal";
import type { ChangedLine } from "./edits";

/** Renders the lines of a config that a change removes and adds. */
export function renderChange(lines: readonly ChangedLine[], { paint }: Rendering): string {
  const width = Math.max(...lines.map(({ line }) => String(line).length));
  return lines
    .map(({ is, line, text }) => {
      const number = String(line).padStart(width + 2);
      const [mark, style] = is === "added" ? (["+", "green"] as const) : (["-", "red"] as const);
      return paint(style, visible(`${number} ${mark} ${text}`));
    })
    .join("\n");
}
