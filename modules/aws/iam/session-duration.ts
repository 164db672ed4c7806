/**
 * Limits of sessions, in seconds. Identity Center applications take 15 minutes to 12 hours; the
 * maximum of a role is at least one hour. Connect itself ends a session after 12 hours.
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

/**
 * Returns the seconds in "12h", "90m" or "1h30m"; `undefined` when the text is not of that form.
 */
export function parseSessionDuration(text: string): number | undefined {
  const match = SESSION_DURATION.pattern.exec(text);
  return match ? Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 : undefined;
}

/**
 * Says what is wrong with the length of an application's session, why, and what to do; `undefined`
 * when nothing is.
 *
 * @param seconds whole seconds, 900 to 43,200
 */
export function sessionSecondsProblem(seconds: number): string | undefined {
  const { min, max } = SESSION_DURATION;
  if (!Number.isInteger(seconds)) {
    return `is not a whole number, and IAM counts a session in whole seconds; set ${String(min)} to ${String(max)}`;
  }
  if (seconds < min) {
    return `is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (${String(min)} seconds) or more`;
  }
  if (seconds > max) {
    return `is longer than 12 hours, after which Amazon Connect ends every session; set 12h (${String(max)} seconds) or less`;
  }
  return undefined;
}

/** Writes a number of seconds as "12h" or "1h30m", with seconds only when there are any. */
export function formatSessionDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.map(([count, unit]) => (count > 0 ? `${String(count)}${unit}` : "")).join("");
}

/**
 * Returns the `max_session_duration` of a role, in seconds, from the session durations of its
 * applications.
 */
export function roleSessionDuration(...applicationSeconds: readonly number[]): number {
  return Math.max(SESSION_DURATION.roleMin, ...applicationSeconds);
}
