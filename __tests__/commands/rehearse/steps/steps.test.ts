import { type StepId } from "../../../../modules/commands/rehearse";
import { IdentityProvider, type ResponseOptions } from "../../../support/identity-provider";
import { answerOf, AT, refusals, stepOf, Workshop } from "../support";

const ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes";
const ROLE = "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const AGENT = `${ROLE},${PROVIDER}`;
const INSTANCE = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const FEDERATE = `https://us-east-1.console.aws.amazon.com/connect/federate/${INSTANCE}`;
const RELAY_STATE = `${FEDERATE}?destination=%2Fconnect%2Fccp`;

const user = (email: string, ...applications: string[]) => ({
  email,
  applications,
  givenName: "A",
  familyName: "B",
  securityProfiles: ["Agent"],
});
const USERS = [user("agent1@example.com", "agent"), user("admin1@example.com", "admin")];

let workshop: Workshop;

beforeAll(async () => {
  workshop = await Workshop.make();
});

/** The workshop with other settings, and the same identity providers. */
function configured(own: object, more?: Record<string, object>) {
  return Workshop.make(own, more, workshop);
}

async function problemsOf(id: StepId, options: ResponseOptions, of = workshop) {
  const { problems } = stepOf(await of.agentSigns(options), id);
  return problems.map((problem) => [problem.message, answerOf(problem)]);
}

describe("the issuer", () => {
  it("of an application without metadata in the config is not known", async () => {
    const waiting = await configured({
      applications: { agent: {}, admin: { samlMetadataFile: "metadata/admin.xml" } },
    });
    const rehearsal = await waiting.agentSigns();
    expect(rehearsal.passed).toBe(false);
    expect(refusals(rehearsal)).toEqual({});
    expect(stepOf(rehearsal, "signature")).toMatchObject({
      status: "unverified",
      seen: "no configured application has this issuer, or the certificate that it is signed with",
    });
    expect(stepOf(rehearsal, "issuer")).toMatchObject({
      status: "unverified",
      seen: '"https://portal.sso.us-east-1.amazonaws.com/saml/assertion/YWdlbnQ="',
      problems: [
        {
          message:
            "is not a configured issuer; it may be that of agent of config/workshop.yaml, which has no metadata in the config",
          needs: "the metadata: save it, name it in samlMetadataFile, and rehearse again",
        },
      ],
    });
  });

  it("that is not configured, with a key that is known, still has the other steps checked", async () => {
    const rehearsal = await workshop.agentSigns({ issuer: "https://idp.example.com", roles: [] });
    expect(refusals(rehearsal)).toEqual({
      issuer: ["Issuer not present in specified provider"],
      role: ["Your request included an invalid SAML response"],
    });
  });

  it("counts as it is signed", async () => {
    const options = { sign: "assertion" as const };
    const swapped = workshop.agent
      .respond(options)
      .replace(`>${workshop.agent.issuer}<`, `>${workshop.admin.issuer}<`);
    expect(await workshop.captured(swapped)).toMatchObject({ passed: true });
  });
});

describe("what a configured key has signed is not called badly signed", () => {
  it.each([
    ["NotOnOrAfter is no time", { notOnOrAfter: "yesterday" }],
    ["IssueInstant is no time", { issued: "yesterday" }],
    [
      "there is no IssueInstant",
      { edit: (xml: string) => xml.replace(/ IssueInstant="[^"]*"/g, "") },
    ],
    [
      "there are two Conditions",
      { edit: (xml: string) => xml.replace(/<saml2:Conditions.*<\/saml2:Conditions>/, "$&$&") },
    ],
  ])("when %s", async (_, options) => {
    const { status } = stepOf(await workshop.agentSigns(options), "signature");
    expect(status).toBe("passed");
  });
});

describe("a signing certificate that is out of date is worth a remark", () => {
  const UNHEEDED = "IAM does not act on that date.";

  it("at the moment of sign-in", async () => {
    const issued = "2025-12-01T12:00:00Z";
    const response = workshop.agent.respond({
      issued,
      notBefore: issued,
      notOnOrAfter: "2025-12-01T12:05:00Z",
      sessionEnds: null,
    });
    const rehearsal = await workshop.captured(response, { at: new Date(issued) });
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "signature").remarks).toEqual([
      `The certificate is not valid before 2026-01-01T00:00:00Z. ${UNHEEDED}`,
    ]);
  });

  it("of the two of a rotation, when it is the one that signs", async () => {
    const old = await IdentityProvider.make({
      application: "agent",
      bits: 1024,
      ends: new Date("2026-06-01T00:00:00Z"),
    });
    const descriptor = /<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/.exec(old.metadata)?.[0] ?? "";
    const both = workshop.agent.metadata.replace("<md:KeyDescriptor", `${descriptor}$&`);
    const agent = Object.assign(Object.create(workshop.agent) as IdentityProvider, {
      metadata: both,
    });
    const rotating = await Workshop.make(
      {},
      {},
      Object.assign(Object.create(workshop) as Workshop, { agent }),
    );
    expect(await rotating.agentSigns()).toMatchObject({ passed: true });
    expect(stepOf(await rotating.agentSigns(), "signature").remarks).toEqual([]);
    const rehearsal = await rotating.captured(old.respond());
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "signature").remarks).toEqual([
      `The certificate expired on 2026-06-01T00:00:00Z. ${UNHEEDED}`,
    ]);
  });
});

describe("the recipient", () => {
  it("is refused when there is no NameID", async () => {
    expect(await problemsOf("recipient", { nameId: "" })).toEqual([
      [
        "has no NameID in its Subject, or several; AWS requires one",
        "Not authorized to perform sts:AssumeRoleWithSAML",
      ],
    ]);
  });

  it.each([
    ["there is none", "", "has no SubjectConfirmations, but AWS takes exactly one"],
    [
      "there are two",
      "<saml2:SubjectConfirmation/><saml2:SubjectConfirmation/>",
      "has 2 SubjectConfirmations, but AWS takes exactly one",
    ],
    [
      "it says nothing",
      '<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"/>',
      "lacks the Recipient or the NotOnOrAfter of its one SubjectConfirmationData",
    ],
  ])("is refused when of SubjectConfirmation %s", async (_, confirmations, message) => {
    expect(await problemsOf("recipient", { confirmations })).toEqual([[message, undefined]]);
  });

  it("does not show a Destination that is no problem, which whoever sent the response may have written", async () => {
    const instanceArn =
      "arn:aws:connect:eu-west-2:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
    const regional = await Workshop.make({ instanceArn }, {}, workshop);
    const recipient = "https://eu-west-2.signin.aws.amazon.com/saml";
    const destination = "https://signin.aws.amazon.com/saml";
    const rehearsal = await regional.agentSigns({ recipient, destination });
    expect(stepOf(rehearsal, "recipient")).toMatchObject({
      status: "passed",
      seen: '"https://eu-west-2.signin.aws.amazon.com/saml"',
    });
  });

  it("cannot be verified when the response was sent elsewhere", async () => {
    const rehearsal = await workshop.agentSigns({ destination: "https://idp.example.com/acs" });
    expect(rehearsal.verdict).toBe("unverified");
    expect(stepOf(rehearsal, "recipient").problems).toMatchObject([
      {
        kind: "unverified",
        message:
          'has a Destination that is not a form of AWS\'s sign-in URLs that is known here: "https://idp.example.com/acs"',
      },
    ]);
  });

  it.each([
    "https://signin.aws.amazon.com/saml/",
    "http://signin.aws.amazon.com/saml",
    "https://signin.aws.amazon.com.evil.com/saml",
    "https://us-gov-west-1.signin.aws.amazon.com/saml",
    "urn:amazon:webservices",
  ])("cannot be verified of a form that is not known here: %s", async (recipient) => {
    const rehearsal = await workshop.agentSigns({ recipient });
    expect(rehearsal).toMatchObject({ verdict: "unverified", decidedBy: ["recipient"] });
    expect(stepOf(rehearsal, "recipient").problems).toEqual([
      {
        kind: "unverified",
        message:
          "is not a form of AWS's sign-in URLs that is known here; the role's trust policy lists https://signin.aws.amazon.com/saml as SAML:aud",
        needs: "a page of AWS that documents this URL, or a sign-in",
        fix: 'set the Application ACS URL of "Amazon Connect - Agent" to https://signin.aws.amazon.com/saml',
      },
    ]);
  });

  it.each([
    ["https://us-east-1.signin.aws.amazon.com/saml", "is a regional sign-in endpoint of AWS"],
    [
      "https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPA1B2C3D4E5F6G7H8",
      "is a sign-in URL of AWS for a SAML provider with assertion encryption, which Identity Center does not use",
    ],
    [
      "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
      "is a sign-in endpoint of AWS GovCloud (US)",
    ],
    [
      `https://${INSTANCE}.us-east-1.sign-in.connect.aws/saml?destination=%2Fccp-v2`,
      "is the sign-in endpoint of Amazon Connect Global Resiliency",
    ],
  ])("is refused where the trust policy does not list it: %s", async (recipient, what) => {
    expect(await problemsOf("recipient", { recipient })).toEqual([
      [
        `${what}, but the role's trust policy lists https://signin.aws.amazon.com/saml as SAML:aud`,
        "Not authorized to perform sts:AssumeRoleWithSAML",
      ],
    ]);
  });

  it("of the other endpoint that the role trusts is a difference from the config", async () => {
    const london = await configured({
      instanceArn: `arn:aws:connect:eu-west-2:123456789012:instance/${INSTANCE}`,
    });
    const rehearsal = await london.agentSigns();
    expect(rehearsal).toMatchObject({ verdict: "differs", decidedBy: ["recipient"], passed: true });
    expect(stepOf(rehearsal, "recipient").problems[0]?.message).toBe(
      "is the global sign-in endpoint, which the role trusts too; the config has signInEndpoint: regional",
    );
  });
});

describe("the audience fails", () => {
  it("when there is none", async () => {
    const edit = (xml: string) => xml.replace(/<saml2:AudienceRestriction>.*Restriction>/, "");
    expect(await problemsOf("audience", { edit })).toEqual([
      ["is missing", "Response does not contain the required audience"],
    ]);
  });

  it("not for a sign-in URL, which AWS documents as an audience too", async () => {
    const audiences = ["https://signin.aws.amazon.com/saml"];
    const rehearsal = await workshop.agentSigns({ audiences });
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "audience").remarks).toEqual([
      "AWS documents this audience too; an application has urn:amazon:webservices by default.",
    ]);
  });

  it("when one of several restrictions is not for AWS, but not for one of several audiences", async () => {
    const audiences = ["urn:other", "urn:amazon:webservices"];
    expect(await workshop.agentSigns({ audiences })).toMatchObject({ passed: true });
    const edit = (xml: string) =>
      xml.replace(
        "<saml2:Audience>",
        "$&urn:other</saml2:Audience></saml2:AudienceRestriction><saml2:AudienceRestriction>$&",
      );
    expect(refusals(await workshop.agentSigns({ edit }))).toEqual({
      audience: ["Response does not contain the required audience"],
    });
  });
});

describe("the validity", () => {
  it("cannot be verified before the assertion begins, as AWS documents no tolerance", async () => {
    const rehearsal = await workshop.captured(workshop.agent.respond(), {
      at: new Date("2026-12-01T11:59:00Z"),
    });
    expect(stepOf(rehearsal, "validity")).toMatchObject({
      seen: "from 2026-12-01T12:00:00Z to 2026-12-01T12:05:00Z",
      status: "unverified",
      problems: [
        {
          message:
            "is not valid yet at 2026-12-01T11:59:00Z (IssueInstant); how much AWS tolerates is not documented",
          needs: "clocks that agree, or a moment from 2026-12-01T12:00:00Z with --at",
        },
      ],
    });
  });

  it("cannot be verified where a time is of a day that no calendar has", async () => {
    expect(await problemsOf("validity", { notBefore: "2026-11-31T00:00:00Z" })).toEqual([
      [
        'has "2026-11-31T00:00:00Z" as NotBefore of Conditions; SAML writes times as in 2026-11-22T12:00:00Z',
        undefined,
      ],
    ]);
  });

  it("cannot be verified where a time cannot be read", async () => {
    expect(await problemsOf("validity", { notBefore: "yesterday" })).toEqual([
      [
        'has "yesterday" as NotBefore of Conditions; SAML writes times as in 2026-11-22T12:00:00Z',
        undefined,
      ],
    ]);
  });
});

describe("the role fails", () => {
  const of = (...roles: string[]) => problemsOf("role", { roles });
  const INVALID = "Your request included an invalid SAML response";
  const DENIED = "Not authorized to perform sts:AssumeRoleWithSAML";

  it.each([
    ` ${AGENT}`,
    `${AGENT} `,
    `${ROLE}, ${PROVIDER}`,
    `${ROLE},\n${PROVIDER}`,
    `${ROLE}\t,${PROVIDER}`,
  ])("for a space: %j", async (value) => {
    expect(await of(value)).toEqual([["has a space or line break, which breaks sign-in", INVALID]]);
  });

  it("for the provider before the role, as AWS documents the other order", async () => {
    expect(await of(`${PROVIDER},${ROLE}`)).toEqual([
      [
        "has the SAML provider first; AWS documents the role first, and reports that it takes the other order too are unproven",
        undefined,
      ],
    ]);
  });

  it.each([ROLE, "agent", `${AGENT},${ROLE}`, `${ROLE},${ROLE}`, ROLE.replace("iam", "sts")])(
    "for what is no pair of ARNs: %s",
    async (value) => {
      expect(await of(value)).toEqual([
        ["is not a role's ARN, a comma and a SAML provider's ARN", INVALID],
      ]);
    },
  );

  it("for another account, of both ARNs", async () => {
    expect(await of(AGENT.replaceAll("123456789012", "999999999999"))).toEqual([
      [
        'names the SAML provider "arn:aws:iam::999999999999:saml-provider/AmazonConnectAgentAccess", of the account 999999999999 instead of 123456789012',
        "Specified provider doesn't exist",
      ],
      [
        'names the role "arn:aws:iam::999999999999:role/AmazonConnectAgentAccessRole", of the account 999999999999 instead of 123456789012: a role signs in to instances of its own account',
        undefined,
      ],
    ]);
  });

  it("for the provider of another application", async () => {
    expect(await of(AGENT.replace(/AgentAccess$/, "AdminAccess"))).toEqual([
      [
        'names the SAML provider "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess", not arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess',
        "Issuer not present in specified provider",
      ],
    ]);
  });

  it("for a role without its path", async () => {
    const inPath = await configured({ rolePath: "/connect/" });
    expect(await problemsOf("role", {}, inPath)).toEqual([
      [
        'names the role "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole", not arn:aws:iam::123456789012:role/connect/AmazonConnectAgentAccessRole',
        DENIED,
      ],
    ]);
  });

  it("for an attribute whose name has different upper and lower case", async () => {
    const options = { roles: [], attributes: { [`${ATTRIBUTES}/role`]: [AGENT] } };
    expect(await problemsOf("role", options)).toEqual([
      [
        'is missing; "https://aws.amazon.com/SAML/Attributes/role" is there, but AWS compares attribute names exactly',
        INVALID,
      ],
    ]);
  });

  it("not for more values than one, which is worth a remark", async () => {
    const rehearsal = await workshop.agentSigns({ roles: [AGENT, `${ROLE}2,${PROVIDER}`] });
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "role").remarks).toEqual([
      "With several values, AWS asks users to choose a role first; only one of these leads here.",
    ]);
  });

  it("not for one value twice, nor for another that is not a pair of ARNs, which is worth a remark", async () => {
    const twice = await workshop.agentSigns({ roles: [AGENT, AGENT] });
    expect(twice.passed).toBe(true);
    expect(stepOf(twice, "role").remarks).toEqual([]);
    const beside = await workshop.agentSigns({ roles: [AGENT, "garbage"] });
    expect(beside.passed).toBe(true);
    expect(stepOf(beside, "role").remarks).toEqual([
      'Not a pair of ARNs: "garbage". What AWS does with that next to a valid value is unproven.',
    ]);
  });
});

describe("the permission", () => {
  it("of a role is that on its own instance", async () => {
    const second =
      "arn:aws:connect:us-east-1:123456789012:instance/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e";
    const two = await configured(
      {},
      { "second.yaml": { instanceArn: second, namePrefix: "B", applications: { agent: {} } } },
    );
    const roles = [AGENT.replaceAll("AmazonConnect", "BAmazonConnect")];
    const rehearsal = await two.agentSigns({ roles });
    expect(refusals(rehearsal)).toEqual({
      role: ["Issuer not present in specified provider"],
      permission: ["Access denied, Please contact your AWS account administrator"],
    });
    expect(stepOf(rehearsal, "permission").problems[0]?.message).toBe(
      `grants connect:GetFederationToken on ${second} only, not on arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}`,
    );
  });

  it("of a role that is not configured cannot be checked", async () => {
    const rehearsal = await workshop.agentSigns({ roles: [`${ROLE}2,${PROVIDER}`] });
    expect(stepOf(rehearsal, "permission")).toMatchObject({
      status: "unverified",
      seen: "no configured role is named",
    });
  });
});

describe("the role session name fails", () => {
  it.each(["", "a", "agent one", "agent1@exämple.com", "agent1@example.com\n", "a".repeat(65)])(
    "for what AWS does not take: %j",
    async (name) => {
      const rehearsal = await workshop.agentSigns({ sessionNames: [name] });
      expect(refusals(rehearsal)).toEqual({
        "session-name": ["RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"],
      });
      expect(stepOf(rehearsal, "user")).toMatchObject({
        status: "unverified",
        seen: "there is no session name to look for",
      });
    },
  );

  it("with the characters that it does not take", async () => {
    expect(await problemsOf("session-name", { sessionNames: ["agent one/1@example.com"] })).toEqual(
      [
        [
          'has " " and "/"; AWS takes 2 to 64 letters, digits and _+=,.@-',
          "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        ],
      ],
    );
  });

  it("for several", async () => {
    const sessionNames = ["agent1@example.com", "admin1@example.com"];
    expect(await problemsOf("session-name", { sessionNames })).toEqual([
      ["has several values; AWS documents one, and not what it does with more", undefined],
    ]);
  });

  it("for a value with elements inside", async () => {
    const edit = (xml: string) =>
      xml.replace(
        ">agent1@example.com</saml2:AttributeValue>",
        "><a>agent1@example.com</a></saml2:AttributeValue>",
      );
    expect(await problemsOf("session-name", { edit })).toEqual([
      [
        'has "<" and ">"; AWS takes 2 to 64 letters, digits and _+=,.@-',
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
      ],
    ]);
  });
});

it.each([
  ["PrincipalTag:Team", "sts:TagSession"],
  ["TransitiveTagKeys", "sts:TagSession"],
  ["SourceIdentity", "sts:SetSourceIdentity"],
])("the attribute %s takes %s, which no trust policy here allows", async (name, action) => {
  const attributes = { [`${ATTRIBUTES}/${name}`]: ["x1"] };
  expect(await problemsOf("session-tags", { attributes })).toEqual([
    [
      `has "https://aws.amazon.com/SAML/Attributes/${name}", for which the role's trust policy would have to allow ${action}`,
      "Not authorized to perform sts:AssumeRoleWithSAML",
    ],
  ]);
});

describe("a session ends", () => {
  const until = async (of: Workshop, seconds: string | undefined, sessionEnds: string | null) => {
    const attributes =
      seconds === undefined ? {} : { [`${ATTRIBUTES}/SessionDuration`]: [seconds] };
    return (await of.agentSigns({ attributes, sessionEnds })).landing?.until.toISOString();
  };
  const short = () =>
    configured({
      applications: {
        agent: { samlMetadataFile: "metadata/agent.xml", sessionDuration: "2h" },
        admin: { samlMetadataFile: "metadata/admin.xml" },
      },
    });

  it.each([
    ["after SessionDuration", "7200", null, "2026-12-01T14:01:00.000Z"],
    ["at SessionNotOnOrAfter", undefined, "2026-12-01T15:00:00Z", "2026-12-01T15:00:00.000Z"],
    ["at the first of the two", "7200", "2026-12-01T13:00:00Z", "2026-12-01T13:00:00.000Z"],
    ["after an hour, when nothing is asked for", undefined, null, "2026-12-01T13:01:00.000Z"],
    [
      "after Connect's 12 hours at last",
      undefined,
      "2027-01-01T00:00:00Z",
      "2026-12-02T00:01:00.000Z",
    ],
  ])("%s", async (_, seconds, ends, expected) => {
    expect(await until(workshop, seconds, ends)).toBe(expected);
  });

  it.each([
    [
      "asks for one hour, as an application does where nobody set the duration",
      "3600",
      null,
      "asks for a session of 1h; the config has sessionDuration: 12h",
    ],
    [
      "ends after one hour",
      undefined,
      "2026-12-01T13:00:00Z",
      "asks for a session of 1h; the config has sessionDuration: 12h",
    ],
    [
      "asks for nothing",
      undefined,
      null,
      "asks for no duration, for which AWS documents credentials of 1h; the config has sessionDuration: 12h",
    ],
  ])("earlier than the config says, where the response %s", async (_, seconds, ends, message) => {
    const attributes =
      seconds === undefined ? {} : { [`${ATTRIBUTES}/SessionDuration`]: [seconds] };
    const rehearsal = await workshop.agentSigns({ attributes, sessionEnds: ends });
    expect(rehearsal).toMatchObject({ verdict: "differs", decidedBy: ["session-duration"] });
    expect(stepOf(rehearsal, "session-duration").problems).toEqual([
      {
        kind: "differs",
        message,
        fix: 'set Session duration, under Application properties of "Amazon Connect - Agent" in the Identity Center console, to 12h',
      },
    ]);
  });

  it("after the role's maximum at last, which is worth a remark", async () => {
    const rehearsal = await (await short()).agentSigns({ sessionEnds: "2026-12-02T00:00:00Z" });
    expect(rehearsal.landing?.until.toISOString()).toBe("2026-12-01T14:01:00.000Z");
    expect(stepOf(rehearsal, "session-duration").remarks).toContain(
      "SessionNotOnOrAfter is later than the role's maximum of 7200 seconds allows; that maximum counts as the end here.",
    );
  });

  it("after the longest of the applications that share the role", async () => {
    const shared = await configured({
      roles: "shared",
      applications: {
        agent: { samlMetadataFile: "metadata/agent.xml", sessionDuration: "2h" },
        admin: { samlMetadataFile: "metadata/admin.xml", sessionDuration: "4h" },
      },
    });
    const roles = [`arn:aws:iam::123456789012:role/AmazonConnectAccessRole,${PROVIDER}`];
    const rehearsal = await shared.agentSigns({ roles });
    expect(rehearsal.landing?.until.toISOString()).toBe("2026-12-01T16:01:00.000Z");
  });

  it("never, when it is to be longer than the role's maximum", async () => {
    const attributes = { [`${ATTRIBUTES}/SessionDuration`]: ["7201"] };
    expect(
      stepOf(await (await short()).agentSigns({ attributes }), "session-duration"),
    ).toMatchObject({
      status: "unverified",
      problems: [
        {
          message:
            "is longer than the role's maximum of 7200 seconds, which AWS documents as an error for calls of its API and CLI, and not for sign-in",
          fix: 'set the session duration of "Amazon Connect - Agent" to 2h, as configured, or raise sessionDuration in the config and deploy',
        },
      ],
    });
  });

  it.each([
    ["899", "is not 900 to 43200 seconds"],
    ["43201", "is not 900 to 43200 seconds"],
    ["1h", "is not one number of seconds"],
    ["", "is not one number of seconds"],
    ["-1", "is not one number of seconds"],
  ])("never, when SessionDuration is %j", async (seconds, message) => {
    const attributes = { [`${ATTRIBUTES}/SessionDuration`]: [seconds] };
    expect(await problemsOf("session-duration", { attributes })).toEqual([[message, undefined]]);
  });

  it("before it began", async () => {
    expect(await problemsOf("session-duration", { sessionEnds: "2026-12-01T12:01:00Z" })).toEqual([
      ["has already ended at 2026-12-01T12:01:00Z", undefined],
    ]);
    expect(await problemsOf("session-duration", { sessionEnds: "never" })).toEqual([
      ['ends at "never", which is not a time', undefined],
    ]);
  });
});

describe("the relay state", () => {
  const FIX = `set the relay state of "Amazon Connect - Agent" to ${RELAY_STATE}`;
  const given = async (relayState: string) => {
    const rehearsal = await workshop.agentSigns({}, relayState);
    const { problems, remarks } = stepOf(rehearsal, "relay-state");
    expect(problems.map(({ fix }) => fix)).toEqual(problems.map(() => FIX));
    return { ...rehearsal, remarks, messages: problems.map(({ message }) => message) };
  };

  it.each([
    [
      FEDERATE.replace(INSTANCE, `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}`),
      `has an ARN where only the instance ID belongs, ${INSTANCE}`,
    ],
    [
      RELAY_STATE.replace("us-east-1", "eu-west-2"),
      "leads to eu-west-2, but this instance is in us-east-1, which is reached through https://us-east-1.console.aws.amazon.com",
    ],
    [
      `https://console.amazonaws-us-gov.com/connect/federate/${INSTANCE}`,
      "leads to us-gov-west-1, but this instance is in us-east-1, which is reached through https://us-east-1.console.aws.amazon.com",
    ],
  ])("is refused, as AWS documents another form: %s", async (relayState, message) => {
    const { verdict, messages } = await given(relayState);
    expect([verdict, messages]).toEqual(["refused", [message]]);
  });

  it.each([
    [FEDERATE, "is that of admin of config/workshop.yaml, so users land on its page"],
    [
      `${FEDERATE}?destination=%2Fccp-v2`,
      'asks for the page "?destination=%2Fccp-v2", not "?destination=%2Fconnect%2Fccp", so users land elsewhere',
    ],
    [
      `${RELAY_STATE}&new_domain=true`,
      'asks for the page "?destination=%2Fconnect%2Fccp&new_domain=true", not "?destination=%2Fconnect%2Fccp", so users land elsewhere',
    ],
    [
      `${FEDERATE}?destination=%2Fsales%25`,
      'asks for the page "?destination=%2Fsales%25", not "?destination=%2Fconnect%2Fccp", so users land elsewhere',
    ],
  ])(
    "leads elsewhere in Amazon Connect, which differs and is not refused: %s",
    async (relayState, message) => {
      const { verdict, decidedBy, passed, messages, landing } = await given(relayState);
      expect({ verdict, decidedBy, passed, messages }).toEqual({
        verdict: "differs",
        decidedBy: ["relay-state"],
        passed: true,
        messages: [message],
      });
      expect(landing?.page).toBe(relayState);
    },
  );

  it.each([
    ["", "is empty, so users land in the AWS Management Console and not in Amazon Connect"],
    [
      "https://us-east-1.console.aws.amazon.com/connect/home",
      `leads to the page "/connect/home" of the AWS Management Console, not to /connect/federate/${INSTANCE}, which signs in to Amazon Connect`,
    ],
  ])("signs in to AWS alone, which differs and does not pass: %j", async (relayState, message) => {
    const { verdict, passed, messages } = await given(relayState);
    expect([verdict, passed, messages]).toEqual(["differs", false, [message]]);
  });

  it.each([
    RELAY_STATE.replace("us-east-1.", ""),
    RELAY_STATE.replace("https:", "HTTPS:"),
    `${FEDERATE}?destination=%2fconnect%2fccp`,
    `${FEDERATE}?destination=/connect/ccp`,
  ])("passes when it is another way to write the same: %s", async (relayState) => {
    const { verdict, remarks } = await given(relayState);
    expect([verdict, remarks]).toEqual([
      "passed",
      [`This is another way to write ${RELAY_STATE}, which the config has.`],
    ]);
  });

  it.each([
    [`${RELAY_STATE} `, "has spaces around it"],
    [`${FEDERATE}?destination=%252Fconnect%252Fccp`, "is URL-encoded once too often"],
    [
      `https://console.aws.amazon.com/connect/federate/${INSTANCE}?destination=%252Fconnect%252Fccp`,
      "is URL-encoded once too often",
    ],
    [encodeURIComponent(RELAY_STATE), "is URL-encoded once too often"],
    ["agents", "is not a URL"],
    [
      `https://connect.example.com/connect/federate/${INSTANCE}`,
      'leads to "https://connect.example.com", which is not an address of the AWS Management Console that is known here',
    ],
    ...[RELAY_STATE.replace("https://", "https://a@"), `${RELAY_STATE}#x`].map(
      (same): [string, string] => [
        same,
        `is not ${RELAY_STATE} exactly; whether it leads there anyway is unproven`,
      ],
    ),
  ])("cannot be verified when it is %j", async (relayState, message) => {
    const { verdict, messages } = await given(relayState);
    expect([verdict, messages]).toEqual(["unverified", [message]]);
  });

  it("has the query inside the destination as AWS documents it, unencoded", async () => {
    const vdi = await configured({
      applications: {
        agent: {
          samlMetadataFile: "metadata/agent.xml",
          destination: "/agent-app-v2?VDIPlatform=CITRIX_413",
        },
        admin: { samlMetadataFile: "metadata/admin.xml" },
      },
    });
    const verdict = async (destination: string) =>
      (await vdi.agentSigns({}, `${FEDERATE}?destination=${destination}`)).verdict;
    expect(await verdict("%2Fagent-app-v2?VDIPlatform=CITRIX_413")).toBe("passed");
    expect(await verdict("%2Fagent-app-v2%3FVDIPlatform%3DCITRIX_413")).toBe("unverified");
  });

  it("is refused when it is that of another instance", async () => {
    const two = await configured(
      {},
      {
        "second.yaml": {
          instanceArn:
            "arn:aws:connect:us-east-1:123456789012:instance/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e",
          namePrefix: "B",
          applications: { agent: {} },
        },
      },
    );
    const relayState =
      "https://us-east-1.console.aws.amazon.com/connect/federate/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e";
    expect(stepOf(await two.agentSigns({}, relayState), "relay-state").problems[0]).toMatchObject({
      message: "is that of agent of config/second.yaml, where this role cannot sign anybody in",
      answer: { text: "Access denied, Please contact your AWS account administrator" },
    });
  });
});

describe("the Connect user", () => {
  it("is one that the config lists for this application", async () => {
    const rehearsal = await (await configured({ users: USERS })).agentSigns();
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "user").remarks).toEqual([]);
  });

  it("is not known where the config lists none", async () => {
    const rehearsal = await workshop.agentSigns();
    expect(rehearsal).toMatchObject({ verdict: "passed", decidedBy: [], passed: true });
    expect(stepOf(rehearsal, "user")).toMatchObject({
      status: "unverified",
      problems: [
        {
          message:
            "config/workshop.yaml lists no users, so whether Connect has one of the same name is not known here",
          decisive: false,
        },
      ],
    });
  });

  it("cannot be verified when the config does not list it, with who is nearest", async () => {
    const listed = await configured({ users: USERS });
    const said = async (name: string) => {
      const rehearsal = await listed.agentSigns({ sessionNames: [name] });
      expect(rehearsal).toMatchObject({ verdict: "unverified", decidedBy: ["user"] });
      return stepOf(rehearsal, "user").problems[0]?.message;
    };
    expect(await said("agent2@example.com")).toBe(
      'is not a user of config/workshop.yaml; "agent1@example.com" is; Connect may have it all the same',
    );
    expect(await said("somebody@else.example")).toBe(
      "is not a user of config/workshop.yaml; Connect may have it all the same",
    );
  });

  it("of another application cannot be verified: it depends on the tile that was chosen first", async () => {
    const listed = await configured({ users: USERS });
    const rehearsal = await listed.agentSigns({ sessionNames: ["admin1@example.com"] });
    expect(rehearsal).toMatchObject({ verdict: "unverified", decidedBy: ["user"] });
    expect(stepOf(rehearsal, "user").problems).toEqual([
      {
        kind: "unverified",
        message:
          "is a user of admin, not of agent; Connect ties a user to the role of the first sign-in and refuses another",
        needs:
          "the role through which the user signed in first: in CloudTrail, or by asking the user which tile was chosen",
        fix: "have the user choose the tile of admin, or move the user in the config before the first sign-in",
      },
    ]);
  });

  it("fails with a character that no Connect user name has", async () => {
    expect(await problemsOf("user", { sessionNames: ["agent+1@example.com"] })).toEqual([
      [
        "has a character other than letters, digits and _.@-, which a Connect user name cannot have",
        "Your account has been authenticated, but has not been onboarded to this application",
      ],
    ]);
  });

  describe("is not an e-mail address", () => {
    const agent = { ...USERS[0], userName: "E1234567" };

    it("and passes with a remark where the config lists no users", async () => {
      const rehearsal = await workshop.agentSigns({ sessionNames: ["E1234567"] });
      expect(rehearsal.passed).toBe(true);
      expect(stepOf(rehearsal, "user").remarks).toEqual([
        "This is not an e-mail address, but by config/workshop.yaml the application sends the e-mail address. If it sends the user name on purpose, set roleSessionName: userName.",
      ]);
    });

    it("and passes where the config says that the user name is sent", async () => {
      const listed = await configured({ users: [agent], roleSessionName: "userName" });
      const rehearsal = await listed.agentSigns({ sessionNames: ["E1234567"] });
      expect(rehearsal.landing).toMatchObject({ user: "E1234567", userConfigured: true });
      expect(stepOf(rehearsal, "user").remarks).toEqual([]);
    });

    it("and fails where the config says that the address is sent, with both ways out", async () => {
      const listed = await configured({ users: [agent] });
      const { problems } = stepOf(await listed.agentSigns({ sessionNames: ["E1234567"] }), "user");
      expect(problems).toMatchObject([
        {
          message:
            'is the user name of the user "agent1@example.com", but by the config the application sends the e-mail address',
          fix: 'map https://aws.amazon.com/SAML/Attributes/RoleSessionName of "Amazon Connect - Agent" to ${user:email}, or set roleSessionName: userName in config/workshop.yaml and deploy',
        },
      ]);
    });
  });

  it("that is an e-mail address fails where the config says that the user name is sent", async () => {
    const listed = await configured({
      users: [{ ...USERS[0], userName: "E1234567" }],
      roleSessionName: "userName",
    });
    const { problems } = stepOf(
      await listed.agentSigns({ sessionNames: ["agent1@example.com"] }),
      "user",
    );
    expect(problems).toMatchObject([
      {
        message:
          'is the e-mail address of the user "E1234567", but by the config the application sends the user name',
        fix: 'map https://aws.amazon.com/SAML/Attributes/RoleSessionName of "Amazon Connect - Agent" to ${user:subject}, or set roleSessionName: email in config/workshop.yaml and deploy',
      },
    ]);
  });

  it("of another application is let in where both share a role", async () => {
    const shared = await configured({ roles: "shared", users: USERS });
    const rehearsal = await shared.agentSigns({
      roles: [`arn:aws:iam::123456789012:role/AmazonConnectAccessRole,${PROVIDER}`],
      sessionNames: ["admin1@example.com"],
    });
    expect(rehearsal.passed).toBe(true);
    expect(stepOf(rehearsal, "user").remarks).toEqual([
      "The config has this user for admin, not for agent; the role is the same, so this makes no difference to Connect.",
    ]);
  });
});

it("every step is checked, whatever the others say", async () => {
  const rehearsal = await workshop.captured(
    workshop.agent.respond({
      recipient: "https://x.example",
      audiences: ["x"],
      roles: ["x"],
      sessionNames: ["agent+1@example.com"],
      sessionEnds: "2020-01-01T00:00:00Z",
      attributes: { [`${ATTRIBUTES}/SourceIdentity`]: ["x1"] },
    }),
    { at: new Date(AT.getTime() + 86_400_000), relayState: "x" },
  );
  expect(rehearsal.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
    "response passed",
    "signature passed",
    "issuer passed",
    "recipient unverified",
    "audience refused",
    "validity refused",
    "role refused",
    "session-name passed",
    "session-tags refused",
    "session-duration refused",
    "relay-state unverified",
    "permission unverified",
    "user refused",
  ]);
});
