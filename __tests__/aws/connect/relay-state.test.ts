import fc from "fast-check";

import { destinationProblem, parseInstanceArn, relayStateUrl } from "../../../modules/aws/connect";
import { ANY_CHARACTER } from "../../support/any-character";

const WORKSHOP = parseInstanceArn(
  "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur",
);
const GOVCLOUD = parseInstanceArn(
  "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
);

describe("the relay state", () => {
  test("of the workshop's agents leads to the CCP", () => {
    expect(relayStateUrl(WORKSHOP, { destination: "/connect/ccp" })).toBe(
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=%2Fconnect%2Fccp",
    );
  });

  test("of the workshop's administrators has no destination", () => {
    expect(relayStateUrl(WORKSHOP)).toBe(
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur",
    );
  });

  test("of the retired AWS guide names its own region", () => {
    expect(
      relayStateUrl(
        parseInstanceArn(
          "arn:aws:connect:us-west-2:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        ),
      ),
    ).toBe(
      "https://us-west-2.console.aws.amazon.com/connect/federate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
    );
  });

  test("in GovCloud has no region in its host", () => {
    expect(relayStateUrl(GOVCLOUD)).toBe(
      "https://console.amazonaws-us-gov.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    );
    expect(relayStateUrl(GOVCLOUD, { destination: "/ccp-v2", newDomain: true })).toBe(
      "https://console.amazonaws-us-gov.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fccp-v2&new_domain=true",
    );
  });

  test.each([
    [{}, ""],
    [{ newDomain: false }, ""],
    [{ newDomain: true }, "?new_domain=true"],
    [{ destination: "/ccp-v2", newDomain: false }, "?destination=%2Fccp-v2"],
    [{ destination: "/ccp-v2", newDomain: true }, "?destination=%2Fccp-v2&new_domain=true"],
    [
      { destination: "/ccp-v2/chat", newDomain: true },
      "?destination=%2Fccp-v2%2Fchat&new_domain=true",
    ],
    [
      { destination: "/agent-app-v2", newDomain: true },
      "?destination=%2Fagent-app-v2&new_domain=true",
    ],
    [
      { destination: "/agent-app-v2?VDIPlatform=CITRIX_413" },
      "?destination=%2Fagent-app-v2?VDIPlatform=CITRIX_413",
    ],
    [
      { destination: "/agent-app-v2?VDIPlatform=AWS_WORKSPACE", newDomain: true },
      "?destination=%2Fagent-app-v2?VDIPlatform=AWS_WORKSPACE&new_domain=true",
    ],
    [
      { destination: "https://crm.example.com/desk?team=a&view=b#top" },
      "?destination=https%3A%2F%2Fcrm.example.com%2Fdesk%3Fteam%3Da%26view%3Db%23top",
    ],
    [
      { destination: "https://crm.example.com/a%20b" },
      "?destination=https%3A%2F%2Fcrm.example.com%2Fa%2520b",
    ],
  ])("for %j ends in %j", (landingPage, query) => {
    expect(relayStateUrl(WORKSHOP, landingPage)).toBe(
      `https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur${query}`,
    );
  });
});

describe("a destination is refused", () => {
  const NEITHER =
    "is neither a path nor an https URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website";
  const INCOMPLETE =
    "is not a complete URL; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website";
  const CHARACTERS =
    "has spaces or characters that a URL cannot contain; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website";
  const FRAGMENT =
    'has a "#", which no path of Amazon Connect has; a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website';
  const ENCODED = "is already URL-encoded; it would be encoded twice; write it plainly";
  const QUERY =
    "has a query other than one name=value, which stays unencoded in the relay state; write it as in /agent-app-v2?VDIPlatform=CITRIX_413";

  test.each([
    [
      "when it is already encoded",
      "%2Fconnect%2Fccp",
      'is already URL-encoded; it would be encoded twice; write "/connect/ccp"',
    ],
    [
      "when it is already encoded in small letters",
      "%2fccp-v2",
      'is already URL-encoded; it would be encoded twice; write "/ccp-v2"',
    ],
    [
      "when it is a URL already encoded",
      "https%3A%2F%2Fcrm.example.com",
      'is already URL-encoded; it would be encoded twice; write "https://crm.example.com"',
    ],
    [
      "when a part of it is already encoded",
      "/connect%2Fccp",
      'is already URL-encoded; it would be encoded twice; write "/connect/ccp"',
    ],
    [
      "when it is already encoded with its query",
      "%2Fagent-app-v2%3FVDIPlatform%3DCITRIX_413",
      'is already URL-encoded; it would be encoded twice; write "/agent-app-v2?VDIPlatform=CITRIX_413"',
    ],
    ["when it is encoded twice", "%252Fconnect%252Fccp", ENCODED],
    ["when it hides a space by encoding", "/my%20desk", ENCODED],
    ["when it hides a line end by encoding", "/ccp-v2%0A", ENCODED],
    ["when it hides an invisible character by encoding", "/ccp%E2%80%8Bv2", ENCODED],
    ["when it hides a backslash by encoding", "/%5Cevil.example.com", ENCODED],
    ["when it hides a fragment by encoding", "/ccp-v2%23top", ENCODED],
    ["when it hides another host by encoding", "%2F%2Fevil.example.com", ENCODED],
    ["when it is an http URL already encoded", "http%3A%2F%2Fcrm.example.com", ENCODED],
    ["when it is a URL without a host, encoded", "https%3A%2F%2F", ENCODED],
    ["when its encoding is no UTF-8", "/caf%E9", ENCODED],
    ["when its encoding breaks off", "/connect%2Fccp%2", ENCODED],
    [
      "when it is a URL whose encoding breaks off",
      "https%3A%2F%2Fcrm.example.com%2F%E0%A4%A",
      ENCODED,
    ],
    ["when it is empty", "", NEITHER],
    ["without a slash before it", "connect/ccp", NEITHER],
    ["when it would lead to another host", "//evil.example.com", NEITHER],
    ["when it is an http URL", "http://crm.example.com", NEITHER],
    ["when it is a script", "javascript:alert(1)", NEITHER],
    ["with a space before it", " /ccp-v2", CHARACTERS],
    ["with a space in it", "/ccp v2", CHARACTERS],
    ["with a space after it", "/ccp-v2 ", CHARACTERS],
    ["with a tab in it", "/ccp\tv2", CHARACTERS],
    ["with a line end after it", "/ccp-v2\n", CHARACTERS],
    ["with a no-break space in it", "/ccp\u00a0v2", CHARACTERS],
    ["with a NUL in it", "/ccp\u0000", CHARACTERS],
    ["with an escape character in it", "/ccp\u001b[0m", CHARACTERS],
    ["with a backslash", "/\\evil.example.com", CHARACTERS],
    ["with half of a surrogate pair", "/ccp\ud83d", CHARACTERS],
    ["with the other half of one", "/ccp\ude00", CHARACTERS],
    ["when it is one space", " ", CHARACTERS],
    ["with a space before its encoding", " %2Fconnect%2Fccp", CHARACTERS],
    ["with a space in its query", "/agent-app-v2?VDIPlatform=CITRIX 413", CHARACTERS],
    ["with a fragment", "/ccp-v2#top", FRAGMENT],
    ["with two question marks", "/agent-app-v2?a=b?c=d", QUERY],
    ["with two parameters in its query", "/agent-app-v2?VDIPlatform=AZURE&new_domain=true", QUERY],
    ["with an empty query", "/a?", QUERY],
    ["with a nameless query", "/agent-app-v2?=CITRIX_413", QUERY],
    ["with a fragment after its query", "/agent-app-v2?VDIPlatform=AZURE#top", QUERY],
    ["with a query that has no value", "/agent-app-v2?VDIPlatform", QUERY],
    ["with an encoded query", "/agent-app-v2?next=%2Fccp-v2", QUERY],
    ["when it is a URL without a host", "https://", INCOMPLETE],
    ["when it is a URL whose host is missing before the path", "https:///desk", INCOMPLETE],
    ["when it is a URL with a space", "https://crm.example.com/my desk", CHARACTERS],
    ["when it is a URL with an impossible port", "https://crm.example.com:99999/", INCOMPLETE],
  ])("%s", (_, destination, problem) => {
    expect(destinationProblem(destination)).toBe(problem);
  });

  test.each([
    ["a space", " "],
    ["a tab", "\t"],
    ["a line feed", "\n"],
    ["a carriage return", "\r"],
    ["a NUL", "\u0000"],
    ["an escape character", "\u001b"],
    ["a DEL", "\u007f"],
    ["a control character of C1", "\u0085"],
    ["a no-break space", "\u00a0"],
    ["a soft hyphen", "\u00ad"],
    ["a zero-width space", "\u200b"],
    ["a zero-width joiner", "\u200d"],
    ["a line separator", "\u2028"],
    ["a mark that turns the direction of text", "\u202e"],
    ["an ideographic space", "\u3000"],
    ["half of a surrogate pair", "\ud83d"],
    ["the other half of one", "\ude00"],
    ["a byte order mark", "\ufeff"],
    ["a tag character outside the basic plane", "\u{e0041}"],
    ["a backslash", "\\"],
  ])("with %s, in a path and in a URL, wherever it stands", (_, character) => {
    for (const destination of [
      `${character}/ccp-v2`,
      `/ccp${character}v2`,
      `/ccp-v2${character}`,
      `${character}https://crm.example.com/`,
      `https://crm${character}.example.com/`,
      `https://crm.example.com/my${character}desk?a=b#c`,
      `https://crm.example.com/${character}`,
      `https%3A%2F%2Fcrm.example.com${character}`,
      `%2Fconnect${character}`,
    ]) {
      expect(destinationProblem(destination)).toBe(CHARACTERS);
    }
  });

  test("at once, when it is encoded many times over", () => {
    const started = performance.now();
    for (const times of [2, 100, 10_000, 20_000, 30_000]) {
      expect(destinationProblem(`/%${"25".repeat(times)}41`)).toBe(ENCODED);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("with an error that quotes it", () => {
    expect(() => relayStateUrl(WORKSHOP, { destination: "%2Fconnect%2Fccp" })).toThrow(
      new Error(
        'destination: "%2Fconnect%2Fccp" is already URL-encoded; it would be encoded twice; write "/connect/ccp"',
      ),
    );
  });
});

describe("whatever the destination", () => {
  const path = fc.oneof(
    fc.stringMatching(/^\/[\w.~+&=%@:é漢/-]{0,20}(\?[\w=&]{0,10})?$/),
    fc.stringMatching(/^\/[\w.~-]{0,20}\?[\w.~-]{1,10}=[\w.~-]{0,10}$/),
    fc.string().map((text) => `/${text}`),
  );
  // Halves of surrogate pairs included.
  const utf16 = fc
    .array(fc.integer({ min: 0, max: 0xffff }))
    .map((units) => String.fromCharCode(...units));
  const url = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string().map((text) => `https://crm.example.com/${text}`),
    utf16.map((text) => `https://crm.example.com/${text}`),
    utf16.map((text) => `https://${text}`),
  );
  const plain = fc.oneof(
    fc.string({ unit: ANY_CHARACTER }),
    path,
    fc.webPath().map((text) => `/${text}`),
    url,
    utf16.map((text) => `/${text}`),
  );
  // Halves of surrogate pairs cannot be encoded.
  const whole = plain.map((text) => text.replace(/\p{Cs}/gu, ""));
  const encoded = fc.oneof(
    whole.map((text) => encodeURIComponent(text)),
    whole.map((text) => encodeURI(text)),
    whole.map((text) => encodeURIComponent(encodeURIComponent(text))),
    plain.map((text) => `https%3A%2F%2Fcrm.example.com%2F${text}`),
    // Encodings that break off or are no UTF-8.
    fc.stringMatching(/^(\/|%2F|https%3A%2F%2F)(%[0-9A-Fa-f]{2}|[a-z%?=]){0,12}$/),
  );
  const anything = fc.oneof(plain, encoded);

  test("an accepted one decodes to itself once and leaves no space in the URL", () => {
    fc.assert(
      fc.property(fc.oneof(path, url), fc.boolean(), (destination, newDomain) => {
        fc.pre(destinationProblem(destination) === undefined);
        const relayState = relayStateUrl(WORKSHOP, { destination, newDomain });
        const [, value = ""] = /\?destination=(.*?)(&new_domain=true)?$/s.exec(relayState) ?? [];
        expect(decodeURIComponent(value)).toBe(destination);
        expect(value).toMatch(/^(%2F|https%3A%2F%2F)/);
        expect(relayState).toMatch(/^[\x21-\x7e]+$/);
        expect(relayState.endsWith("&new_domain=true")).toBe(newDomain);
      }),
    );
  });

  test("destinationProblem answers without throwing, in one printable line", () => {
    fc.assert(
      fc.property(anything, (destination) => {
        expect(destinationProblem(destination) ?? "").toMatch(/^[^\p{C}\u2028\u2029]*$/u);
      }),
      { numRuns: 500 },
    );
  });

  test("a value that a message proposes is itself accepted", () => {
    fc.assert(
      fc.property(anything, (destination) => {
        const problem = destinationProblem(destination) ?? "";
        const json = /^is already URL-encoded.*; write (".*")$/.exec(problem)?.[1];
        fc.pre(json !== undefined);
        expect(destinationProblem(JSON.parse(json) as string)).toBeUndefined();
      }),
    );
  });

  test("relayStateUrl throws exactly when destinationProblem tells a problem", () => {
    fc.assert(
      fc.property(anything, (destination) => {
        const problem = destinationProblem(destination);
        const build = () => relayStateUrl(WORKSHOP, { destination });
        if (problem === undefined) expect(build).not.toThrow();
        else {
          expect(build).toThrow(
            new Error(`destination: ${JSON.stringify(destination)} ${problem}`),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
