import { createSecretKey } from "node:crypto";
import { deflateRawSync } from "node:zlib";

import fc from "fast-check";
import { SignedXml } from "xml-crypto";

import { answerOf, base64, reported, stepOf, Workshop } from "../support";
import { ANY_CHARACTER } from "../../../support/any-character";

let workshop: Workshop;
/** Of an agent, with a signed assertion. */
let good: string;
/** The same with a signed response. */
let whole: string;
let stranger: Workshop;

beforeAll(async () => {
  [workshop, stranger] = await Promise.all([Workshop.make(), Workshop.make()]);
  good = workshop.agent.respond({ sign: "assertion" });
  whole = workshop.agent.respond({ sign: "response" });
});

const assertionOf = (xml: string) => part(xml, /<saml2:Assertion[\s\S]*<\/saml2:Assertion>/);
const signatureOf = (xml: string) => part(xml, /<ds:Signature[ >][\s\S]*?<\/ds:Signature>/);
const body = (xml: string) => xml.replace(/^<\?xml[^>]*\?>/, "");
/** Another person, with an ID that no signature is of. */
const evil = (xml: string) =>
  xml.replaceAll("agent1@example.com", "admin1@example.com").replace(/ ID="_\w+"/, ' ID="_evil"');

function part(xml: string, pattern: RegExp): string {
  const found = pattern.exec(xml)?.[0];
  if (found === undefined) throw new Error(`no ${String(pattern)}`);
  return found;
}

/** Whatever is said of a response, the administrator whom nobody signed must not pass. */
async function refusal(response: string): Promise<string | undefined> {
  const rehearsal = await workshop.captured(response);
  expect(rehearsal.passed).toBe(false);
  expect(rehearsal.landing).toBeUndefined();
  expect(reported(rehearsal)).not.toMatch(/^(passed|differs) .*admin1@example\.com/m);
  for (const { status, seen } of rehearsal.steps) {
    if (status === "passed" || status === "differs") expect(seen).not.toContain("admin1");
  }
  return rehearsal.decidedBy[0];
}

describe("a wrapped signature is refused", () => {
  it.each<[string, () => string]>([
    [
      "XSW1, the signed response inside the signature of another",
      () => {
        const signature = signatureOf(whole);
        const original = body(whole).replace(signature, "");
        const wrapper = signature.replace("</ds:Signature>", `${original}</ds:Signature>`);
        return evil(whole.replace(signature, "<here/>")).replace("<here/>", wrapper);
      },
    ],
    [
      "XSW2, the signed response beside its signature in another",
      () => {
        const signature = signatureOf(whole);
        const original = body(whole).replace(signature, "");
        return evil(whole.replace(signature, "<here/>")).replace(
          "<here/>",
          `${original}${signature}`,
        );
      },
    ],
    [
      "XSW3, another assertion before the signed one",
      () => {
        const signed = assertionOf(good);
        return good.replace(signed, evil(signed.replace(signatureOf(good), "")) + signed);
      },
    ],
    [
      "XSW4, the signed assertion inside another",
      () => {
        const signed = assertionOf(good);
        const other = evil(signed.replace(signatureOf(good), ""));
        return good.replace(
          signed,
          other.replace("</saml2:Assertion>", `${signed}</saml2:Assertion>`),
        );
      },
    ],
    [
      "XSW5, the signature moved to another assertion",
      () => {
        const signed = assertionOf(good);
        return good.replace(signed, evil(signed) + signed.replace(signatureOf(good), ""));
      },
    ],
    [
      "XSW6, the signed assertion inside the signature of another",
      () => {
        const signature = signatureOf(good);
        const signed = assertionOf(good);
        const original = signed.replace(signature, "");
        const wrapper = signature.replace("</ds:Signature>", `${original}</ds:Signature>`);
        return good.replace(signed, evil(original).replace("<saml2:Subject>", `${wrapper}$&`));
      },
    ],
    [
      "XSW7, another assertion among extensions",
      () => {
        const other = evil(assertionOf(good).replace(signatureOf(good), ""));
        return good.replace(
          "<saml2p:Status>",
          `<saml2p:Extensions>${other}</saml2p:Extensions><saml2p:Status>`,
        );
      },
    ],
    [
      "XSW8, the signed assertion in an object of the signature",
      () => {
        const signature = signatureOf(good);
        const signed = assertionOf(good);
        const object = `<ds:Object>${signed.replace(signature, "")}</ds:Object></ds:Signature>`;
        const wrapper = signature.replace("</ds:Signature>", object);
        return good.replace(
          signed,
          evil(signed.replace(signature, "<here/>")).replace("<here/>", wrapper),
        );
      },
    ],
    [
      "an assertion of another namespace before the signed one",
      () => {
        const signed = assertionOf(good);
        const other = evil(signed.replace(signatureOf(good), ""));
        const foreign = other.replaceAll("urn:oasis:names:tc:SAML:2.0:assertion", "urn:x");
        return good.replace(signed, foreign + signed);
      },
    ],
    [
      "the same ID twice",
      () => {
        const signed = assertionOf(good);
        const other = evil(signed.replace(signatureOf(good), "")).replace("_evil", "_assertion");
        return good.replace(signed, signed + other);
      },
    ],
  ])("%s", async (_, attack) => {
    const response = attack();
    expect(response).toContain("admin1@example.com");
    expect(response).toContain("agent1@example.com");
    expect(await refusal(response)).toMatch(/^(response|signature)$/);
    // Indented, it is verified a second time, without the white space between its tags.
    const indented = response.replace(/></g, ">\n  <");
    expect(await refusal(indented)).toMatch(/^(response|signature)$/);
  });
});

describe("a signature is refused", () => {
  const saidOf = async (response: string) => {
    expect(await refusal(response)).toBe("signature");
    return stepOf(await workshop.captured(response), "signature").problems[0]?.message;
  };

  const CHANGED =
    "names the certificate of agent of config/workshop.yaml, but was changed after it was signed, for example when XML was reformatted";

  it("when there is none", async () => {
    expect(await saidOf(workshop.agent.respond({ sign: "neither" }))).toBe(
      "has no signature, neither in the response nor in its assertion; SAML requires one of a response that a browser posts",
    );
  });

  it("when it was taken away", async () => {
    expect(await saidOf(good.replace(signatureOf(good), ""))).toBe(
      "has no signature, neither in the response nor in its assertion; SAML requires one of a response that a browser posts",
    );
  });

  it("when the assertion has it twice", async () => {
    const signature = signatureOf(good);
    expect(await saidOf(good.replace(signature, signature + signature))).toBe(
      "has an assertion that is signed twice, but one signature is expected",
    );
  });

  it("when the response has it twice", async () => {
    const signature = signatureOf(whole);
    expect(await saidOf(whole.replace(signature, signature + signature))).toBe(
      "is signed twice, but one signature is expected",
    );
  });

  it("when one of the two, of the response and of the assertion, is good and the other not", async () => {
    const both = workshop.agent.respond({ sign: "both" });
    const forged = stranger.agent.sign(good, "/*/*[local-name(.)='Issuer']");
    expect(await workshop.captured(both)).toMatchObject({ passed: true });
    expect(await saidOf(forged)).toContain("does not verify");
    const inner = stranger.agent.respond({ issuer: workshop.agent.issuer });
    const outer = workshop.agent.sign(inner, "/*/*[local-name(.)='Issuer']");
    expect(await saidOf(outer)).toContain("does not verify");
  });

  it("when it stands elsewhere", async () => {
    const signature = signatureOf(good);
    const moved = good
      .replace(signature, "")
      .replace("</saml2:Subject>", `${signature}</saml2:Subject>`);
    expect(await saidOf(moved)).toBe(
      "has a signature in a place other than the response and its assertion",
    );
  });

  it("when it is of the whole document, or of two elements", async () => {
    expect(await saidOf(good.replace('URI="#_assertion"', 'URI=""'))).toBe(
      "has a signature in the assertion that signs something other than this assertion",
    );
    const reference = part(good, /<ds:Reference[\s\S]*?<\/ds:Reference>/);
    expect(await saidOf(good.replace(reference, reference + reference))).toBe(
      "has a signature in the assertion that signs something other than this assertion",
    );
  });

  it("when it is by another key, whichever certificate it carries", async () => {
    const { issuer, certificate } = workshop.agent;
    const theirs = stranger.agent.respond({ issuer });
    expect(theirs).toContain(stranger.agent.certificate);
    expect(await saidOf(theirs)).toContain(
      "is signed with a certificate that the metadata of agent of config/workshop.yaml does not have",
    );
    const ours = stranger.agent.respond({ issuer, signature: { certificate } });
    expect(ours).toContain(certificate);
    expect(await saidOf(ours)).toBe(CHANGED);
  });

  it("when it is by another application's key", async () => {
    const { issuer } = workshop.agent;
    expect(await saidOf(workshop.admin.respond({ issuer }))).toBe(
      "is signed with the certificate of admin of config/workshop.yaml, but its issuer is agent of config/workshop.yaml",
    );
  });

  it("when the certificate is taken for a password (HMAC)", async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${workshop.agent.certificate}\n-----END CERTIFICATE-----\n`;
    const signer = new SignedXml({
      privateKey: createSecretKey(Buffer.from(pem)),
      signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
      canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
    });
    signer.enableHMAC();
    signer.addReference({
      xpath: "/*/*[local-name(.)='Assertion']",
      digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
      transforms: [
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
      ],
    });
    const reference = "/*/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']";
    signer.computeSignature(workshop.agent.respond({ sign: "neither" }), {
      prefix: "ds",
      location: { reference, action: "after" },
    });
    expect(await saidOf(signer.getSignedXml())).toBe(
      'has a signature of the assertion with the SignatureMethod "http://www.w3.org/2000/09/xmldsig#hmac-sha1", which is not supported here',
    );
  });

  it.each([
    ["SignatureMethod", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "none"],
    [
      "Transform",
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      "http://www.w3.org/TR/1999/REC-xslt-19991116",
    ],
    [
      "DigestMethod",
      "http://www.w3.org/2001/04/xmlenc#sha256",
      "http://www.w3.org/2001/04/xmldsig-more#md5",
    ],
  ])("when its %s is none of SAML's", async (name, from, to) => {
    expect(await saidOf(good.replace(from, to))).toBe(
      `has a signature of the assertion with the ${name} "${to}", which is not supported here`,
    );
  });

  it.each<[string, (xml: string) => string]>([
    ["is more than base64", (xml) => xml.replace("</ds:SignatureValue>", "====!!!!$&")],
    [
      "is listed twice",
      (xml) => xml.replace("</ds:SignatureValue>", "$&<ds:SignatureValue>AAAA</ds:SignatureValue>"),
    ],
  ])("when its SignatureValue %s", async (_, bend) => {
    expect(await saidOf(bend(good))).toBe(
      "has a signature in the assertion without exactly one SignatureValue in base64",
    );
  });

  it("when two are such that the SAML library takes the namespaces of one for those of the other", async () => {
    const canonicalization = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    const signed = (sign: "assertion" | "both") =>
      workshop.agent.respond({ sign, signature: { canonicalization } });
    expect(await saidOf(signed("both"))).toBe(
      'has two signatures, the second with the CanonicalizationMethod "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", which is not supported here together',
    );
    expect(await workshop.captured(signed("assertion"))).toMatchObject({ passed: true });
  });

  it("when something signed was changed", async () => {
    expect(await saidOf(evil(good).replace("_evil", "_response"))).toBe(CHANGED);
  });
});

it("an indented response is read as it was signed, however much white space a value has", async () => {
  const signed = workshop.agent.respond({ edit: (xml) => xml.replace(/></g, ">\n<") });
  const indented = (xml: string) => xml.replace(/></g, ">\n    <");
  expect(await workshop.captured(indented(good))).toMatchObject({ verdict: "passed" });
  const changed = indented(good).replace(
    ">agent1@example.com</saml2:Attr",
    "> admin1@example.com</saml2:Attr",
  );
  expect(await refusal(changed)).toBe("signature");
  // White space that was signed cannot be told from white space that was added.
  expect(await refusal(indented(signed))).toBe("signature");
  expect((await workshop.captured(signed)).passed).toBe(true);
  // A browser posts no indentation, so AWS would have refused what was posted like this.
  expect(await workshop.captured(base64(indented(good)))).toMatchObject({
    verdict: "unverified",
    decidedBy: ["signature"],
  });
});

it("a signature with SHA-1 is worth a remark, as what AWS does with it is unproven", async () => {
  const signature = {
    method: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    digest: "http://www.w3.org/2000/09/xmldsig#sha1",
  };
  const rehearsal = await workshop.agentSigns({ signature });
  expect(stepOf(rehearsal, "signature")).toMatchObject({
    status: "passed",
    remarks: [
      "It is signed with SHA-1, which is broken. Whether AWS still accepts it is unproven.",
    ],
  });
});

describe("a response is refused", () => {
  const saidOf = async (response: string) => {
    const rehearsal = await workshop.captured(response);
    expect(rehearsal).toMatchObject({ passed: false, decidedBy: ["response"] });
    const [problem] = stepOf(rehearsal, "response").problems;
    expect(answerOf(problem)).toBeUndefined();
    return [problem?.message, rehearsal.verdict];
  };
  const DOCTYPE =
    "cannot be read as XML: it has a document type declaration (<!DOCTYPE ...>), with which XML can include files or multiply text";

  it.each<[string, (xml: string) => string, string]>([
    [
      "that says no",
      (xml) => xml.replace("status:Success", "status:Responder"),
      'has the status "urn:oasis:names:tc:SAML:2.0:status:Responder": Identity Center did not sign the user in',
    ],
    [
      "of another version",
      (xml) => xml.replace(/Version="2.0">/, 'Version="1.1">'),
      'has the version "1.1"; AWS takes SAML 2.0',
    ],
    [
      "that is longer than AWS takes",
      () => "A".repeat(100_001),
      "is 100,001 characters long; AWS takes up to 100,000 of base64",
    ],
    [
      "that is longer than anything",
      () => "a".repeat(5_000_000),
      "is more than 400,000 characters long; AWS takes up to 100,000 of base64",
    ],
  ])("%s, as AWS documents", async (_, bend, message) => {
    expect(await saidOf(bend(good))).toEqual([message, "refused"]);
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      "with an ID that is listed twice",
      (xml) => xml.replace('ID="_response"', 'ID="_assertion"'),
      'has the ID "_assertion" twice, so a signature may be taken for that of another element',
    ],
    [
      "with two assertions",
      (xml) => xml.replace(assertionOf(xml), assertionOf(xml) + evil(assertionOf(xml))),
      "has 2 assertions, not one",
    ],
    [
      "without an assertion",
      (xml) => xml.replace(assertionOf(xml), ""),
      "has no assertion, not one",
    ],
    [
      "with an encrypted assertion",
      (xml) =>
        xml.replace(
          assertionOf(xml),
          '<saml2:EncryptedAssertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"/>',
        ),
      "has an encrypted assertion, which Identity Center does not send to AWS, and which cannot be read here",
    ],
    [
      "with an entity bomb",
      (xml) =>
        xml.replace(
          "?>",
          `?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`,
        ),
      DOCTYPE,
    ],
    [
      "with an external entity",
      (xml) => xml.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      DOCTYPE,
    ],
    [
      "with a comment inside a name",
      (xml) => xml.replace("agent1@example.com", "agent1@example.com<!---->.evil.com"),
      "cannot be read as XML: it has a comment (<!--...-->)",
    ],
    [
      "with a processing instruction inside a name",
      (xml) => xml.replace("agent1@example.com", "agent1@example.com<?x?>.evil.com"),
      "cannot be read as XML: it has a processing instruction (<?...?>)",
    ],
    [
      "with a CDATA section inside a name",
      (xml) => xml.replace("agent1@example.com", "<![CDATA[agent1]]>@example.com"),
      "cannot be read as XML: it has a CDATA section (<![CDATA[...]]>)",
    ],
    [
      "that nests too deep",
      (xml) => xml.replace("<saml2:Subject>", `${"<a>".repeat(60)}${"</a>".repeat(60)}$&`),
      "cannot be read as XML: it is nested deeper than 50 elements",
    ],
    [
      "with thousands of elements, which take long to verify",
      (xml) => xml.replace("<saml2p:Status>", `<x>${"<a/>".repeat(17_000)}</x>$&`),
      "cannot be read as XML: it has more than 2000 elements",
    ],
    ...["UTF-16", "UTF-7", "ISO-8859-1"].map(
      (encoding): [string, (xml: string) => string, string] => [
        `that declares the encoding ${encoding}`,
        (xml) => base64(xml.replace('encoding="UTF-8"', `encoding="${encoding}"`)),
        "cannot be read as XML: it declares another encoding than UTF-8",
      ],
    ),
    [
      "that breaks off",
      () => '<saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol">',
      "cannot be read as XML: at line 1, column 69: unclosed tag: saml2p:Response",
    ],
    ["that is empty", () => "  \n", "is empty"],
    [
      "that is garbage",
      () => "garbage!",
      "is neither XML nor base64; copy only the value of the field",
    ],
    [
      "that is base64 of something else",
      () => base64("just text"),
      "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST",
    ],
    [
      "that is deflated",
      (xml) => deflateRawSync(xml).toString("base64"),
      "is base64 of something other than XML; a compressed (deflated) response belongs to HTTP-Redirect, but AWS takes HTTP-POST",
    ],
    [
      "that is a page",
      () => "<!DOCTYPE html><html></html>",
      "is a web page without the form of a SAML response; save the page that posts the form, or record the sign-in",
    ],
    [
      "that is metadata",
      () => "<EntityDescriptor/>",
      "is <EntityDescriptor>, not a SAML 2.0 Response",
    ],
    [
      "that stands in a form twice",
      (xml) => `SAMLResponse=${base64(xml)}&SAMLResponse=x`,
      "is a form with more than one field SAMLResponse",
    ],
    [
      "with a bare percent sign",
      () => "SAMLResponse=%",
      'has a percent sign that encodes nothing, in the field "SAMLResponse"',
    ],
    [
      "with more fields than a form has",
      () => "&".repeat(400_000),
      "is neither XML nor base64; copy only the value of the field",
    ],
  ])("%s, of which AWS documents nothing", async (_, bend, message) => {
    expect(await saidOf(bend(good))).toEqual([message, "unverified"]);
  });
});

describe("an assertion that SAML does not allow for sign-in does not pass", () => {
  it.each<[string, (xml: string) => string]>([
    [
      "a SubjectConfirmation for the holder of a key",
      (xml) => xml.replace("cm:bearer", "cm:holder-of-key"),
    ],
    ["a SubjectConfirmation without a method", (xml) => xml.replace(/ Method="[^"]*"/, "")],
    [
      "an assertion of version 1.1",
      (xml) => xml.replace(/(ID="_assertion"[^>]*Version=)"2.0"/, '$1"1.1"'),
    ],
    [
      "two Subjects",
      (xml) =>
        xml.replace(
          "<saml2:Subject>",
          "<saml2:Subject><saml2:NameID>x</saml2:NameID></saml2:Subject>$&",
        ),
    ],
    ["two NameIDs", (xml) => xml.replace("<saml2:NameID ", "<saml2:NameID>x</saml2:NameID>$&")],
    [
      "two Issuers",
      (xml) => xml.replace("<saml2:Subject>", "<saml2:Issuer>urn:other</saml2:Issuer>$&"),
    ],
    [
      "two SubjectConfirmationData, the other expired and for elsewhere",
      (xml) =>
        xml.replace(
          "</saml2:SubjectConfirmation>",
          '<saml2:SubjectConfirmationData NotOnOrAfter="2020-01-01T00:00:00Z" Recipient="https://x.example"/>$&',
        ),
    ],
    [
      "two session names, one of them no plain text",
      (xml) =>
        xml.replace(
          /(<saml2:AttributeValue[^>]*>)agent1/,
          "$1<a/>admin1@example.com</saml2:AttributeValue>$1agent1",
        ),
    ],
    ["two Conditions", (xml) => xml.replace(/<saml2:Conditions.*<\/saml2:Conditions>/, "$&$&")],
    ["a NameID of a space", (xml) => xml.replace(/(<saml2:NameID[^>]*>)[^<]*/, "$1 ")],
  ])("%s", async (_, edit) => {
    expect(await workshop.agentSigns({ edit })).toMatchObject({ passed: false });
  });
});

describe("whatever is captured", () => {
  const outcome = async (response: string) => {
    const { passed, landing, steps } = await workshop.captured(response);
    return { passed, landing, steps: steps.slice(2) };
  };

  it("one changed character is refused, or changes nothing of what is signed", async () => {
    const expected = await outcome(good);
    const signed = assertionOf(good);
    const start = good.indexOf(signed);
    const index = fc.integer({ min: start, max: start + signed.length - 1 });
    const character = fc.constantFrom(
      "a",
      "Z",
      "0",
      "@",
      ".",
      "=",
      " ",
      "<",
      "&",
      '"',
      "\n",
      "\u200b",
    );
    await fc.assert(
      fc.asyncProperty(index, character, async (at, other) => {
        const changed = await outcome(good.slice(0, at) + other + good.slice(at + 1));
        if (changed.passed) expect(changed).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("one changed character of a name or value is refused", async () => {
    const values = [...good.matchAll(/(?<=<saml2:(?:AttributeValue|NameID|Audience)[^>]*>)[^<]+/g)];
    expect(values).toHaveLength(4);
    const place = fc
      .constantFrom(...values)
      .chain((match) => fc.integer({ min: match.index, max: match.index + match[0].length - 1 }));
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom("x", "Y", " ", "\t"), async (at, other) => {
        fc.pre(good[at] !== other);
        const changed = await outcome(good.slice(0, at) + other + good.slice(at + 1));
        expect(changed.passed).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it.each(["constructor", "__proto__", "toString"])(
    "an element or attribute named %s is like any other",
    async (name) => {
      const inside = good.replace("</ds:SignedInfo>", `<ds:${name}/>$&`);
      expect((await outcome(inside)).passed).toBe(false);
      expect((await outcome(good.replace("</ds:Signature>", `<ds:${name}/>$&`))).passed).toBe(true);
      const attributes = { [`x${name}`]: ["x"] };
      const edit = (xml: string) => xml.replace(`"x${name}"`, `"${name}"`);
      expect((await outcome(workshop.agent.respond({ attributes, edit }))).passed).toBe(true);
    },
  );

  it("nothing is thrown, and garbage is refused", async () => {
    const piece = fc.constantFrom(
      ...[
        "<",
        ">",
        "</",
        "/>",
        "&",
        "&#x0;",
        "%",
        "%25",
        "=",
        "SAMLResponse=",
        "RelayState=",
        "\0",
      ],
      ...[
        "<!--",
        "<![CDATA[",
        "<?",
        "<saml2p:Response",
        ' ID="_assertion"',
        "\ud800",
        "PHg+",
        "<ds:constructor/>",
      ],
    );
    const garbage = fc
      .array(fc.oneof(piece, fc.string({ unit: ANY_CHARACTER })), { maxLength: 20 })
      .map((pieces) => pieces.join(""));
    const spliced = fc
      .tuple(garbage, fc.nat(good.length), fc.nat(200))
      .map(([text, at, cut]) => good.slice(0, at) + text + good.slice(at + cut));
    await fc.assert(
      fc.asyncProperty(fc.oneof(garbage, garbage.map(base64), spliced), async (response) => {
        const rehearsal = await workshop.captured(response);
        expect(rehearsal.steps).toHaveLength(13);
        expect(reported(rehearsal)).not.toContain("\0");
      }),
      { numRuns: 150 },
    );
  });
});
