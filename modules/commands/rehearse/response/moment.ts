/** Reads a date, or a time with its zone, in ISO 8601: `2026-12-01T12:00:30Z`. */
export function moment(text: string): Date | undefined {
  const form = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  const day = new Date(form.exec(text)?.[1] ?? "");
  const date = new Date(text);
  if (Number.isNaN(day.getTime()) || Number.isNaN(date.getTime())) return undefined;
  // JavaScript reads 31 February as a day of March.
  return text.startsWith(day.toISOString().slice(0, 10)) ? date : undefined;
}

/** Reads a time as SAML writes it, with seconds. */
export function instant(text: string): Date | undefined {
  return /T\d\d:\d\d:\d\d/.test(text) ? moment(text) : undefined;
}

/** Adds seconds to a time. */
export function later(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
