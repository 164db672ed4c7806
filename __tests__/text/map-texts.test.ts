import { mapTexts } from "../../modules/text";

describe("every text in a value", () => {
  const upper = (value: unknown) => mapTexts(value, (text) => text.toUpperCase());

  it("is changed: in lists, and in the keys and values of objects", () => {
    expect(upper({ a: ["b", { c: "d" }] })).toEqual({ A: ["B", { C: "D" }] });
  });

  it("is changed under keys that objects have of themselves", () => {
    const given = JSON.parse('{ "__proto__": "a", "constructor": "b" }') as object;
    expect(Object.entries(upper(given) as object)).toEqual([
      ["__PROTO__", "A"],
      ["CONSTRUCTOR", "B"],
    ]);
  });

  it("leaves everything else as it is", () => {
    const starts = new Date("2026-12-01T00:00:00Z");
    expect(upper({ STARTS: starts, COUNT: 1, IS: true, NO: null, NOT: undefined })).toEqual({
      STARTS: starts,
      COUNT: 1,
      IS: true,
      NO: null,
      NOT: undefined,
    });
  });
});
