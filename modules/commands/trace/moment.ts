/** Writes a time in UTC, as in `2026-12-01T12:00:30Z`. */
export function moment(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
