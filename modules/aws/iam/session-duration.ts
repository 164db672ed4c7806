/**
 * Seconds. Identity Center applications take 15 minutes to 12 hours; a role's maximum starts at
 * one hour. Connect itself ends a session after 12 hours.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const SESSION_DURATION = {
  min: 15 * 60,
  max: 12 * 60 * 60,
  roleMin: 60 * 60,
  pattern: /^(?=\d)(?:(\d{1,6})h)?(?:(\d{1,6})m)?$/,
  rule: "a session lasts 15m to 12h, written as 12h, 90m or 1h30m",
} as const;

/** Seconds in "12h", "90m" or "1h30m"; `undefined` when the text is not of that form. */
export function parseSessionDuration(text: string): number | undefined {
  const match = SESSION_DURATION.pattern.exec(text);
  return match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 : undefined;
}

/** The same backwards, with seconds where there are some: "12h", "1h30m". */
export function formatSessionDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.map(([count, unit]) => (count > 0 ? `${String(count)}${unit}` : "")).join("");
}

/** The `max_session_duration` of a role whose applications' sessions last this long, in seconds. */
export function roleSessionDuration(...applicationSeconds: readonly number[]): number {
  return Math.max(SESSION_DURATION.roleMin, ...applicationSeconds);
}
