import { SaxesParser, type SaxesTagNS } from "saxes";

/**
 * Limits for a document and callbacks for its parts; `path` holds the open elements, from the root
 * down.
 */
export interface XmlReader {
  /** Number of levels that elements may be nested. */
  readonly maxDepth: number;
  /**
   * Number of elements that a document may have.
   *
   * @default - no limit
   */
  readonly maxElements?: number;
  /**
   * `true` to refuse comments, processing instructions and CDATA sections, with which two programs
   * can read the same name differently.
   *
   * @default false
   */
  readonly textOnly?: boolean;
  readonly declaration?: (declaration: { encoding?: string }) => void;
  readonly open: (tag: SaxesTagNS, path: readonly SaxesTagNS[]) => void;
  readonly text: (text: string, path: readonly SaxesTagNS[]) => void;
  readonly close?: () => void;
}

/** XML that was not read to its end; the message says where and why. */
export class UnreadableXml extends Error {
  public constructor(
    message: string,
    public readonly kind: "malformed" | "cut short" | "refused",
  ) {
    super(message);
  }
}

/**
 * Reads XML in one pass, without a DTD, so that only the five entities of XML exist, and within the
 * limits of the reader. The caller limits the length.
 *
 * @throws UnreadableXml when the text is not well-formed, incomplete or beyond the limits
 */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const path: SaxesTagNS[] = [];
  const { maxElements = Infinity } = reader;
  let elements = 0;
  let ended = false;
  const refuse = (what: string): never => {
    throw new UnreadableXml(what, "refused");
  };
  parser.on("error", (error) => {
    if (ended && hasBareAmpersand(xml)) {
      throw new UnreadableXml('an "&" is not written as "&amp;"', "malformed");
    }
    const [, line, column, message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
    throw new UnreadableXml(
      message === undefined
        ? error.message
        : `at line ${String(line)}, column ${String(column)}: ${message.replace(/\.$/, "")}`,
      ended ? "cut short" : "malformed",
    );
  });
  parser.on("doctype", () =>
    refuse(
      "it has a document type declaration (<!DOCTYPE ...>), with which XML can include files or multiply text",
    ),
  );
  parser.on("xmldecl", ({ encoding }) => {
    reader.declaration?.(encoding === undefined ? {} : { encoding });
  });
  parser.on("opentag", (tag) => {
    path.push(tag);
    if (path.length > reader.maxDepth) {
      refuse(`it is nested deeper than ${String(reader.maxDepth)} elements`);
    }
    elements += 1;
    if (elements > maxElements) refuse(`it has more than ${String(maxElements)} elements`);
    reader.open(tag, path);
  });
  parser.on("text", (text) => {
    reader.text(text, path);
  });
  parser.on("cdata", (text) => {
    if (reader.textOnly) refuse("it has a CDATA section (<![CDATA[...]]>)");
    reader.text(text, path);
  });
  parser.on("closetag", () => {
    reader.close?.();
    path.pop();
  });
  if (reader.textOnly) {
    parser.on("comment", () => refuse("it has a comment (<!--...-->)"));
    parser.on("processinginstruction", () => refuse("it has a processing instruction (<?...?>)"));
  }

  parser.write(xml);
  ended = true;
  parser.close();
}

/**
 * Tells if the last ampersand begins no reference, and is not cut short either. The parser takes all that
 * follows for the name of a reference, and misses the end tags then.
 */
function hasBareAmpersand(xml: string): boolean {
  return /^&[\w:.#-]*[^\w:.#;-][^;]*$/.test(xml.slice(xml.lastIndexOf("&")));
}
