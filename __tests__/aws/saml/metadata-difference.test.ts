import { metadataDifference } from "../../../modules/aws/saml";
import { makeCertificate, makeMetadata, metadataWith } from "../../support/metadata";

describe("metadata in the account and in the file", () => {
  it("is the same whatever its line ends, and the spaces around it", async () => {
    const file = await makeMetadata({ application: "agent" });
    expect(metadataDifference(file, file)).toBeUndefined();
    expect(metadataDifference(file, file.replaceAll("\n", "\r\n").trim())).toBeUndefined();
  });

  it("differs in its issuer, its certificates or its text alone", async () => {
    const certificate = await makeCertificate({});
    const file = metadataWith({ application: "agent", certificate });
    expect(metadataDifference(file, metadataWith({ application: "admin", certificate }))).toEqual({
      what: "issuer",
      entityId: "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWRtaW4=",
    });
    const rotated = await makeMetadata({ application: "agent" });
    expect(metadataDifference(file, rotated)).toEqual({ what: "certificates" });
    const wrapped = certificate.replace(/(.{64})/g, "$1\n");
    const inLines = metadataWith({ application: "agent", certificate: wrapped });
    expect(metadataDifference(file, inLines)).toEqual({ what: "text" });
  });

  it.each([[""], ["not XML"], ["<a/>"], ["<!DOCTYPE a []><a/>"]])(
    "cannot be read as %j",
    async (found) => {
      const file = await makeMetadata({ application: "agent" });
      expect(metadataDifference(file, found)).toEqual({ what: "unreadable" });
    },
  );
});
