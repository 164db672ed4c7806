import { judgeMetadata } from "../../../modules/aws/saml";
import { type ResponseOptions } from "../../support/identity-provider";
import { answerOf, AT, refusals, stepOf, Workshop } from "./support";

const AGENT =
  "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";
const USERS = {
  users: [
    { email: "agent1@example.com", applications: ["agent"] },
    { email: "admin1@example.com", applications: ["admin"] },
  ].map((user) => ({ ...user, givenName: "A", familyName: "B", securityProfiles: ["Agent"] })),
};

let workshop: Workshop;
let withUsers: Workshop;

beforeAll(async () => {
  workshop = await Workshop.make();
  withUsers = await Workshop.make(USERS, {}, workshop);
});

/** What the first step that decides says: of a response to the agents, and how to fix it. */
async function first(options: ResponseOptions, relayState?: string) {
  const { steps, verdict, decidedBy } = await withUsers.agentSigns(options, relayState);
  expect(verdict).toBe("refused");
  const step = steps.find(({ id }) => id === decidedBy[0]);
  const problem = step?.problems[0];
  return {
    step: step?.id,
    message: problem?.message,
    answer: answerOf(problem),
    fix: problem?.fix,
  };
}

describe("users would see", () => {
  it("that they have not been onboarded, when the letter case differs", async () => {
    expect(await first({ sessionNames: ["Agent1@example.com"] })).toEqual({
      step: "user",
      message:
        'differs from the Connect user "agent1@example.com" only in upper and lower case, which Connect distinguishes',
      answer: "Your account has been authenticated, but has not been onboarded to this application",
      fix: "write the e-mail address the same in Identity Center and in the config",
    });
  });

  it("that access is denied, when the relay state leads to another instance", async () => {
    const elsewhere = RELAY_STATE.replace("9690dd9b", "00000000");
    expect(await first({}, elsewhere)).toEqual({
      step: "relay-state",
      message:
        'names the instance "00000000-3de7-4097-b4d9-67829f7c8fca", not 9690dd9b-3de7-4097-b4d9-67829f7c8fca, and this role cannot sign anybody in there',
      answer: "Access denied, Please contact your AWS account administrator",
      fix: `set the relay state of "Amazon Connect - Agent" to ${RELAY_STATE}`,
    });
  });

  it("that it came too late, 12 hours on, when no Connect session has begun", async () => {
    const response = workshop.agent.respond();
    const rehearsal = await workshop.captured(response, { at: new Date("2026-12-02T00:00:00Z") });
    expect(stepOf(rehearsal, "validity").problems).toEqual([
      {
        kind: "refused",
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
        message: "is no longer valid at 2026-12-02T00:00:00Z (NotOnOrAfter of Conditions)",
        answer: {
          kind: "words",
          text: "Token must be redeemed within 5 minutes of issuance",
          source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
        },
        fix: "start from the AWS access portal; to rehearse the moment of sign-in, give --at 2026-12-01T12:00:00Z",
      },
    ]);
  });

  it("that it came too late, after five minutes", async () => {
    const response = workshop.agent.respond({ notOnOrAfter: "2026-12-01T13:00:00Z" });
    const rehearsal = await workshop.captured(response, { at: new Date("2026-12-01T12:05:00Z") });
    expect(stepOf(rehearsal, "validity").problems).toEqual([
      {
        kind: "refused",
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
        message: "is no longer valid at 2026-12-01T12:05:00Z (5 minutes after IssueInstant)",
        answer: {
          kind: "words",
          text: "Token must be redeemed within 5 minutes of issuance",
          source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html",
        },
        fix: "start from the AWS access portal; to rehearse the moment of sign-in, give --at 2026-12-01T12:00:00Z",
      },
    ]);
  });

  it.each([
    ["the Role attribute is missing", [], "is missing"],
    [
      "its value has a space",
      [AGENT.replace(",", ", ")],
      "has a space or line break, which breaks sign-in",
    ],
  ])("that the SAML response is invalid, when %s", async (_, roles, message) => {
    expect(await first({ roles })).toEqual({
      step: "role",
      message,
      answer: "Your request included an invalid SAML response",
      fix: `copy ${AGENT} into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of "Amazon Connect - Agent"`,
    });
  });

  it("that RoleSessionName is required", async () => {
    expect(await first({ sessionNames: [] })).toEqual({
      step: "session-name",
      message: "is missing",
      answer: "RoleSessionName is required in AuthnResponse",
      fix: 'map https://aws.amazon.com/SAML/Attributes/RoleSessionName of "Amazon Connect - Agent" to ${user:email}',
    });
  });

  it.each([
    [`${"a".repeat(53)}@example.com`, "is 65 characters long"],
    ["\u00e4gent@example.com", 'has "\u00e4"'],
    ["a", "is 1 character long"],
  ])("what RoleSessionName must match: %s", async (name, what) => {
    expect(await first({ sessionNames: [name] })).toEqual({
      step: "session-name",
      message: `${what}; AWS takes 2 to 64 letters, digits and _+=,.@-`,
      answer: "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
      fix: 'map https://aws.amazon.com/SAML/Attributes/RoleSessionName of "Amazon Connect - Agent" to ${user:email}; if it already is, change the e-mail address of the user in Identity Center',
    });
  });

  it("that they may not assume the role, when its name has different upper and lower case", async () => {
    const roles = [AGENT.replace("AgentAccessRole", "agentAccessRole")];
    expect(await first({ roles })).toMatchObject({
      step: "role",
      message:
        'names the role "arn:aws:iam::123456789012:role/AmazonConnectagentAccessRole", which differs from arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole only in upper and lower case',
      answer: "Not authorized to perform sts:AssumeRoleWithSAML",
    });
  });

  it("that they may not assume the role, when it trusts another provider", async () => {
    const roles = [AGENT.replace("AgentAccessRole", "AdminAccessRole")];
    expect(await first({ roles })).toMatchObject({
      step: "role",
      message:
        'names the role "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole", not arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole',
      answer: "Not authorized to perform sts:AssumeRoleWithSAML",
    });
  });

  it("that they may not assume the role, when the ACS URL is another region's", async () => {
    expect(await first({ recipient: "https://eu-west-2.signin.aws.amazon.com/saml" })).toEqual({
      step: "recipient",
      message:
        "is a regional sign-in endpoint of AWS, but the role's trust policy lists https://signin.aws.amazon.com/saml as SAML:aud",
      answer: "Not authorized to perform sts:AssumeRoleWithSAML",
      fix: 'set the Application ACS URL of "Amazon Connect - Agent" to https://signin.aws.amazon.com/saml',
    });
  });

  it("that the signature is invalid, when the certificate was rotated", async () => {
    const rotated = await Workshop.make();
    expect(rotated.agent.issuer).toBe(workshop.agent.issuer);
    const { steps } = await workshop.captured(rotated.agent.respond());
    expect(steps.slice(1, 3)).toMatchObject([
      {
        id: "signature",
        status: "refused",
        problems: [
          {
            message:
              "is signed with a certificate that the metadata of agent of config/workshop.yaml does not have (valid from 2026-01-01T00:00:00Z to 2076-01-01T00:00:00Z): it was rotated after the metadata was downloaded, or somebody else made this response",
            answer: { kind: "words", text: "Response signature invalid" },
            fix: 'download the current metadata file of "Amazon Connect - Agent", save it in place of the old one, synthesize, and deploy',
          },
        ],
      },
      { id: "issuer", status: "unverified", asCaptured: "passed" },
    ]);
  });

  it("that the issuer is not present, when the metadata is another application's", async () => {
    const other = await Workshop.make();
    const response = other.agent.respond({
      issuer: "https://portal.sso.us-east-1.amazonaws.com/x",
    });
    expect(refusals(await workshop.captured(response))).toEqual({
      issuer: ["Issuer not present in specified provider"],
    });
  });

  it("that the issuer is not present, when the mapping is another application's", async () => {
    const roles = [AGENT.replaceAll("Agent", "Admin")];
    expect(await first({ roles })).toMatchObject({
      step: "role",
      message:
        "is the value of admin of config/workshop.yaml, whose SAML provider has a different issuer",
      answer: "Issuer not present in specified provider",
    });
  });

  it("that the provider does not exist", async () => {
    const roles = [`${AGENT}X`];
    expect(await first({ roles })).toMatchObject({
      step: "role",
      message:
        'names the SAML provider "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccessX", not arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess',
      answer: "Specified provider doesn't exist",
    });
  });

  it("that the audience is missing", async () => {
    expect(await first({ audiences: ["urn:amazon:webservices:govcloud"] })).toEqual({
      step: "audience",
      message: "is not urn:amazon:webservices",
      answer: "Response does not contain the required audience",
      fix: 'set the Application SAML audience of "Amazon Connect - Agent" to urn:amazon:webservices',
    });
  });

  it("a 404, when the relay state has the ARN in place of the ID", async () => {
    const relayState =
      "https://us-east-1.console.aws.amazon.com/connect/federate/arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
    expect(await first({}, relayState)).toEqual({
      step: "relay-state",
      message:
        "has an ARN where only the instance ID belongs, 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      answer: "a 404 page after the tile is chosen",
      fix: `set the relay state of "Amazon Connect - Agent" to ${RELAY_STATE}`,
    });
  });

  it("nothing of metadata that cannot be parsed, which no rehearsal gets to", () => {
    const bytes = Buffer.from(`\ufeff${workshop.agent.metadata}`);
    expect(judgeMetadata(bytes, { now: AT }).errors).toEqual([
      "starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM",
    ]);
  });
});
