import { entityIdAt, metadataUrl, metadataUrlProblem } from "../../../modules/aws/identity-center";

const OPAQUE = "MTExMTIyMjIzMzMzX2lucy1hYWFhYWFhYWFhYWFhYWFh";

describe("the address of an application's metadata", () => {
  it("follows from its entity ID, and the other way round", () => {
    for (const region of ["us-east-1", "eu-central-1", "us-gov-west-1"]) {
      const portal = `https://portal.sso.${region}.amazonaws.com/saml`;
      expect(metadataUrl(`${portal}/assertion/${OPAQUE}`)).toBe(`${portal}/metadata/${OPAQUE}`);
      expect(entityIdAt(`${portal}/metadata/${OPAQUE}`)).toBe(`${portal}/assertion/${OPAQUE}`);
    }
  });

  it.each([
    "https://sts.windows.net/7c9e6679-7425-40de-944b-e07fc1f90ae7/",
    "https://portal.sso.us-east-1.amazonaws.com.evil.example.com/saml/assertion/MTEx",
    "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/../../other",
    "https://portal.sso.us-east-1.amazonaws.com:8443/saml/assertion/MTEx",
    "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTEx?x=1",
    "http://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTEx",
  ])("does not follow from %s", (entityId) => {
    expect(metadataUrl(entityId)).toBeUndefined();
    expect(entityIdAt(entityId.replace("assertion", "metadata"))).toBeUndefined();
  });

  it("is told from the two other URLs beside it", () => {
    const portal = "https://portal.sso.us-east-1.amazonaws.com/saml";
    expect(metadataUrlProblem(`${portal}/metadata/${OPAQUE}`)).toBeUndefined();
    expect(metadataUrlProblem(`${portal}/assertion/${OPAQUE}`)).toBe(
      `is the sign-in URL of the application; its metadata is at ${portal}/metadata/${OPAQUE}`,
    );
    expect(metadataUrlProblem(`${portal}/logout/${OPAQUE}`)).toBe(
      `is the sign-out URL of the application; its metadata is at ${portal}/metadata/${OPAQUE}`,
    );
  });
});
