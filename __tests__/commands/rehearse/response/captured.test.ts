import { readCaptured } from "../../../../modules/commands/rehearse/response/captured";

const XML = "<Response/>";
const BASE64 = "PFJlc3BvbnNlLz4=";

describe("what was captured is told apart", () => {
  it.each<[string, object]>([
    [XML, { xml: XML, form: "XML" }],
    [BASE64, { xml: XML, form: "base64" }],
    [`SAMLResponse=${BASE64}`, { xml: XML, form: "a form field" }],
    [`SAMLResponse=${BASE64}&RelayState=`, { xml: XML, form: "a form field", relayState: "" }],
    [
      `RelayState=https%3A%2F%2Fexample.com%2F%3Fa%3Db&SAMLResponse=${BASE64}`,
      { xml: XML, form: "a form field", relayState: "https://example.com/?a=b" },
    ],
  ])("%j", (text, captured) => {
    expect(readCaptured(text)).toEqual(captured);
  });

  it("with a plus as base64's own, which a form would read as a space", () => {
    const xml = "<a>\u03ff~\u07ff?></a>";
    const base64 = Buffer.from(xml).toString("base64");
    expect(base64).toContain("+");
    expect(readCaptured(`SAMLResponse=${base64}`)).toEqual({ xml, form: "a form field" });
  });
});

describe("what was captured is refused", () => {
  it.each([
    ["MySAMLResponse=x&RelayState=y", "is a form without the field SAMLResponse"],
    ["SAMLResponse=", "is neither XML nor base64; copy only the value of the field"],
    [`${BASE64}==`, "is neither XML nor base64; copy only the value of the field"],
    [
      Buffer.from([0xff, 0xfe, 0x3c]).toString("base64"),
      "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST",
    ],
  ])("%j", (text, message) => {
    expect(readCaptured(text)).toBe(message);
  });

  it("by the length of its base64, which AWS takes up to 100,000 characters of", () => {
    const xmlOf = (bytes: number) => `<a>${"x".repeat(bytes - 7)}</a>`;
    expect(readCaptured(xmlOf(75_000))).toMatchObject({ form: "XML" });
    expect(readCaptured(xmlOf(75_001))).toMatchObject({
      kind: "refused",
      message: "is 100,004 characters long; AWS takes up to 100,000 of base64",
    });
    expect(readCaptured(Buffer.from(xmlOf(75_000)).toString("base64"))).toMatchObject({
      form: "base64",
    });
  });
});
