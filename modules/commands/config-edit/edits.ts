/** A part of a text that another takes the place of. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line that a change removes or adds. */
export interface ChangedLine {
  readonly is: "removed" | "added";
  /** Number of the line, counted from 1, before the change or after it. */
  readonly line: number;
  readonly text: string;
}

/** Makes edits, none of which overlaps another. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let made = "";
  let at = 0;
  for (const edit of inOrder(edits)) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at);
}

/** Lists the lines that edits change, each within one line of the text. */
export function changedLines(text: string, edits: readonly Edit[]): ChangedLine[] {
  const changed: ChangedLine[] = [];
  let offset = 0;
  let added = 0;
  const ordered = inOrder(edits);
  for (const [index, line] of text.split("\n").entries()) {
    const end = offset + line.length;
    const own = ordered.filter(({ start }) => start >= offset && start <= end);
    if (own.length > 0) {
      const moved = own.map((edit) => ({
        start: edit.start - offset,
        end: edit.end - offset,
        text: edit.text,
      }));
      const [first = "", ...more] = withEdits(line, moved).split("\n");
      const number = index + 1;
      if (withoutReturn(first) !== withoutReturn(line)) {
        changed.push({ is: "removed", line: number, text: withoutReturn(line) });
        changed.push({ is: "added", line: number + added, text: withoutReturn(first) });
      }
      for (const one of more) {
        added += 1;
        changed.push({ is: "added", line: number + added, text: withoutReturn(one) });
      }
    }
    offset = end + 1;
  }
  return changed;
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/, "");
}
