import {
  ConnectClient,
  CreateUserCommand,
  paginateListRoutingProfiles,
  paginateListSecurityProfiles,
} from "@aws-sdk/client-connect";

import { cliHere } from "../support/cli-here";
import { IdentityProvider, type ResponseOptions } from "../support/identity-provider";
import { Project } from "../support/project";
import { Moto } from "./support/moto";
import { FEDERATION_TOKEN, ServiceError, StandIn } from "./support/stand-in";
import { describeWithTools } from "./support/tools";

const INSTANCE = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const INSTANCE_ARN = `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}`;
const RELAY_STATE = `https://us-east-1.console.aws.amazon.com/connect/federate/${INSTANCE}`;
const CONFIG = `instanceArn: ${INSTANCE_ARN}
applications:
  agent: { samlMetadataFile: metadata/agent.xml }
`;

/** The credentials of whoever traces; to rehearse live takes none. */
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };

/** Some minutes from now, as a response has it. */
function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

describeWithTools("a sign-in that is rehearsed live, and then traced", () => {
  const project = new Project();
  let moto: Moto;
  let standIn: StandIn;
  let provider: IdentityProvider;

  beforeAll(async () => {
    provider = await IdentityProvider.make({ application: "agent", bits: 1024 });
    project
      .write("config/workshop.yaml", CONFIG)
      .write("config/metadata/agent.xml", provider.metadata);
    moto = await Moto.start();
  });
  beforeEach(async () => {
    standIn = await StandIn.start(moto, {
      connect: {
        instanceArn: INSTANCE_ARN,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent"],
      },
    });
    await addUser("agent1@example.com");
  });
  afterEach(() => standIn.stop());
  afterAll(async () => {
    project.remove();
    await moto.stop();
  });

  async function addUser(Username: string): Promise<void> {
    const client = new ConnectClient({
      endpoint: standIn.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const InstanceId = INSTANCE;
    let RoutingProfileId = "";
    for await (const page of paginateListRoutingProfiles({ client }, { InstanceId })) {
      RoutingProfileId = page.RoutingProfileSummaryList?.[0]?.Id ?? "";
    }
    const SecurityProfileIds: string[] = [];
    for await (const page of paginateListSecurityProfiles({ client }, { InstanceId })) {
      SecurityProfileIds.push(page.SecurityProfileSummaryList?.[0]?.Id ?? "");
    }
    await client.send(
      new CreateUserCommand({
        InstanceId,
        Username,
        IdentityInfo: { FirstName: "Ana", LastName: "Silva" },
        PhoneConfig: { PhoneType: "SOFT_PHONE" },
        RoutingProfileId,
        SecurityProfileIds,
      }),
    );
  }

  async function rehearse(options: ResponseOptions = {}) {
    const xml = provider.respond({
      issued: inMinutes(0),
      notBefore: inMinutes(-5),
      notOnOrAfter: inMinutes(5),
      sessionEnds: inMinutes(720),
      ...options,
    });
    const response = encodeURIComponent(Buffer.from(xml).toString("base64"));
    project.write(
      "response.txt",
      `SAMLResponse=${response}&RelayState=${encodeURIComponent(RELAY_STATE)}`,
    );
    const args = ["rehearse", "response.txt", "--live"];
    const outcome = await cliHere(project, args, {
      ...standIn.environment("us-east-1"),
      ...NO_CREDENTIALS,
    });
    expect(outcome.stdout + outcome.stderr).not.toContain(FEDERATION_TOKEN);
    return outcome;
  }

  async function trace(user = "agent1@example.com") {
    const args = ["trace", "--user", user];
    const outcome = await cliHere(project, args, standIn.environment("us-east-1"));
    expect(outcome.stderr).toBe("");
    // CloudTrail records the token of the session, as AWS does.
    expect(outcome.stdout).not.toMatch(/sessionToken|ASIA/);
    return outcome;
  }

  it("signs the user in, and CloudTrail has both calls", async () => {
    expect((await rehearse()).code).toBe(0);
    expect(standIn.calls.slice(-2)).toEqual([
      "  AssumeRoleWithSAML",
      `us-east-1 connect GET /user/federate/${INSTANCE}`,
    ]);
    const { code, stdout } = await trace();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n {2}accepted +\S+ AssumeRoleWithSAML of role AmazonConnectAgentAccessRole in us-east-1/,
    );
    expect(stdout).toMatch(/\n {2}accepted +\S+ GetFederationToken of instance 9690dd9b/);
    expect(stdout).toMatch(/\nAmazon Connect let the person in at /);
  });

  it("finds that Amazon Connect has no such user, by upper and lower case", async () => {
    const rehearsed = await rehearse({ sessionNames: ["Agent1@example.com"] });
    expect(rehearsed.code).toBe(1);
    const sight =
      "Your account has been authenticated, but has not been onboarded to this application";
    expect(rehearsed.stdout).toContain(sight);
    const traced = await trace("Agent1@example.com");
    expect(traced.code).toBe(1);
    expect(traced.stdout).toContain(`UserNotFoundException "User not found"`);
    expect(traced.stdout).toContain(`Users see: ${sight}`);
  });

  it("finds that the user has signed in through another role", async () => {
    await rehearse();
    const [role, samlProvider] = ["AdminRole", "AmazonConnectAgentAccess"];
    const { code, stdout } = await rehearse({
      roles: [
        `arn:aws:iam::123456789012:role/${role},arn:aws:iam::123456789012:saml-provider/${samlProvider}`,
      ],
    });
    expect(code).toBe(1);
    expect(stdout).toContain("DuplicateResourceException");
    const traced = await trace();
    expect(traced.code).toBe(1);
    expect(traced.stdout).toContain("or delete the user in Amazon Connect and create it again");
  });

  it.each<["AssumeRoleWithSAML" | "GetFederationToken", string, string, number, string]>([
    [
      "AssumeRoleWithSAML",
      "AccessDenied",
      "Not authorized to perform sts:AssumeRoleWithSAML",
      1,
      "refused",
    ],
    ["AssumeRoleWithSAML", "InvalidIdentityToken", "Response signature invalid", 1, "refused"],
    [
      "AssumeRoleWithSAML",
      "ExpiredTokenException",
      "Token must be redeemed within 5 minutes of issuance",
      1,
      "refused",
    ],
    ["AssumeRoleWithSAML", "IDPRejectedClaim", "The claim is invalid", 1, "refused"],
    ["AssumeRoleWithSAML", "PackedPolicyTooLarge", "By 40 percent", 1, "refused"],
    ["AssumeRoleWithSAML", "RegionDisabledException", "Not activated", 1, "refused"],
    ["GetFederationToken", "AccessDeniedException", "Not authorized", 1, "refused"],
    ["GetFederationToken", "InvalidRequestException", "The request is not valid", 1, "refused"],
    ["GetFederationToken", "InvalidParameterException", "A parameter is not valid", 3, "failed"],
    ["GetFederationToken", "ThrottlingException", "Rate exceeded", 3, "failed"],
    ["GetFederationToken", "InternalServiceException", "An error on our side", 3, "failed"],
    ["GetFederationToken", "NobodyKnowsThisException", "Something new", 3, "failed"],
  ])(
    "has the same answer live and in the trace: %s %s",
    async (call, code, message, exit, result) => {
      standIn.refusals.set(call, new ServiceError(code, message));
      const rehearsed = await rehearse();
      const traced = await trace();
      expect({ rehearsed: rehearsed.code, traced: traced.code }).toEqual({
        rehearsed: exit,
        traced: exit,
      });
      expect(rehearsed.stdout).toContain(JSON.stringify(message));
      expect(traced.stdout).toMatch(new RegExp(`\\n {2}${result} +\\S+ ${call} `));
      expect(traced.stdout).toContain(`${code} ${JSON.stringify(message)}`);
    },
  );

  it("says which permission the trace needs", async () => {
    standIn.denied = "cloudtrail LookupEvents";
    const { code, stdout } = await trace();
    expect(code).toBe(3);
    expect(stdout).toContain("it needs the permission cloudtrail:LookupEvents");
  });
});
