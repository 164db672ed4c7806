import { readXml, UnreadableXml } from "../../../text/xml";

/** An element of XML without comments, processing instructions and CDATA sections. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly {
    /** As written, with its prefix. */
    readonly name: string;
    readonly local: string;
    readonly value: string;
  }[];
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** Real responses nest a dozen levels deep. */
const MAX_DEPTH = 50;

/** Real responses have a hundred; what verifies signatures takes the square of it in time. */
const MAX_ELEMENTS = 2_000;

/** @throws UnreadableXml */
export function readTree(xml: string): XmlElement {
  interface Open extends XmlElement {
    children: XmlElement[];
    text: string;
  }
  const top: Open = { uri: "", local: "", attributes: [], children: [], text: "" };
  const open = [top];
  readXml(xml, {
    maxDepth: MAX_DEPTH,
    maxElements: MAX_ELEMENTS,
    textOnly: true,
    declaration: ({ encoding = "UTF-8" }) => {
      if (encoding.toUpperCase() === "UTF-8") return;
      throw new UnreadableXml("it declares another encoding than UTF-8", "refused");
    },
    open: ({ uri, local, attributes }) => {
      const element: Open = {
        uri,
        local,
        attributes: Object.values(attributes),
        children: [],
        text: "",
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => {
      const element = open.at(-1);
      if (element) element.text += text;
    },
    close: () => {
      open.pop();
    },
  });
  return top.children[0] ?? top;
}

/** The children of a name in the namespace of their parent, or in another. */
export function children(parent: XmlElement, local: string, uri = parent.uri): XmlElement[] {
  return parent.children.filter((child) => child.local === local && child.uri === uri);
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((one) => one.name === name)?.value;
}

/** The text of an element that holds nothing else. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return element?.children.length === 0 ? element.text : undefined;
}

/** An element and everything in it. */
export function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}
