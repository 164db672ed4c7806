/** Spells out a duration such as `1h30m`: "1 hour 30 minutes". */
export function durationInWords(duration: string): string {
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration) ?? [];
  const unit = (count: string | undefined, name: string) =>
    count === undefined ? [] : [`${count} ${name}${count === "1" ? "" : "s"}`];
  return [...unit(hours, "hour"), ...unit(minutes, "minute"), ...unit(seconds, "second")].join(" ");
}
