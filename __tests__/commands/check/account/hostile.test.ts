import { withinBounds } from "../../../../modules/commands/aws";
import { compareWithAccount, type Finding } from "../../../../modules/commands/check/account";
import { FakeAws, type Fault } from "../../../support/fake-aws";
import { Project } from "../../../support/project";
import { HEALTHY, settings } from "../../../support/healthy-account";

const aws = new FakeAws();
const environment = { ...process.env };
beforeAll(async () => {
  Object.assign(process.env, await aws.start());
});
beforeEach(() => {
  aws.answers = HEALTHY;
  aws.fault = undefined;
  aws.calls.length = 0;
});
afterAll(async () => {
  process.env = environment;
  await aws.stop();
});

/** Compares, and returns what is not as configured. */
async function compared(bounds: Parameters<typeof withinBounds>[1] = {}): Promise<Finding[]> {
  const found = await withinBounds((within) => compareWithAccount(settings, {}, within), bounds);
  return found.filter(({ verdict }) => verdict !== "ok");
}

function verdicts(found: readonly Finding[]): string[] {
  return [...new Set(found.map(({ verdict }) => verdict))];
}

it("finds nothing wrong with an account that is as configured", async () => {
  expect(await compared()).toEqual([]);
  expect(new Set(aws.calls)).toEqual(new Set(Object.keys(HEALTHY)));
});

it("does not say that all is well when the credentials may read nothing", async () => {
  aws.answers = { "sts GetCallerIdentity": HEALTHY["sts GetCallerIdentity"] };
  const found = await compared();
  expect(found.slice(0, -1).map(({ verdict }) => verdict)).not.toContain("failed");
  expect(found.at(-1)).toEqual({
    verdict: "failed",
    subject: "instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    message: "these credentials may read nothing of it, so nothing was compared",
  });
});

it("does not wait for a credential_process that does not end, and names it once", async () => {
  const project = new Project().write("aws", "[profile slow]\ncredential_process = sleep 1.5\n");
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, ...other } = process.env;
  expect([id, key]).toEqual(["test", "test"]);
  jest.replaceProperty(process, "env", { ...other, AWS_CONFIG_FILE: project.path("aws") });
  const began = Date.now();
  const found = await withinBounds(
    (within) => compareWithAccount(settings, { profile: "slow" }, within),
    { credentialsMs: 500 },
  );
  project.remove();
  jest.restoreAllMocks();
  expect(found).toEqual([
    {
      verdict: "failed",
      subject: "instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      message:
        "was not compared: no credentials came within 0.5 seconds; run aws sts get-caller-identity with the same profile, to see what its sign-in or its credential_process waits for",
    },
  ]);
  expect(Date.now() - began).toBeLessThan(1_400);
  expect(aws.calls).toEqual([]);
});

const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };
const hang: Fault = () => undefined;
const drip: Fault = (response) => {
  response.writeHead(200).write("{");
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => {
    clearInterval(timer);
  });
};
const flood: Fault = (response) => {
  const chunk = " ".repeat(100_000);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200).on("drain", more);
  more();
};
const reset: Fault = (_, socket) => {
  socket.resetAndDestroy();
};

describe("a server that hangs", () => {
  const late = "AWS did not answer within 0.5 seconds; check the network and the proxy";
  const bounds = { attemptMs: 500 };

  it.each(Object.keys(HEALTHY).map((_, index) => index))(
    "after %i answers is not waited for",
    async (answered) => {
      aws.fault = { at: (_, number) => number > answered, how: hang };
      const found = await compared(bounds);
      expect(verdicts(found)).toEqual(["failed"]);
      expect(found.some(({ message }) => message.endsWith(late))).toBe(true);
    },
  );

  it("is not asked again, but other services are", async () => {
    aws.fault = { at: (call) => call.startsWith("iam"), how: hang };
    const found = await compared(bounds);
    expect(found.map(({ message }) => message)).toEqual([
      `could not be read: iam:GetSAMLProvider: ${late}`,
      "could not be read: iam:GetRole: not asked, as an earlier call to iam was not answered",
      "could not be read: iam:GetPolicy: not asked, as an earlier call to iam was not answered",
      "could not be read: iam:ListAttachedRolePolicies: not asked, as an earlier call to iam was not answered",
    ]);
  });

  it("is left alone when the time for the whole is over", async () => {
    aws.fault = { at: () => true, how: hang };
    expect(await compared({ wholeMs: 500 })).toEqual([
      {
        verdict: "failed",
        subject: "instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        message:
          "was not compared: the 0.5 seconds for the whole comparison are over; check the network, or name fewer configs",
      },
    ]);
  });
});

describe.each<[name: string, how: Fault, why: string]>([
  ["drips", drip, "AWS did not answer within 0.5 seconds; check the network and the proxy"],
  ["floods", flood, "the answer is longer than 1 MB; check the network and the proxy"],
  [
    "answers 500",
    answer(500, "{}"),
    "AWS answered with an internal error (status 500); try again in a few minutes",
  ],
  [
    "answers 429",
    answer(429, "{}", { "x-amzn-errortype": "TooManyRequestsException" }),
    "AWS refuses so many requests",
  ],
  [
    "answers with a web page",
    answer(200, "\n<!DOCTYPE html><html><body>Sign in</body></html>"),
    "the answer is a web page (HTML, status 200), which does not come from AWS; check the network and the proxy",
  ],
  ["answers with nothing", answer(200, ""), "the answer is empty; check the network and the proxy"],
  ["resets the connection", reset, "AWS cannot be reached ("],
  ["answers with half a document", answer(200, "{<"), "the answer cannot be read ("],
  [
    "answers with bottomless XML or JSON",
    answer(200, "<a>".repeat(300_000)),
    "the answer cannot be read (",
  ],
])("a server that %s", (_, how, why) => {
  const bounds = { bytes: 1_000_000, ...(why.includes("within 0.5") && { attemptMs: 500 }) };

  it.each(["connect /instance", "iam GetRole", "sso ListApplicationAssignments"])(
    "at %s is reported there, and the rest is compared",
    async (fails) => {
      aws.fault = { at: (call) => call === fails, how };
      const found = await compared(bounds);
      expect(verdicts(found)).toEqual(["failed"]);
      expect(found[0]?.message).toContain(why);
    },
  );

  it("from the first call on is reported once", async () => {
    aws.fault = { at: () => true, how };
    const found = await compared(bounds);
    expect(found.map(({ verdict, subject }) => [verdict, subject])).toEqual([
      ["failed", "instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca"],
    ]);
    expect(found[0]?.message).toContain(`was not compared: ${why}`);
  });
});

describe("a server that answers with what AWS does not document", () => {
  it.each([[null], [5], ["text"], [[]], [[null]], [{}], [{ Status: { a: 1 } }]])(
    "%j in the place of every value is reported",
    async (value) => {
      const wrong = (body: object) =>
        Object.fromEntries(Object.keys(body).map((key) => [key, value]));
      aws.answers = Object.fromEntries(
        Object.entries(HEALTHY).map(([call, body]) => [
          call,
          typeof body === "object" ? wrong(body) : body,
        ]),
      );
      expect(verdicts(await compared())).toContain("failed");
    },
  );

  it("names the part that is missing or wrong", async () => {
    aws.answers = {
      ...HEALTHY,
      "connect /instance": { Instance: { InstanceStatus: "ACTIVE" } },
      "connect /users-summary": { UserSummaryList: "everybody" },
      "iam GetPolicy": "<Policy><DefaultVersionId/></Policy>",
    };
    expect((await compared()).map(({ message }) => message)).toEqual([
      "could not be read: connect:DescribeInstance: the answer is not as AWS documents it: Instance.IdentityManagementType is missing",
      "could not be read: iam:GetPolicy: the answer is not as AWS documents it: Policy.DefaultVersionId is missing",
      "could not be read: connect:ListUsers: the answer is not as AWS documents it: a list is expected, but there is none",
    ]);
  });

  it("is reported when STS does not name an account", async () => {
    aws.answers = { "sts GetCallerIdentity": "<Account>;</Account>" };
    expect((await compared()).map(({ message }) => message)).toEqual([
      "was not compared: sts:GetCallerIdentity: the answer names no account, so it does not come from AWS; check the network and the proxy",
    ]);
  });

  it("is reported after 200,000 entries of a list", async () => {
    const users = Array.from({ length: 200_001 }, () => ({ Username: "a" }));
    aws.answers = { ...HEALTHY, "connect /users-summary": { UserSummaryList: users } };
    expect((await compared()).map(({ message }) => message)).toEqual([
      "could not be read: connect:ListUsers: the list has more than 200,000 entries",
    ]);
  });

  it("is reported for a list whose pages do not end", async () => {
    aws.answers = {
      ...HEALTHY,
      "connect /users-summary": { UserSummaryList: [], NextToken: "more" },
    };
    expect((await compared({ pages: 20 })).map(({ message }) => message)).toEqual([
      "could not be read: connect:ListUsers: the list has more than 20 pages",
    ]);
  });

  it("is reported for a policy that is deeper than IAM takes", async () => {
    let deep: unknown = "x";
    for (let level = 0; level < 1_000; level++) deep = [deep];
    aws.answers = {
      ...HEALTHY,
      "iam GetPolicyVersion": `<PolicyVersion><Document>${JSON.stringify({ Statement: { Action: deep } })}</Document></PolicyVersion>`,
    };
    expect((await compared()).map(({ message }) => message)).toEqual([
      "grants something different: it lacks Action: connect:GetFederationToken, Effect: Allow, Resource: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/user/${aws:userid}, 1 more; it has Action: nested deeper than a policy can be, Version: 2008-10-17; deploy workshop-federation",
    ]);
  });
});
