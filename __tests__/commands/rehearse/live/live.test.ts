import { cliHere } from "../../../support/cli-here";
import { FakeAws } from "../../../support/fake-aws";
import { IdentityProvider, type ResponseOptions } from "../../../support/identity-provider";
import { Project } from "../../../support/project";

const INSTANCE = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}
applications:
  agent: { samlMetadataFile: metadata/agent.xml }
`;
const ROLE = "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";
const RELAY_STATE = `https://us-east-1.console.aws.amazon.com/connect/federate/${INSTANCE}`;
const USER_ARN = `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}/agent/a1b2c3d4`;

/** What nobody may show. */
const SECRETS = ["SecretKeyOfTheSession", "TokenOfTheSession", "AccessTokenOfConnect"] as const;
const [SECRET_KEY, SESSION_TOKEN, ACCESS_TOKEN] = SECRETS;

const SESSION = `<Credentials><AccessKeyId>ASIALIVE</AccessKeyId><SecretAccessKey>${SECRET_KEY}</SecretAccessKey><SessionToken>${SESSION_TOKEN}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/AmazonConnectAgentAccessRole/agent1@example.com</Arn><AssumedRoleId>AROA:agent1@example.com</AssumedRoleId></AssumedRoleUser>`;
const LET_IN = {
  Credentials: { AccessToken: ACCESS_TOKEN, RefreshToken: ACCESS_TOKEN },
  UserArn: USER_ARN,
  UserId: "a1b2c3d4",
};

/** Some minutes from now, as a response has it. */
function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

describe("connect-sso rehearse --live", () => {
  const aws = new FakeAws();
  const project = new Project();
  let provider: IdentityProvider;
  let environment: Readonly<Record<string, string>>;
  let sent: URLSearchParams[];

  beforeAll(async () => {
    provider = await IdentityProvider.make({ application: "agent", bits: 1024 });
    // No call but the second is signed, and that by the session: other credentials are not there.
    const { AWS_ENDPOINT_URL = "" } = await aws.start();
    environment = {
      AWS_ENDPOINT_URL,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "3",
      AWS_ACCESS_KEY_ID: "",
      AWS_SECRET_ACCESS_KEY: "",
      AWS_CONFIG_FILE: project.path("no-config"),
      AWS_SHARED_CREDENTIALS_FILE: project.path("no-credentials"),
    };
    project
      .write("config/workshop.yaml", CONFIG)
      .write("config/metadata/agent.xml", provider.metadata);
  });
  beforeEach(() => {
    sent = [];
    aws.calls.length = 0;
    aws.regions.length = 0;
    aws.fault = undefined;
    aws.answers = {
      " AssumeRoleWithSAML": (body) => {
        sent.push(new URLSearchParams(body));
        return SESSION;
      },
      "connect /user": LET_IN,
    };
  });
  afterAll(async () => {
    project.remove();
    await aws.stop();
  });

  function response(options: ResponseOptions = {}): string {
    return provider.respond({
      issued: inMinutes(0),
      notBefore: inMinutes(-5),
      notOnOrAfter: inMinutes(5),
      sessionEnds: inMinutes(720),
      ...options,
    });
  }

  async function live(
    { relayState = RELAY_STATE, ...options }: ResponseOptions & { relayState?: string } = {},
    ...args: string[]
  ) {
    const xml = response(options);
    const base64 = Buffer.from(xml).toString("base64");
    const form = `SAMLResponse=${encodeURIComponent(base64)}&RelayState=${encodeURIComponent(relayState)}`;
    project.write("response.txt", form);
    const outcome = await cliHere(
      project,
      ["rehearse", "response.txt", "--live", ...args],
      environment,
    );
    for (const secret of SECRETS) {
      expect(outcome.stdout).not.toContain(secret);
      expect(outcome.stderr).not.toContain(secret);
    }
    return { ...outcome, lines: outcome.stdout.split("\n"), base64 };
  }

  /** Has a call answered with an error, as its service writes it. */
  function refuse(at: "sts" | "connect", code: string, message: string, status = 400): void {
    aws.fault = {
      at: (call) => call === (at === "sts" ? " AssumeRoleWithSAML" : "connect /user"),
      how: (answer) => {
        if (at === "sts") {
          answer.writeHead(status, { "content-type": "text/xml" });
          answer.end(
            `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
          );
        } else {
          answer.writeHead(status, { "x-amzn-errortype": code });
          answer.end(JSON.stringify({ message }));
        }
      },
    };
  }

  it("sends the response to AWS as it is, once, without credentials, and asks Amazon Connect with the session", async () => {
    const { code, lines, base64 } = await live();
    expect(code).toBe(0);
    expect(aws.calls).toEqual([" AssumeRoleWithSAML", "connect /user"]);
    expect(sent.map((form) => Object.fromEntries(form))).toEqual([
      {
        Action: "AssumeRoleWithSAML",
        Version: "2011-06-15",
        RoleArn: ROLE,
        PrincipalArn: PROVIDER,
        SAMLAssertion: base64.replaceAll("+", " "),
      },
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        `passed      Live, AssumeRoleWithSAML in us-east-1 for ${ROLE}: arn:aws:sts::123456789012:assumed-role/AmazonConnectAgentAccessRole/agent1@example.com`,
        `passed      Live, GetFederationToken in us-east-1 for ${INSTANCE}: ${USER_ARN}`,
      ]),
    );
    expect(lines.join("\n")).toContain("Proved live: Amazon Connect let the user in.");
  });

  it("says beforehand what it will do, on standard error", async () => {
    const { stderr } = await live();
    expect(stderr).toContain(
      `--live sends this response to AWS, once, as the browser does: sts:AssumeRoleWithSAML in us-east-1 for ${ROLE} and ${PROVIDER}.`,
    );
    expect(stderr).toContain("Credentials are neither shown nor kept.");
    expect(stderr).toContain("Amazon Connect ties the user to this role");
  });

  it("sends indented XML as it was before a viewer indented it", async () => {
    const xml = response();
    project.write("response.xml", xml.replaceAll("><", ">\n  <"));
    const args = ["rehearse", "response.xml", "--live", "--relay-state", RELAY_STATE];
    expect((await cliHere(project, args, environment)).code).toBe(0);
    const assertion = sent[0]?.get("SAMLAssertion")?.replaceAll(" ", "+") ?? "";
    expect(Buffer.from(assertion, "base64").toString()).toBe(xml);
  });

  it("is of now, so it takes no other moment", async () => {
    const { code, stderr } = await live({}, "--at", "2026-12-01T12:00:30Z");
    expect(code).toBe(2);
    expect(stderr).toContain("--at has no effect on AWS, which --live asks; leave out one of them");
    expect(aws.calls).toEqual([]);
  });

  it("is not of what no browser would send", async () => {
    project.write("response.txt", "not a response");
    const { code, stdout } = await cliHere(
      project,
      ["rehearse", "response.txt", "--live"],
      environment,
    );
    expect(code).toBe(3);
    expect(aws.calls).toEqual([]);
    expect(stdout).toContain(
      "Live: not sent, because it cannot be read as a response with one assertion",
    );
  });

  it("does not say that the user gets to Amazon Connect where the relay state leads elsewhere", async () => {
    const { code } = await live({ relayState: "" });
    expect(aws.calls).toEqual([" AssumeRoleWithSAML", "connect /user"]);
    expect(code).toBe(1);
  });

  it("calls nothing without the option", async () => {
    await live();
    aws.calls.length = 0;
    const { stderr } = await cliHere(project, ["rehearse", "response.txt"], environment);
    expect(aws.calls).toEqual([]);
    expect(stderr).toBe("");
  });

  it.each([
    [
      "AccessDenied",
      "Not authorized to perform sts:AssumeRoleWithSAML",
      "Users see: Not authorized to perform sts:AssumeRoleWithSAML",
    ],
    ["InvalidIdentityToken", "Response signature invalid", "Users see: Response signature invalid"],
    [
      "InvalidIdentityToken",
      "Issuer not present in specified provider",
      "Users see: Issuer not present in specified provider",
    ],
    [
      "ExpiredTokenException",
      "Token must be redeemed within 5 minutes of issuance",
      "To fix it: start from the AWS access portal",
    ],
    [
      "IDPRejectedClaim",
      "no",
      "Usual cause: AWS takes the response as a failed authentication, which can be an invalid claim",
    ],
    [
      "PackedPolicyTooLarge",
      "140% of the allowed",
      "Usual cause: the session tags in the response are too large together",
    ],
    [
      "RegionDisabledException",
      "off",
      "Usual cause: AWS STS is not activated in this region for the account",
    ],
  ])("AWS STS decides: %s %j", async (name, message, line) => {
    refuse("sts", name, message);
    const { code, lines } = await live();
    expect(code).toBe(1);
    expect(aws.calls).toEqual([" AssumeRoleWithSAML"]);
    expect(lines).toContain(`            ${line}`);
    expect(lines.join("\n")).toContain("Proved live: AWS refused the sign-in: ");
  });

  it.each([
    [
      "UserNotFoundException",
      404,
      "Users see: Your account has been authenticated, but has not been onboarded to this application",
    ],
    [
      "DuplicateResourceException",
      409,
      "What users see: an error that says that the user is a duplicate, or already associated",
    ],
    [
      "InvalidRequestException",
      400,
      "Users see: The request was not valid and could not be processed",
    ],
    [
      "AccessDeniedException",
      403,
      "Users see: Access denied, Please contact your AWS account administrator",
    ],
    [
      "ResourceNotFoundException",
      404,
      "Usual cause: Amazon Connect has no instance with this ID in this region",
    ],
  ])("Amazon Connect decides: %s", async (name, status, line) => {
    refuse("connect", name, "in the words of AWS", status);
    const { code, lines } = await live();
    expect(code).toBe(1);
    expect(lines).toContain(`            AWS answered: ${name} "in the words of AWS"`);
    expect(lines).toContain(`            ${line}`);
    expect(lines.join("\n")).toContain("Proved live: Amazon Connect refused the sign-in: ");
  });

  it.each([
    ["sts", "SomethingNew", 400],
    ["sts", "InternalFailure", 500],
    ["connect", "SomethingNew", 400],
    ["connect", "InvalidParameterException", 400],
    ["connect", "ThrottlingException", 429],
    ["connect", "InternalServiceException", 500],
  ] as const)("cannot be told from %s %s", async (at, name, status) => {
    refuse(at, name, "what is that", status);
    const { code, lines } = await live();
    expect(code).toBe(3);
    expect(lines).toContain(`            AWS answered: ${name} "what is that"`);
  });

  it("redeems a response once, even where AWS does not answer", async () => {
    aws.fault = {
      at: (call) => call === " AssumeRoleWithSAML",
      how: (_, socket) => socket.destroy(),
    };
    const { code, lines } = await live();
    expect(code).toBe(3);
    expect(aws.calls).toEqual([" AssumeRoleWithSAML"]);
    expect(lines.join("\n")).toMatch(
      /No answer of AWS: AWS cannot be reached \(.+\); check the network and the proxy/,
    );
  });

  it.each<[string, () => void]>([
    [
      "a web page in the place of AWS",
      () => {
        aws.fault = {
          at: () => true,
          how: (answer) =>
            answer.writeHead(403).end("<html><body>Sign in to the proxy</body></html>"),
        };
      },
    ],
    [
      "an answer with credentials that breaks off",
      () => {
        aws.fault = {
          at: (call) => call === "connect /user",
          how: (answer) => answer.writeHead(200).end(JSON.stringify(LET_IN).slice(0, 60)),
        };
      },
    ],
    [
      "credentials in XML that breaks off",
      () => {
        aws.fault = {
          at: () => true,
          how: (answer) => answer.writeHead(200).end(`<AssumeRoleWithSAMLResponse>${SESSION}`),
        };
      },
    ],
    [
      "a session without credentials",
      () => {
        aws.answers = { " AssumeRoleWithSAML": "<Audience>x</Audience>" };
      },
    ],
    [
      "a token of Amazon Connect that is missing",
      () => {
        aws.answers = { ...aws.answers, "connect /user": { UserId: "x" } };
      },
    ],
  ])("takes %s for no verdict", async (_, misbehave) => {
    misbehave();
    const { code, lines } = await live();
    expect(code).toBe(3);
    expect(lines.join("\n")).toContain("No answer of AWS: ");
  });

  it("does not quote an answer that cannot be read, which may have a token", async () => {
    aws.fault = {
      at: (call) => call === "connect /user",
      // Node.js quotes the characters around the wrong one.
      how: (answer) => answer.writeHead(200).end('{"Credentials":{"AccessToken":"T0kenXyz"x'),
    };
    const { code, stdout, stderr } = await live();
    expect(code).toBe(3);
    expect(stdout).toContain("No answer of AWS: the call failed or its answer cannot be read");
    expect(stdout + stderr).not.toContain("T0kenXyz");
  });

  it("asks the instance that the relay state leads to", async () => {
    const other = "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
    await live({
      relayState: RELAY_STATE.replace(INSTANCE, other).replace("us-east-1", "eu-west-2"),
    });
    expect(aws.calls).toEqual([" AssumeRoleWithSAML", "connect /user"]);
    expect(aws.regions).toEqual(["", "eu-west-2"]);
  });

  it("sends nothing that names no role", async () => {
    const { code, lines } = await live({ roles: [] });
    expect(code).toBe(1);
    expect(aws.calls).toEqual([]);
    expect(lines).toContain(
      "unverified  Live: not sent, because the response names no role with its SAML provider",
    );
  });

  it("sends what the config does not know, since AWS decides", async () => {
    const pair =
      "arn:aws:iam::123456789012:saml-provider/Other,arn:aws:iam::123456789012:role/other/Other";
    const { code } = await live({ roles: [pair] });
    expect(sent[0]?.get("RoleArn")).toBe("arn:aws:iam::123456789012:role/other/Other");
    expect(sent[0]?.get("PrincipalArn")).toBe("arn:aws:iam::123456789012:saml-provider/Other");
    expect(code).toBe(0);
  });

  it("is above what is concluded from documents", async () => {
    const { code, lines } = await live({ audiences: ["urn:example"] });
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith("refused"))).toEqual([
      'refused     Audience: "urn:example"',
    ]);
    expect(lines.join("\n")).toContain(
      "Proved live: Amazon Connect let the user in. What is refused above is not refused in the account: ",
    );
  });

  it("writes the same as JSON, and nothing else to standard output", async () => {
    refuse("connect", "UserNotFoundException", "No user", 404);
    const { code, stdout } = await live({}, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "refused",
      passed: false,
      live: {
        verdict: "refused",
        calls: [
          { call: "AssumeRoleWithSAML", verdict: "passed", region: "us-east-1", subject: ROLE },
          {
            call: "GetFederationToken",
            verdict: "refused",
            subject: INSTANCE,
            explained: {
              result: "refused",
              step: "user",
              error: { code: "UserNotFoundException", message: "No user" },
            },
          },
        ],
      },
    });
  });

  it("names the step that failed", async () => {
    refuse("connect", "UserNotFoundException", "No user", 404);
    const { lines } = await live();
    expect(lines).toContain("Proved live: Amazon Connect refused the sign-in: Connect user.");
  });

  it("shows invisible characters of an answer as their codes", async () => {
    refuse("connect", "UserNotFoundException", "no\u001b[31m\u202euser", 404);
    const { lines } = await live();
    expect(lines.join("\n")).toContain('UserNotFoundException "no\\u001b[31m\\u{202e}user"');
  });
});
