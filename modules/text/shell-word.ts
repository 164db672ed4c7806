/** A kind of shell, by its way of quoting. */
export type Shell = "POSIX" | "PowerShell";

/** Writes text as one word of a shell, in quotes where it needs them. */
export function shellWord(text: string, shell: Shell = "POSIX"): string {
  if (/^[\w./-]+$/.test(text)) return text;
  // PowerShell takes the quotation marks of texts for its own.
  return shell === "PowerShell"
    ? `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`
    : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Writes a path as one word of a shell, which no program takes for an option. */
export function pathWord(path: string, shell?: Shell): string {
  return shellWord(path.startsWith("-") ? `./${path}` : path, shell);
}
