import { cliHere } from "../../../support/cli-here";
import { FakeAws } from "../../../support/fake-aws";
import { Project } from "../../../support/project";

const INSTANCE = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}
applications:
  agent: { signIn: permission-set }
`;
const ACCESS_TOKEN = "AccessTokenOfConnect";
const USER_ARN = `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}/agent/a1b2c3d4`;
const OF_AGENT = "AWSReservedSSO_AmazonConnectAgent_0123456789abcdef/E1234567";

describe("connect-sso rehearse --live --profile", () => {
  const aws = new FakeAws();
  const project = new Project();
  let environment: Readonly<Record<string, string>>;

  const isSession = (role: string, account = "123456789012") => {
    aws.answers = {
      "sts GetCallerIdentity": `<Arn>arn:aws:sts::${account}:assumed-role/${role}</Arn><Account>${account}</Account>`,
      "connect /user": {
        Credentials: { AccessToken: ACCESS_TOKEN, RefreshToken: ACCESS_TOKEN },
        UserArn: USER_ARN,
        UserId: "a1b2c3d4",
      },
    };
  };

  beforeAll(async () => {
    const { AWS_ENDPOINT_URL = "" } = await aws.start();
    environment = {
      AWS_ENDPOINT_URL,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "1",
      AWS_CONFIG_FILE: project.path("aws-config"),
      AWS_SHARED_CREDENTIALS_FILE: project.path("aws-credentials"),
    };
    project
      .write("config/center.yaml", CONFIG)
      .write("aws-config", "[profile agent]\nregion = us-east-1\n")
      .write(
        "aws-credentials",
        "[agent]\naws_access_key_id = ASIATEST\naws_secret_access_key = secret\n",
      );
  });
  beforeEach(() => {
    aws.calls.length = 0;
    aws.fault = undefined;
    isSession(OF_AGENT);
  });
  afterAll(async () => {
    project.remove();
    await aws.stop();
  });

  const live = async (...args: string[]) => {
    const outcome = await cliHere(
      project,
      ["rehearse", "--live", "--profile", "agent", ...args],
      environment,
    );
    expect(outcome.stdout + outcome.stderr).not.toContain(ACCESS_TOKEN);
    return {
      ...outcome,
      words: outcome.stdout.replace(/\s+/g, " "),
      said: outcome.stderr.replace(/\s+/g, " "),
    };
  };

  function refuse(code: string): void {
    aws.fault = {
      at: (call) => call === "connect /user",
      how: (answer) => {
        answer.writeHead(404, { "x-amzn-errortype": code });
        answer.end(JSON.stringify({ message: "" }));
      },
    };
  }

  it("proves that Amazon Connect lets the user of a permission set in, and says first what it does", async () => {
    const { code, words, said } = await live();
    expect(words).toContain(
      `passed Live, GetFederationToken in us-east-1 for ${INSTANCE}: ${USER_ARN}`,
    );
    expect(words).toContain("Proved live: Amazon Connect let the user in.");
    expect(said).toContain(
      `Preview: --live asks with the session of the permission set AmazonConnectAgent for connect:GetFederationToken on instance ${INSTANCE} in us-east-1, which signs "E1234567" in.`,
    );
    expect(code).toBe(0);
    expect(aws.calls).toEqual(["sts GetCallerIdentity", "connect /user"]);
  });

  it("says what to do where Amazon Connect has no such user", async () => {
    refuse("UserNotFoundException");
    const { code, words } = await live();
    expect(words).toContain(
      'To fix it: make sure that Amazon Connect has a user with exactly the name "E1234567"; if it has and the user signed in through another role before, delete the user there and create it again',
    );
    expect(words).toContain("Proved live: Amazon Connect refused the sign-in");
    expect(code).toBe(1);
  });

  it("says what to do where the permission is missing", async () => {
    refuse("AccessDeniedException");
    const { code, words } = await live();
    expect(words).toContain(
      "To fix it: deploy center-assignments, and wait until Identity Center has provisioned the permission set AmazonConnectAgent",
    );
    expect(code).toBe(1);
  });

  it.each([
    ["another permission set", "AWSReservedSSO_Admin_0123456789abcdef/E1234567", "123456789012"],
    [
      "a name that starts alike",
      "AWSReservedSSO_AmazonConnectAgent_Night_0123456789abcdef/E1234567",
      "123456789012",
    ],
    ["another account", OF_AGENT, "210987654321"],
    ["no permission set", "Developer/E1234567", "123456789012"],
  ])("asks nothing with a session of %s", async (_, role, account) => {
    isSession(role, account);
    const { code, words } = await live();
    expect(words).toContain(
      `Live: not sent, because the profile is arn:aws:sts::${account}:assumed-role/${role}, which is not a session of AmazonConnectAgent in account 123456789012; give a profile with that sso_role_name and sso_account_id`,
    );
    expect(code).toBe(3);
    expect(aws.calls).toEqual(["sts GetCallerIdentity"]);
  });

  it("is JSON for programs", async () => {
    const { stdout } = await live("--json");
    expect(JSON.parse(stdout)).toEqual({
      verdict: "passed",
      calls: [
        {
          call: "GetFederationToken",
          region: "us-east-1",
          subject: INSTANCE,
          verdict: "passed",
          seen: USER_ARN,
        },
      ],
    });
  });

  it("takes neither a file nor what belongs to a response", async () => {
    const { code, stderr } = await live("--at", "2026-12-01T12:00:30Z");
    expect(code).toBe(2);
    expect(stderr).toContain(
      "--profile takes the session of a permission set in place of a response; leave --at out",
    );
    const file = await live("response.txt");
    expect(file.code).toBe(2);
    expect(file.stderr).toContain(
      "--profile takes the session of a permission set in place of a response; leave the file out",
    );
  });
});
