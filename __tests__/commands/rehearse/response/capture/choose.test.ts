import { chooseResponse } from "../../../../../modules/commands/rehearse/response/capture";

const response = (time: string, destination: string) =>
  `<Response IssueInstant="${time}" Destination="${destination}">\u03ff~\u07ff?></Response>`;
const base64 = (xml: string) => Buffer.from(xml).toString("base64");
const AWS = "https://signin.aws.amazon.com/saml";
const IDENTITY_CENTER = "https://us-east-1.signin.aws/platform/saml/acs/1234";
const [FIRST, SECOND, THIRD] = [
  response("2026-12-01T12:00:00Z", AWS),
  response("2026-12-01T12:05:00Z", AWS),
  response("2026-12-01T12:10:00Z", IDENTITY_CENTER),
];

function har(...responses: readonly string[]): string {
  const entries = responses.map((xml) => ({
    request: {
      url: /Destination="([^"]*)/.exec(xml)?.[1],
      postData: { text: new URLSearchParams({ SAMLResponse: base64(xml) }).toString() },
    },
  }));
  return JSON.stringify({ log: { entries } });
}

describe("of several responses in a capture", () => {
  it("the newest that was posted to AWS is taken, not that to Identity Center", () => {
    expect(chooseResponse(har(SECOND, FIRST, THIRD))).toMatchObject({
      xml: SECOND,
      choices: [
        { number: 1, time: "2026-12-01T12:00:00Z", sentTo: AWS, chosen: false },
        { number: 2, time: "2026-12-01T12:05:00Z", sentTo: AWS, chosen: true },
        { number: 3, time: "2026-12-01T12:10:00Z", sentTo: IDENTITY_CENTER, chosen: false },
      ],
    });
  });

  it("any other can be chosen by its number", () => {
    expect(chooseResponse(har(SECOND, FIRST, THIRD), 1)).toMatchObject({ xml: FIRST });
    expect(chooseResponse(har(SECOND, FIRST, THIRD), 3)).toMatchObject({ xml: THIRD });
    expect(chooseResponse(har(SECOND, FIRST), 3)).toBe(
      "has 2 SAML responses, so there is no number 3",
    );
  });

  it("one that is there twice counts once", () => {
    expect(chooseResponse(har(FIRST, FIRST))).toMatchObject({ xml: FIRST, choices: [] });
  });
});

describe("base64 is decoded", () => {
  it("with a plus as its own sign, which a form would read as a space", () => {
    expect(base64(FIRST)).toContain("+");
    expect(chooseResponse(`SAMLResponse=${base64(FIRST)}`)).toMatchObject({
      xml: FIRST,
      remarks: [],
    });
  });

  it("with plus signs that were lost to URL decoding, which is said", () => {
    const lost = base64(FIRST).replaceAll("+", " ");
    for (const capture of [lost, `SAMLResponse=${lost}`, lost.replace(/.{76}/g, "$&\r\n")]) {
      expect(chooseResponse(capture)).toMatchObject({
        xml: FIRST,
        remarks: [
          "The base64 had spaces in place of plus signs, as after one URL decoding too many; they are plus signs again.",
        ],
      });
    }
  });

  it("with spaces that are none of it, where plus signs would not do", () => {
    const wrapped = base64("<a>plain</a>").replace(/.{8}/g, "$& ");
    expect(chooseResponse(wrapped)).toMatchObject({ xml: "<a>plain</a>", remarks: [] });
  });

  it.each([
    ["SAMLResponse=", "is neither XML nor base64; copy only the value of the field"],
    ["No access", "is neither XML nor base64; copy only the value of the field"],
    ["PGEvPg===", "is neither XML nor base64; copy only the value of the field"],
    [
      Buffer.from([0xff, 0xfe, 0x3c]).toString("base64"),
      "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST",
    ],
  ])("or not, and it is said why: %j", (capture, message) => {
    expect(chooseResponse(capture)).toBe(message);
  });

  it("up to the 100,000 characters that AWS takes", () => {
    const xmlOf = (bytes: number) => `<a>${"x".repeat(bytes - 7)}</a>`;
    expect(chooseResponse(xmlOf(75_000))).toMatchObject({ form: "XML" });
    expect(chooseResponse(xmlOf(75_001))).toMatchObject({
      kind: "refused",
      message: "is 100,004 characters long; AWS takes up to 100,000 of base64",
    });
    expect(chooseResponse(base64(xmlOf(75_000)))).toMatchObject({ form: "base64" });
  });
});
