/** Tags of the DER elements on the way to the extensions of a certificate. */
const TAG = { sequence: 0x30, objectIdentifier: 0x06, extensions: 0xa3 } as const;

/**
 * Returns the object identifier of an X.509 extension that a certificate has twice, such as
 * `2.5.29.19`; `undefined` when it has none. Node.js has no function that lists extensions.
 *
 * @param der the certificate, which OpenSSL has already read
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export function repeatedExtension(der: Uint8Array): string | undefined {
  const [certificate] = elements(der);
  const [toBeSigned] = elements(certificate?.content);
  const wrapper = elements(toBeSigned?.content).find(({ tag }) => tag === TAG.extensions);
  const [list] = elements(wrapper?.content);
  const seen = new Set<string>();
  for (const { tag, content } of elements(list?.content)) {
    const [id] = tag === TAG.sequence ? elements(content) : [];
    if (id?.tag !== TAG.objectIdentifier) continue;
    const name = objectIdentifier(id.content);
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** Splits DER into its elements; what does not follow the rules of DER ends the list. */
function elements(der: Uint8Array = new Uint8Array()): Element[] {
  const found: Element[] = [];
  for (let at = 0; at + 2 <= der.length;) {
    const [tag = 0, first = 0] = der.subarray(at, at + 2);
    // Up to 127 the byte is the length, above it is the number of bytes that hold the length.
    const bytes = first < 0x80 ? 0 : first - 0x80;
    const start = at + 2 + bytes;
    const length =
      bytes === 0
        ? first
        : der.subarray(at + 2, start).reduce((value, byte) => value * 256 + byte, 0);
    if (first === 0x80 || start + length > der.length) break;
    found.push({ tag, content: der.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** Writes an object identifier in dots: its bytes hold numbers of seven bits each. */
function objectIdentifier(content: Uint8Array): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
  }
  const [both = 0, ...rest] = numbers;
  const first = Math.min(Math.floor(both / 40), 2);
  return [first, both - first * 40, ...rest].join(".");
}
