import { readAssertion, readTree, valuesOf } from "../../../../modules/commands/rehearse/response";

/** An assertion with this inside. */
function assertionOf(inside: string) {
  return readAssertion(
    readTree(
      `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:o="urn:o">${inside}</Assertion>`,
    ),
  );
}

describe("an assertion", () => {
  it("that says nothing has nothing", () => {
    expect(assertionOf("")).toEqual({
      confirmations: [],
      conditions: [],
      audiences: [],
      sessionEnds: [],
      attributes: [],
    });
  });

  it("has no issuer and no user where it has two", () => {
    expect(assertionOf("<Issuer>a</Issuer><Issuer>b</Issuer>")).not.toHaveProperty("issuer");
    const nameId = "<Subject><NameID>a</NameID></Subject>";
    expect(assertionOf(nameId)).toMatchObject({ nameId: "a" });
    expect(assertionOf(nameId + nameId)).not.toHaveProperty("nameId");
    expect(
      assertionOf("<Subject><NameID>a</NameID><NameID>b</NameID></Subject>"),
    ).not.toHaveProperty("nameId");
  });

  it("keeps the audiences of each restriction apart, all of which must be met", () => {
    const { audiences } = assertionOf(
      "<Conditions><AudienceRestriction><Audience>a</Audience><Audience>b</Audience></AudienceRestriction><AudienceRestriction><Audience>c</Audience></AudienceRestriction></Conditions>",
    );
    expect(audiences).toEqual([["a", "b"], ["c"]]);
  });

  it("has the times of its conditions and confirmations as they are written", () => {
    expect(
      assertionOf(
        '<Subject><SubjectConfirmation Method="m"><SubjectConfirmationData Recipient="r" NotOnOrAfter="later"/></SubjectConfirmation></Subject><Conditions NotBefore="now"/><AuthnStatement SessionNotOnOrAfter="evening"/><AuthnStatement/>',
      ),
    ).toMatchObject({
      confirmations: [{ method: "m", recipient: "r", notOnOrAfter: "later" }],
      conditions: [{ notBefore: "now" }],
      sessionEnds: ["evening"],
    });
  });

  it("reads nothing from elements of another namespace", () => {
    expect(assertionOf("<o:Issuer>a</o:Issuer><o:Conditions/>")).toMatchObject({ conditions: [] });
    expect(assertionOf("<o:Issuer>a</o:Issuer>")).not.toHaveProperty("issuer");
  });

  it("has the values of every attribute with exactly this name, and none with elements inside", () => {
    const assertion = assertionOf(
      '<AttributeStatement><Attribute Name="Role"><AttributeValue>a</AttributeValue><AttributeValue><o:x/></AttributeValue></Attribute><Attribute Name="role"><AttributeValue>b</AttributeValue></Attribute></AttributeStatement><AttributeStatement><Attribute Name="Role"><AttributeValue>c</AttributeValue></Attribute></AttributeStatement>',
    );
    expect(valuesOf(assertion, "Role")).toEqual(["a", "<...>", "c"]);
    expect(valuesOf(assertion, "role")).toEqual(["b"]);
    expect(valuesOf(assertion, "constructor")).toEqual([]);
  });
});
