import { judgeMetadata } from "../../../modules/aws/saml";
import { makeMetadata } from "../../support/metadata";

const DOWNLOAD =
  "download the IAM Identity Center SAML metadata file of this application again, and save it as it comes";
const MOVED_ON =
  "IAM does not act on that date, but the provider has most likely moved to another key, and then sign-in fails";

/** Good metadata, with a certificate from 2026-01-01 to 2076-01-01. */
let good: string;

beforeAll(async () => {
  good = await makeMetadata({ application: "agent", bits: 1024 });
});

const document = (validUntil: string) =>
  good.replace(" entityID", ` validUntil="${validUntil}" entityID`);
const providers = (text: string, validUntil: string) =>
  text.replace("<md:IDPSSODescriptor", `$& validUntil="${validUntil}"`);

function judge(text: string, now = "2026-12-01T00:00:00Z") {
  const { metadata, errors, warnings } = judgeMetadata(Buffer.from(text), { now: new Date(now) });
  expect(metadata === undefined).toBe(errors.length > 0);
  return { errors, warnings };
}

describe("the validUntil of a document", () => {
  test.each([
    ["2026-12-01T00:00:01Z", "2026-12-01, within a day"],
    ["2026-12-03T00:00:00Z", "2026-12-03, in 2 days"],
    ["2026-12-03T00:00:00", "2026-12-03, in 2 days"],
    ["2027-01-30T00:00:00Z", "2027-01-30, in 60 days"],
  ])("gives a warning before it comes: %s", (end, when) => {
    expect(judge(document(end))).toEqual({
      errors: [],
      warnings: [`expires on ${when} (validUntil); before then, ${DOWNLOAD}`],
    });
  });

  test("gives no warning more than 60 days before, by a second", () => {
    expect(judge(document("2027-01-30T00:00:01Z"))).toEqual({ errors: [], warnings: [] });
  });

  test.each(["2026-12-01T00:00:00Z", "2020-01-01T00:00:00Z"])(
    "gives a warning when it is over, as IAM does not act on it: %s",
    (end) => {
      expect(judge(document(end))).toEqual({
        errors: [],
        warnings: [`has expired: it was valid until ${end}; ${MOVED_ON}; ${DOWNLOAD}`],
      });
    },
  );

  test("counts as well as that of its identity provider, and the first to come gives the warning", () => {
    const END = "2026-11-01T00:00:00Z";
    const warning = `has expired: it was valid until ${END}; ${MOVED_ON}; ${DOWNLOAD}`;
    for (const text of [
      providers(good, END),
      providers(document(END), END),
      providers(document("2027-01-01T00:00:00Z"), END),
      providers(document(END), "2027-01-01T00:00:00Z"),
    ]) {
      expect(judge(text)).toEqual({ errors: [], warnings: [warning] });
    }
  });
});

describe("of several IDPSSODescriptors, the one for SAML 2.0 counts", () => {
  /** A document with a descriptor for SAML 1.1 before, or behind, its own. */
  function besideSaml1(place: "before" | "behind") {
    const saml1 =
      '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol" validUntil="2020-01-01T00:00:00Z"><md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor>';
    return place === "before"
      ? good.replace("<md:IDPSSODescriptor", `${saml1}$&`)
      : good.replace("</md:IDPSSODescriptor>", `$&${saml1}`);
  }

  test.each(["before", "behind"] as const)("with one for SAML 1.1 %s it", (place) => {
    expect(judge(besideSaml1(place))).toEqual({ errors: [], warnings: [] });
  });

  test("and what it lacks is not made up for by another", () => {
    const text = besideSaml1("before").replace(/<md:SingleSignOnService.*\/>/g, "");
    const elsewhere = text.replace(
      "</md:IDPSSODescriptor>",
      '<md:SingleSignOnService Binding="b" Location="l"/>$&',
    );
    expect(judge(elsewhere).errors).toEqual([
      `has no SingleSignOnService with a Location; ${DOWNLOAD}`,
    ]);
  });
});
