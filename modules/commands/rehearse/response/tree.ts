import { readXml, UnreadableXml } from "../../../text/xml";

/** An element of XML without comments, processing instructions and CDATA sections. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly {
    /** Name as written, with its prefix. */
    readonly name: string;
    readonly local: string;
    readonly value: string;
  }[];
  readonly children: readonly XmlElement[];
  /** Text of the element, without that of its children. */
  readonly text: string;
}

/** Real responses nest a dozen levels deep. */
const MAX_DEPTH = 50;

/** Real responses have a hundred elements; verifying a signature takes time that grows with the square. */
const MAX_ELEMENTS = 2_000;

/**
 * Reads XML in UTF-8 as a tree, within bounds of depth and number of elements.
 *
 * @throws UnreadableXml for XML that is malformed or out of bounds
 */
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

/** Returns the children with a name, in the namespace of their parent unless another is given. */
export function children(parent: XmlElement, local: string, uri = parent.uri): XmlElement[] {
  return parent.children.filter((child) => child.local === local && child.uri === uri);
}

/** Returns the value of an attribute, by its name as written. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.find((one) => one.name === name)?.value;
}

/** Returns the text of an element; `undefined` where it has child elements. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return element?.children.length === 0 ? element.text : undefined;
}

/** Returns an element and all elements in it. */
export function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}
