/** A date, or a time with its zone, as ISO 8601 writes them: `2026-12-01T12:00:30Z`. */
export function moment(text: string): Date | undefined {
  const form = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  const day = new Date(form.exec(text)?.[1] ?? "");
  const date = new Date(text);
  if (Number.isNaN(day.getTime()) || Number.isNaN(date.getTime())) return undefined;
  // A day that no month has would be taken for one of the next month.
  return text.startsWith(day.toISOString().slice(0, 10)) ? date : undefined;
}

/** A time as SAML writes it. */
export function instant(text: string): Date | undefined {
  return /T\d\d:\d\d:\d\d/.test(text) ? moment(text) : undefined;
}

export function later(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}
