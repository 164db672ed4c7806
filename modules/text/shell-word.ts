/** A kind of shell, by its way of quoting. */
export type Shell = "POSIX" | "PowerShell";

/** Writes text as one word of a shell, in quotes where it needs them. */
export function shellWord(text: string, shell: Shell = "POSIX"): string {
  if (/^[\w./-]+$/.test(text)) return text;
  const quote = shell === "PowerShell" ? "''" : "'\\''";
  return `'${text.replaceAll("'", quote)}'`;
}
