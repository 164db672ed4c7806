/** Spells out a duration such as `1h30m`: "1 hour 30 minutes". */
export function durationInWords(duration: string): string {
  const [, hours, minutes] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration) ?? [];
  const unit = (count: string | undefined, name: string) =>
    count === undefined ? [] : [`${count} ${name}${count === "1" ? "" : "s"}`];
  return [...unit(hours, "hour"), ...unit(minutes, "minute")].join(" ");
}
