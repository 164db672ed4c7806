import { createHash } from "node:crypto";

/** SHA-256 of a text, in the notation of a content security policy. */
export function sha256(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
