import { createReadStream } from "node:fs";

import { UsageError } from "../usage";

/** A log of a browser has tens of megabytes; of what is longer, the rest is not read. */
export const CAPTURE_BYTES_MAX = 64_000_000;

/**
 * Reads a capture from a file, or from standard input, which `-` stands for.
 *
 * @throws UsageError where there is no such file
 */
export async function readCapture(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = file === "-" ? process.stdin : createReadStream(file);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > CAPTURE_BYTES_MAX) break;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(`FILE ${JSON.stringify(file)} does not exist`);
    if (code === "EISDIR")
      throw new UsageError(`FILE ${JSON.stringify(file)} is a folder; name a file`);
    throw error;
  }
  return decodeCapture(Buffer.concat(chunks));
}

/** Decodes the bytes of a capture: PowerShell writes UTF-16 where it redirects output. */
export function decodeCapture(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
