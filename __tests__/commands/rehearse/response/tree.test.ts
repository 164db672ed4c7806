import {
  attribute,
  children,
  descendants,
  readTree,
  textOf,
} from "../../../../modules/commands/rehearse/response";

describe("a tree of XML", () => {
  it("has elements with their namespaces, attributes, text and children", () => {
    expect(readTree('<s:a xmlns:s="urn:s" s:b="1">x<c>y</c>z</s:a>')).toEqual({
      uri: "urn:s",
      local: "a",
      attributes: [
        expect.objectContaining({ name: "xmlns:s", value: "urn:s" }),
        expect.objectContaining({ name: "s:b", local: "b", value: "1" }),
      ],
      text: "xz",
      children: [{ uri: "", local: "c", attributes: [], text: "y", children: [] }],
    });
  });

  it("is searched for children in the parent's namespace, unless another is named", () => {
    const root = readTree(
      '<a xmlns="urn:a" xmlns:o="urn:o"><b>1</b><o:b>2</o:b><c><b>3</b></c></a>',
    );
    expect(children(root, "b").map(textOf)).toEqual(["1"]);
    expect(children(root, "b", "urn:o").map(textOf)).toEqual(["2"]);
    expect(descendants(root).map(({ local }) => local)).toEqual(["a", "b", "b", "c", "b"]);
  });

  it("has attributes by their names as written, so that no prefix stands for another", () => {
    const root = readTree('<a xmlns:o="urn:o" o:ID="1" id="2"/>');
    expect(attribute(root, "ID")).toBeUndefined();
    expect(attribute(root, "id")).toBe("2");
    expect(attribute(undefined, "id")).toBeUndefined();
  });

  it("has text only where there are no elements inside", () => {
    expect(textOf(readTree("<a> x </a>"))).toBe(" x ");
    expect(textOf(readTree("<a/>"))).toBe("");
    expect(textOf(readTree("<a>x<b/></a>"))).toBeUndefined();
  });
});
