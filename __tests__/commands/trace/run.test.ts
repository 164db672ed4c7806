import { FakeAws } from "../../support/fake-aws";
import { cliHere } from "../../support/cli-here";
import { Project } from "../../support/project";
import { assumed, eventHistory, federated, RECORDED_TOKEN } from "../../support/sign-in-events";

const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent: {}
  admin: {}
users:
  - { email: ana@example.com, userName: ana, applications: [agent], givenName: Ana, familyName: Silva, securityProfiles: [Agent] }
`;

/** Some minutes ago. */
function ago(minutes: number): Date {
  return new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutes * 60_000);
}

function written(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

describe("connect-sso trace", () => {
  const aws = new FakeAws();
  const project = new Project();
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    environment = await aws.start();
  });
  beforeEach(() => {
    project.write("config/workshop.yaml", CONFIG);
    aws.calls.length = 0;
    aws.regions.length = 0;
    aws.fault = undefined;
  });
  afterAll(async () => {
    project.remove();
    await aws.stop();
  });

  function recorded(...entries: object[]): void {
    aws.answers = {
      "sts GetCallerIdentity": "<Account>123456789012</Account>",
      "cloudtrail LookupEvents": eventHistory(entries),
    };
  }

  const trace = (...args: string[]) =>
    cliHere(project, ["trace", "--user", "agent1@example.com", ...args], environment);

  async function traced(...entries: object[]) {
    recorded(...entries);
    const { code, stdout, stderr } = await trace();
    expect(stderr).toBe("");
    return { code, lines: stdout.split("\n") };
  }

  it("says that Amazon Connect let the person in", async () => {
    const at = ago(10);
    const { code, lines } = await traced(assumed({ time: at }), federated({ time: at }));
    expect(code).toBe(0);
    expect(lines.slice(1, 5)).toEqual([
      `  accepted  ${written(at)} AssumeRoleWithSAML of role AmazonConnectAgentAccessRole in us-east-1, agent of config/workshop.yaml`,
      `  accepted  ${written(at)} GetFederationToken of instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca in us-east-1, agent of config/workshop.yaml`,
      "",
      `Amazon Connect let the person in at ${written(at)}, and nothing is recorded since.`,
    ]);
  });

  it("says what the user sees, why, and how to fix it, where Amazon Connect has no such user", async () => {
    const at = ago(10);
    const { code, lines } = await traced(
      assumed({ time: at }),
      federated({ time: at, error: ["UserNotFoundException", "User not found"] }),
    );
    expect(code).toBe(1);
    expect(lines.slice(2, 9)).toEqual([
      `  refused   ${written(at)} GetFederationToken of instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca in us-east-1, agent of config/workshop.yaml, UserNotFoundException "User not found"`,
      "            Step: Connect user",
      "            Users see: Your account has been authenticated, but has not been onboarded to this application",
      "            Usual cause: there is no Amazon Connect user with exactly that name, or the user is tied to another role",
      "            To fix it: create or rename the user: the name is the e-mail address in Identity Center, with the same upper and lower case; where that is right, delete the user and create it again: Amazon Connect ties a user to the role of the first sign-in",
      "",
      `Amazon Connect refused the last sign-in, at ${written(at)}.`,
    ]);
  });

  it.each([
    [
      ["AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"],
      "Not authorized to perform sts:AssumeRoleWithSAML",
    ],
    [["InvalidIdentityToken", "Response signature invalid"], "Response signature invalid"],
    [
      ["InvalidIdentityTokenException", "Issuer not present in specified provider (Service: ...)"],
      "Issuer not present in specified provider",
    ],
    [
      ["ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance"],
      "Token must be redeemed within 5 minutes of issuance",
    ],
  ] as const)("explains that AWS refused the role: %j", async (error, words) => {
    const { code, lines } = await traced(assumed({ time: ago(10), error }));
    expect(code).toBe(1);
    expect(lines).toContain(`            Users see: ${words}`);
    expect(lines.join()).toContain("AWS refused the last sign-in, at ");
  });

  it.each([
    [
      "DuplicateResourceException",
      "What users see: an error that says that the user is a duplicate, or already associated",
    ],
    ["InvalidRequestException", "Users see: The request was not valid and could not be processed"],
    [
      "AccessDeniedException",
      "Users see: Access denied, Please contact your AWS account administrator",
    ],
    [
      "ResourceNotFoundException",
      "Usual cause: Amazon Connect has no instance with this ID in this region",
    ],
  ])("explains that Amazon Connect answered %s", async (name, line) => {
    const { code, lines } = await traced(federated({ time: ago(10), error: [name, "no"] }));
    expect(code).toBe(1);
    expect(lines).toContain(`            ${line}`);
  });

  it.each(["ThrottlingException", "InternalServiceException", "SomethingNew"])(
    "concludes nothing from %s",
    async (name) => {
      const { code, lines } = await traced(federated({ time: ago(10), error: [name, "later"] }));
      expect(code).toBe(3);
      expect(lines[1]).toMatch(new RegExp(`^  failed .*${name} "later"$`));
      expect(lines.join()).toContain("ended with an error that says nothing about it");
    },
  );

  it("goes by the last sign-in", async () => {
    const { code } = await traced(
      federated({ time: ago(30), error: ["UserNotFoundException"] }),
      federated({ time: ago(5) }),
    );
    expect(code).toBe(0);
  });

  it("does not take a role for a sign-in to Amazon Connect", async () => {
    const at = ago(3);
    const { code, lines } = await traced(assumed({ time: at }));
    expect(code).toBe(3);
    expect(lines).toContain(
      `AWS let the person take the role at ${written(at)}, but no GetFederationToken is recorded since: either it is not recorded yet, or the browser did not get to Amazon Connect, as with a malformed relay state.`,
    );
  });

  it("finds nothing of others, and says what CloudTrail cannot show", async () => {
    const { code, lines } = await traced(
      federated({ time: ago(10), session: "somebody@example.org" }),
    );
    expect(code).toBe(3);
    expect(lines.slice(1)).toEqual([
      "",
      "Nothing is recorded of this person in this period.",
      "Recorded late: CloudTrail has an event about five minutes after it, which AWS does not guarantee. What happened in the last quarter of an hour may be missing: trace again later.",
      "Not recorded: what ends before AWS is called, such as a portal without the tile, a user without an e-mail address, and a response that the browser did not post; and what AWS refuses without knowing the account.",
      "",
    ]);
  });

  it("tells a name with other upper and lower case apart", async () => {
    const { code, lines } = await traced(
      federated({ time: ago(10), session: "Agent1@example.com" }),
    );
    expect(code).toBe(3);
    expect(lines[1]).toMatch(/, as Agent1@example.com, which differs in upper and lower case$/);
    expect(lines).toContain(
      "Nothing is recorded of exactly this name. Amazon Connect distinguishes upper and lower case; to trace the other name, run this with --user 'Agent1@example.com'.",
    );
  });

  it("shows refusals without a name as those of perhaps another person", async () => {
    const error = ["InvalidIdentityToken", "Response signature invalid"] as const;
    const { code, lines } = await traced(assumed({ time: ago(10), session: null, error }));
    expect(code).toBe(3);
    expect(lines[1]).toMatch(/, without a name, so this may be another person, Inv/);
    expect(lines).toContain("            Users see: Response signature invalid");
  });

  it("finds a listed person by each name", async () => {
    recorded(federated({ time: ago(10), session: "ana@example.com" }));
    const { code, stdout } = await cliHere(project, ["trace", "--user", "ana"], environment);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ana: also ana@example\.com; from /);
  });

  it("follows the person from the subject of the response to the role session name", async () => {
    const at = ago(10);
    const { code, lines } = await traced(
      assumed({ time: at, session: "Agent1@example.com", subject: "agent1@example.com" }),
      federated({ time: at, session: "Agent1@example.com", error: ["UserNotFoundException"] }),
    );
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^agent1@example\.com: also Agent1@example\.com; from /);
    expect(lines[2]).toMatch(/^ {2}refused /);
    expect(lines).toContain(`Amazon Connect refused the last sign-in, at ${written(at)}.`);
  });

  it("counts what the person did elsewhere, and does not conclude from it", async () => {
    const role =
      "arn:aws:iam::123456789012:role/aws-reserved/AWSReservedSSO_Admin_0123456789abcdef";
    const provider =
      "arn:aws:iam::123456789012:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE";
    const { code, lines } = await traced(assumed({ time: ago(1), role, provider }));
    expect(code).toBe(3);
    expect(lines[1]).toBe(
      "  elsewhere 1 successful call for roles or instances that no config has",
    );
  });

  it("shows a refusal for a role that no config has, which may be a wrong mapping", async () => {
    const role = "arn:aws:iam::123456789012:role/AmazonConnectAgentAcessRole";
    const error = ["AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"] as const;
    const { code, lines } = await traced(assumed({ time: ago(1), role, error }));
    expect(code).toBe(1);
    expect(lines[1]).toContain(
      "of role AmazonConnectAgentAcessRole in us-east-1, agent of config/",
    );
  });

  it("reads the regions of both endpoints, and Amazon Connect in its own", async () => {
    project.write("config/workshop.yaml", CONFIG.replace("us-east-1", "eu-west-2"));
    recorded();
    await trace();
    const calls = aws.calls.map((call, index) => `${String(aws.regions[index])} ${call}`).sort();
    expect(calls).toEqual([
      "eu-west-2 cloudtrail LookupEvents",
      "eu-west-2 cloudtrail LookupEvents",
      "eu-west-2 sts GetCallerIdentity",
      "us-east-1 cloudtrail LookupEvents",
    ]);
  });

  it("counts an event once that two regions have", async () => {
    project.write("config/workshop.yaml", CONFIG.replace("us-east-1", "eu-west-2"));
    recorded(assumed({ time: ago(10) }));
    const { stdout } = await trace("--json");
    expect((JSON.parse(stdout) as { events: unknown[] }).events).toHaveLength(1);
  });

  it("names the permission that is missing", async () => {
    aws.answers = { "sts GetCallerIdentity": "<Account>123456789012</Account>" };
    const { code, stdout } = await trace();
    expect(code).toBe(3);
    expect(stdout).toContain(
      "  unread    AssumeRoleWithSAML in us-east-1: it needs the permission cloudtrail:LookupEvents\n",
    );
    expect(stdout).toContain("Nothing of this person is in what could be read.\n");
    expect(aws.calls.filter((call) => call.startsWith("cloudtrail"))).toHaveLength(1);
  });

  it.each<[ending: string, error: [string] | undefined]>([
    [
      "AWS let the person take the role at TIME; what came after it may be in what was not read.\n",
      undefined,
    ],
    ["AWS refused the last sign-in that was read, at TIME.\n", ["AccessDenied"]],
  ])("does not say what AWS has recorded where a call failed: %s", async (ending, error) => {
    const at = ago(10);
    recorded(assumed({ time: at, ...(error && { error }) }));
    aws.fault = {
      at: (call, number) => call === "cloudtrail LookupEvents" && number > 2,
      how: (response) => response.writeHead(200).end("<html>Sign in to the network</html>"),
    };
    const { stdout } = await trace();
    expect(stdout).toContain(
      "  unread    GetFederationToken in us-east-1: cloudtrail:LookupEvents: the answer is a web page",
    );
    expect(stdout).toContain(ending.replace("TIME", written(at)));
  });

  it("says that the credentials are for another account", async () => {
    aws.answers = { "sts GetCallerIdentity": "<Account>210987654321</Account>" };
    const { code, stdout } = await trace();
    expect(code).toBe(3);
    expect(stdout).toContain(
      "  unread    instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca is in account 123456789012, but the credentials are for account 210987654321; name a profile of that account with --profile\n",
    );
  });

  it("takes a broken connection for no verdict", async () => {
    recorded(federated({ time: ago(5) }));
    aws.fault = {
      at: (call) => call.startsWith("cloudtrail"),
      how: (_, socket) => socket.destroy(),
    };
    const { code, stdout } = await trace();
    expect(code).toBe(3);
    expect(stdout).toContain("cloudtrail:LookupEvents: AWS cannot be reached");
  });

  it("does not read further back than is asked", async () => {
    recorded(federated({ time: ago(50), error: ["UserNotFoundException"] }));
    expect((await trace("--since", "30m")).code).toBe(3);
    expect((await trace("--since", "2h")).code).toBe(1);
  });

  it("writes the same as JSON", async () => {
    const at = ago(10);
    recorded(federated({ time: at, error: ["UserNotFoundException", "User not found"] }));
    const { code, stdout } = await trace("--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      user: "agent1@example.com",
      names: ["agent1@example.com"],
      events: [
        {
          time: at.toISOString(),
          region: "us-east-1",
          call: "GetFederationToken",
          result: "refused",
          owner: "own",
          name: "agent1@example.com",
          application: "agent of config/workshop.yaml",
          error: { code: "UserNotFoundException", message: "User not found" },
          step: "user",
        },
      ],
      elsewhere: 0,
      unread: [],
      outcome: { is: "refused" },
    });
  });

  it("shows no credentials, though CloudTrail records a token", async () => {
    recorded(assumed({ time: ago(10) }));
    for (const args of [[], ["--json"]]) {
      const { stdout, stderr } = await trace(...args);
      expect(stdout).toContain("AssumeRoleWithSAML");
      expect(stdout + stderr).not.toContain(RECORDED_TOKEN);
      expect(stdout + stderr).not.toContain("ASIAIOSFODNN7EXAMPLE");
    }
  });

  it("shows invisible characters of a record as their codes", async () => {
    const error = ["UserNotFoundException", "no \u001b[31muser\u202e\nSigned in"] as const;
    const { lines } = await traced(federated({ time: ago(10), error }));
    expect(lines[1]).toMatch(/UserNotFoundException "no \\u001b\[31muser\\u\{202e\}\\nSigned in"$/);
  });

  it("skips records that are not as AWS documents them", async () => {
    const bad = (CloudTrailEvent: unknown) => ({
      EventName: "GetFederationToken",
      EventTime: ago(1).getTime() / 1_000,
      CloudTrailEvent,
    });
    const sts = { eventSource: "sts.amazonaws.com", eventName: "GetFederationToken" };
    const { code, lines } = await traced(
      bad("{"),
      bad("null"),
      bad(undefined),
      bad(JSON.stringify({ ...sts, eventTime: ago(1) })),
      bad(JSON.stringify({ eventSource: "connect.amazonaws.com", userIdentity: "x" })),
      federated({ time: ago(10) }),
    );
    expect(code).toBe(0);
    expect(lines.slice(1, 3)).toEqual([expect.stringMatching(/^ {2}accepted /), ""]);
  });

  it("reports errors of the config, and reads nothing", async () => {
    project.write("config/workshop.yaml", "instanceArn: 1\napplications: { agent: {} }\n");
    const { code, stdout } = await trace();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error: config\/workshop\.yaml:1/);
    expect(aws.calls).toEqual([]);
  });

  it.each([
    [[], "trace needs the person's name; write --user NAME, as Amazon Connect has it"],
    [
      ["--user", "a", "b"],
      '"b" is not expected here; write --user NAME, and --config PATH for a config',
    ],
    [
      ["--user", "a", "--since", "1w"],
      '--since "1w" is not a period; write it as in 30m, 1h or 2d',
    ],
    [
      ["--user", "a", "--since", "0h"],
      '--since "0h" is not a period; write it as in 30m, 1h or 2d',
    ],
    [
      ["--user", "a", "--since", "91d"],
      "--since 91d is too long: CloudTrail's event history covers 90 days; write 90d or less",
    ],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await cliHere(project, ["trace", ...args], environment);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `connect-sso: ${message}\n` });
  });
});
