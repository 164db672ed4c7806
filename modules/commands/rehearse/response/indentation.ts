/**
 * Drops the white space between tags, which tools add to XML to make it readable. A signature over the
 * original verifies again then. Only what a signature covers may be read from the result: white space
 * may also have been there before.
 */
export function withoutIndentation(xml: string): string {
  return xml.replace(/>\s+(?=<)/g, ">");
}
