import type { StepId } from "../../../modules/commands/rehearse";
import type { ResponseOptions } from "../../support/identity-provider";

/** A value of a response: what an identity provider signs, and what an attacker would like it to be. */
export interface Value {
  readonly what: string;
  /** What is signed, beside what Identity Center sends an agent. */
  readonly signed: ResponseOptions;
  /** The user who signs in with what is signed; absent where nobody does, but with a forged value. */
  readonly user?: string;
  /** Step of the rehearsal that checks the value. */
  readonly step: StepId;
  /** What that step shows of the value that is signed; absent where it must not pass. */
  readonly shown?: string;
  /** Puts the forged value in the place of the signed one. */
  readonly forge: (xml: string) => string;
}

const ROLE = "arn:aws:iam::123456789012:role";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes";

/**
 * The values that a sign-in depends on, of an identity provider with this issuer. All but the first are
 * signed such that nobody signs in: a program that takes the forged value has somebody sign in.
 */
export function valuesOf(issuer: string): readonly Value[] {
  const replacing = (from: string, to: string) => (xml: string) => xml.replaceAll(from, () => to);
  return [
    {
      what: "the role session name",
      signed: {},
      user: "agent1@example.com",
      step: "session-name",
      shown: '"agent1@example.com"',
      forge: replacing("agent1@example.com", "admin1@example.com"),
    },
    {
      what: "the role",
      signed: { roles: [`${ROLE}/Elsewhere,${PROVIDER}`] },
      step: "role",
      forge: replacing(`${ROLE}/Elsewhere`, `${ROLE}/AmazonConnectAgentAccessRole`),
    },
    {
      what: "the audience",
      signed: { audiences: ["urn:example:elsewhere"] },
      step: "audience",
      forge: replacing("urn:example:elsewhere", "urn:amazon:webservices"),
    },
    {
      what: "the recipient",
      signed: { recipient: "https://sp.example.com/acs" },
      step: "recipient",
      forge: replacing("https://sp.example.com/acs", "https://signin.aws.amazon.com/saml"),
    },
    {
      what: "the subject",
      signed: { nameId: " " },
      step: "recipient",
      forge: (xml) => xml.replace(/(<saml2:NameID[^>]*>) (?=<)/, "$1agent1@example.com"),
    },
    {
      what: "the method of confirmation",
      signed: {
        confirmations: `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"><saml2:SubjectConfirmationData NotOnOrAfter="2026-12-01T12:05:00.000Z" Recipient="https://signin.aws.amazon.com/saml"/></saml2:SubjectConfirmation>`,
      },
      step: "recipient",
      forge: replacing("cm:sender-vouches", "cm:bearer"),
    },
    {
      what: "the times of validity",
      signed: {
        issued: "2026-12-01T11:00:00.000Z",
        notBefore: "2026-12-01T10:55:00.000Z",
        notOnOrAfter: "2026-12-01T11:05:00.000Z",
      },
      step: "validity",
      forge: replacing("T11:0", "T12:0"),
    },
    {
      what: "the end of the session",
      signed: { sessionEnds: "2026-12-01T12:00:30.000Z" },
      step: "session-duration",
      forge: replacing("2026-12-01T12:00:30.000Z", "2026-12-02T00:00:00.000Z"),
    },
    {
      what: "the session duration",
      signed: { attributes: { [`${ATTRIBUTES}/SessionDuration`]: ["60"] } },
      step: "session-duration",
      forge: (xml) => xml.replace(/(?<=SessionDuration"[^]*?>)60(?=<)/, "43200"),
    },
    {
      what: "a session tag",
      signed: { attributes: { [`${ATTRIBUTES}/PrincipalTag:team`]: ["red"] } },
      step: "session-tags",
      forge: replacing(`${ATTRIBUTES}/PrincipalTag:team`, "team"),
    },
    {
      what: "the issuer",
      signed: { issuer: "https://idp.example.com/elsewhere" },
      step: "issuer",
      forge: replacing("https://idp.example.com/elsewhere", issuer),
    },
  ];
}
