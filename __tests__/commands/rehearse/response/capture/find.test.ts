import { findCaptured } from "../../../../../modules/commands/rehearse/response/capture/find";

const BASE64 = "PFJlc3BvbnNlPn4/Pz48L1Jlc3BvbnNlPg==";
const PAGE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b?destination=%2Fconnect%2Fccp";
const SIGN_IN = "https://signin.aws.amazon.com/saml";
const BODY = new URLSearchParams({ SAMLResponse: BASE64, RelayState: PAGE }).toString();
const BOTH = { text: BASE64, is: "base64", relayState: PAGE };

/** What Chromium writes for cmd.exe: a caret before whatever cmd.exe takes for its own. */
const forCmd = (text: string) => text.replace(/["%&^!]/g, "^$&");

describe("a response is found with its relay state in", () => {
  it.each<[string, string, object]>([
    ["the form body", BODY, { ...BOTH, form: "a form field" }],
    [
      "the form body, response last",
      new URLSearchParams({ RelayState: PAGE, SAMLResponse: BASE64 }).toString(),
      { ...BOTH, form: "a form field" },
    ],
    [
      "a command for bash",
      `curl '${SIGN_IN}' \\\n  -H 'content-type: application/x-www-form-urlencoded' \\\n  --data-raw '${BODY}'`,
      { ...BOTH, form: "a command or request", sentTo: SIGN_IN },
    ],
    [
      "a command for bash, with C quotes",
      `curl $'${SIGN_IN}' -X POST --data-raw $'${BODY}' --compressed`,
      { ...BOTH, form: "a command or request", sentTo: SIGN_IN },
    ],
    [
      "a command for cmd.exe",
      `curl ^"${SIGN_IN}^" ^\r\n  -H ^"content-type: application/x-www-form-urlencoded^" ^\r\n  --data-raw ^"${forCmd(BODY)}^"`,
      { ...BOTH, form: "a command or request", sentTo: SIGN_IN },
    ],
    [
      "a command for PowerShell",
      `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri "${SIGN_IN}" \`\n-Method "POST" \`\n-WebSession $session \`\n-ContentType "application/x-www-form-urlencoded" \`\n-Body "${BODY}"`,
      { ...BOTH, form: "a command or request", sentTo: SIGN_IN },
    ],
    [
      "a call of fetch",
      `fetch("${SIGN_IN}", {\n  "body": "${BODY}",\n  "method": "POST"\n});`,
      { ...BOTH, form: "a command or request", sentTo: SIGN_IN },
    ],
    [
      "a request as it was sent",
      `POST /saml HTTP/1.1\r\nHost: signin.aws.amazon.com\r\n\r\n${BODY}`,
      { ...BOTH, form: "a command or request" },
    ],
    [
      "a page with the form",
      `<!DOCTYPE html><html><body onload="document.forms[0].submit()"><form method="post" action="${SIGN_IN}"><input type="hidden" value="${BASE64.replaceAll("=", "&#61;")}" name="SAMLResponse"/><input type='hidden' name='RelayState' value='${PAGE}'></form>`,
      { ...BOTH, form: "the form of a web page", sentTo: SIGN_IN },
    ],
    [
      "what developer tools show of the form",
      `SAMLResponse: ${BASE64}\nRelayState: ${PAGE}`,
      { ...BOTH, form: "base64" },
    ],
    [
      "the same with the values below the names",
      `SAMLResponse\n${BASE64}\nRelayState\n${PAGE}\n`,
      { ...BOTH, form: "base64" },
    ],
    [
      "JSON of an extension, in pairs",
      JSON.stringify({
        requests: [
          { url: "https://example.com/" },
          {
            url: SIGN_IN,
            post: [
              ["SAMLResponse", BASE64],
              ["RelayState", PAGE],
            ],
          },
        ],
      }),
      { ...BOTH, form: "a field of JSON", sentTo: SIGN_IN },
    ],
  ])("%s", (_, capture, expected) => {
    expect(findCaptured(capture)).toEqual([expected]);
  });
});

describe("a response is found in a HAR file", () => {
  const har = (...entries: object[]) => JSON.stringify({ log: { version: "1.2", entries } });
  const posted = (postData: object, url = SIGN_IN) => ({
    startedDateTime: "2026-12-01T12:00:01.000Z",
    request: { method: "POST", url, postData },
  });
  const FOUND = {
    ...BOTH,
    form: "a HAR file",
    sentTo: SIGN_IN,
    sentAt: "2026-12-01T12:00:01.000Z",
  };

  it.each<[string, object]>([
    ["as its body", { mimeType: "application/x-www-form-urlencoded", text: BODY }],
    [
      "as fields that are encoded",
      {
        params: [
          { name: "SAMLResponse", value: encodeURIComponent(BASE64) },
          { name: "RelayState", value: encodeURIComponent(PAGE) },
        ],
      },
    ],
    [
      "as fields that are not",
      {
        params: [
          { name: "SAMLResponse", value: BASE64 },
          { name: "RelayState", value: PAGE },
        ],
      },
    ],
  ])("%s", (_, postData) => {
    const other = { request: { method: "GET", url: "https://example.com/?SAMLResponse=x" } };
    expect(findCaptured(har(other, posted(postData)))).toEqual([FOUND]);
  });

  it("in the page that has the browser post it, where no request has it", () => {
    const html = `<html><form action="${SIGN_IN}"><input name="SAMLResponse" value="${BASE64}"></form></html>`;
    const content = { text: Buffer.from(html).toString("base64"), encoding: "base64" };
    const entry = { request: { url: "https://portal.example.com/" }, response: { content } };
    expect(findCaptured(har(entry))).toEqual([
      { text: BASE64, is: "base64", form: "a HAR file", sentTo: SIGN_IN },
    ]);
  });

  it("or it is said how to record it", () => {
    expect(findCaptured(har({ request: { url: "https://example.com/" } }))).toBe(
      "is JSON without a SAML response; record the sign-in from the tile on, and keep the log where a page leads to another",
    );
  });
});

describe("what stands around a value is taken off:", () => {
  const XML = "<Response>\n<a/>\n</Response>";

  it.each([
    ["line numbers before XML", "  1 <Response>\n  2 <a/>\n  3 </Response>", XML],
    ["line numbers that begin later", "11: <Response>\n12: <a/>\n13: </Response>", XML],
    ["marks of quotation", "> <Response>\n> <a/>\n> </Response>", XML],
    ["words before and after XML", `The response is ${XML} as sent`, XML],
    ["escaped tags", "&lt;Response&gt;\n&lt;a/&gt;\n&lt;/Response&gt;", XML],
    ["line numbers before base64", "1 PFJlc3Bv\n2 bnNlPg==", "PFJlc3Bv\nbnNlPg=="],
    ["quotes around lines", '"PFJlc3Bv" +\n"bnNlPg=="', "PFJlc3Bv\nbnNlPg=="],
    ["quotes around the whole", `'${BASE64}',`, BASE64],
    ["the name of the field", `"SAMLResponse": "${BASE64}",`, BASE64],
  ])("%s", (_, capture, text) => {
    expect(findCaptured(capture)).toMatchObject([{ text }]);
  });

  it("but no digits of base64", () => {
    expect(findCaptured("12ab\n13cd")).toMatchObject([{ text: "12ab\n13cd" }]);
  });
});

describe("a capture that is made to take long does not:", () => {
  it.each<[string, string]>([
    ["input fields without an end", `<html>${"<input ".repeat(600_000)}`],
    ["forms without an end", `<html>${"<form ".repeat(700_000)}`],
    ["a name that never ends", `<html><input name=SAMLResponse ${"a".repeat(1_000_000)}>`],
    ["tabs", `a${"\t".repeat(390_000)}b`],
    ["spaces", `a${" ".repeat(390_000)}b`],
    ["spaces behind quotes", `"a"\n"b"${" ".repeat(390_000)}x`],
    ["a relay state of tabs", `SAMLResponse\nRelayState${"\t".repeat(390_000)}`],
    ["a word before nothing", `$${"a".repeat(390_000)}`],
    ["fields without values", "SAMLResponse=&".repeat(300_000)],
    ["JSON that nests a million times", "[".repeat(1_000_000)],
    ["JSON with millions of objects", `[${"{},".repeat(5_000_000)}{}]`],
    ["a log of millions of nothing", `{"log":{"entries":[${"0,".repeat(5_000_000)}0]}}`],
    [
      "an object with millions of keys",
      `{${Array.from({ length: 3_000_000 }, (_, key) => `"k${String(key)}":0`).join()}}`,
    ],
    ["64 MB of letters", "A".repeat(64_000_000)],
  ])("%s", (_, capture) => {
    const start = performance.now();
    const found = findCaptured(capture);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(JSON.stringify(found).length).toBeLessThan(1_000_000);
  });
});

describe("nothing is found, and it is said why:", () => {
  it.each([
    ["  \n", "is empty"],
    ["MySAMLResponse=x&RelayState=y", "is a form without the field SAMLResponse"],
    ["SAMLResponse=a&SAMLResponse=b", "is a form with more than one field SAMLResponse"],
    ["SAMLResponse=%", 'has a percent sign that encodes nothing, in the field "SAMLResponse"'],
    [
      "<html><p>Sign in</p></html>",
      "is a web page without the form of a SAML response; save the page that posts the form, or record the sign-in",
    ],
    ["curl 'https://example.com/'", "is a command or request without the field SAMLResponse"],
  ])("%j", (capture, message) => {
    expect(findCaptured(capture)).toBe(message);
  });
});
