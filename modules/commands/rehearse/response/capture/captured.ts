/** A response as it stands in a capture, not yet decoded. */
export interface Captured {
  /** The response: base64, or XML. */
  readonly text: string;
  readonly is: "base64" | "XML";
  /** The form in which it was captured, in words: `a form field`. */
  readonly form: string;
  readonly relayState?: string;
  /** URL that it was posted to. */
  readonly sentTo?: string;
  /** When it was posted, in ISO 8601. */
  readonly sentAt?: string;
}
