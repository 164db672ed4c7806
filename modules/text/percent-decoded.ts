/** Decodes percent signs once; a text that is not valid percent-encoding stays unchanged. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
