import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { withinBounds } from "../../../../modules/commands/aws";
import { compareWithAccount, type Finding } from "../../../../modules/commands/check/account";
import { FakeAws } from "../../../support/fake-aws";
import { GROUP, HEALTHY, settings } from "../../../support/healthy-account";

const SIZE = 20_000;
const CONFIGURED = "agent1@example.com";
const aws = new FakeAws();
const environment = { ...process.env };
beforeAll(async () => {
  Object.assign(process.env, await aws.start());
});
beforeEach(() => {
  aws.calls.length = 0;
  aws.regions.length = 0;
});
afterAll(async () => {
  process.env = environment;
  await aws.stop();
});

/** A page of 100 entries of a list, as Identity Center returns it. */
function page(name: string, size: number, entry: (index: number) => object) {
  return (input: string) => {
    const from = Number((JSON.parse(input) as { NextToken?: string }).NextToken ?? 0);
    const count = Math.min(100, size - from);
    const entries = Array.from({ length: count }, (_, index) => entry(from + index));
    return {
      [name]: entries,
      ...(from + count < size && { NextToken: String(from + count) }),
    };
  };
}

function user(index: number) {
  const email = index === SIZE - 1 ? CONFIGURED : `user${String(index)}@example.com`;
  return {
    UserId: `u${String(index)}`,
    UserName: `user${String(index)}`,
    Emails: [{ Value: email }],
  };
}

/** A directory of 20,000 users and groups; the last ones are members of the last group. */
function directory(members: number, isMember = true) {
  const groups = page("Groups", SIZE, (index) =>
    index === SIZE - 1
      ? { GroupId: GROUP, DisplayName: "ConnectAgents" }
      : { GroupId: `g${String(index)}`, DisplayName: `Group ${String(index)}` },
  );
  return {
    ...HEALTHY,
    "identitystore ListGroups": groups,
    "identitystore GetGroupId": { GroupId: GROUP },
    "identitystore ListUsers": page("Users", SIZE, user),
    "identitystore GetUserId": (input: string) => ({
      UserId: input.includes(CONFIGURED) ? `u${String(SIZE - 1)}` : "u0",
    }),
    "identitystore DescribeUser": (input: string) => user(Number(/"u(\d+)"/.exec(input)?.[1])),
    "identitystore ListGroupMemberships": page("GroupMemberships", members, (index) => ({
      MemberId: { UserId: `u${String(SIZE - members + index)}` },
    })),
    "identitystore IsMemberInGroups": {
      Results: [{ GroupId: GROUP, MembershipExists: isMember }],
    },
  };
}

async function compared(): Promise<Finding[]> {
  return withinBounds((within) => compareWithAccount(settings, {}, within));
}

function calls(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const call of aws.calls.filter((one) => one.startsWith("identitystore"))) {
    counts[call] = (counts[call] ?? 0) + 1;
  }
  return counts;
}

/** The permissions that docs/permissions.md gives a role that reads for check --live and adopt. */
function documented(): string[] {
  const text = readFileSync(resolve(__dirname, "../../../../docs/permissions.md"), "utf8");
  const [, chapter = ""] = /^## Reading with `npm run check .*\n([^]*?)(?=^## )/m.exec(text) ?? [];
  const policies = [...chapter.matchAll(/^```json\n([^]*?)^```/gm)];
  return policies
    .flatMap(([, json = ""]) => (JSON.parse(json) as { Statement: { Action: string }[] }).Statement)
    .flatMap(({ Action }) => Action)
    .sort();
}

it("takes the permissions that are documented, and no others", async () => {
  aws.answers = directory(SIZE);
  await compared();
  aws.answers = {
    ...directory(2),
    "sso ListApplicationAssignments": {
      ApplicationAssignments: [
        { PrincipalType: "GROUP", PrincipalId: GROUP },
        { PrincipalType: "GROUP", PrincipalId: "g15000" },
      ],
    },
    "identitystore DescribeGroup": { GroupId: "g15000", DisplayName: "Group 15000" },
  };
  await compared();
  const asked = new Set(aws.calls.map((call) => call.replace(" ", ":")));
  asked.delete("sts:GetCallerIdentity"); // which needs no permission
  const rest = [
    ["connect:/instance", "connect:DescribeInstance"],
    ["connect:/users-summary", "connect:ListUsers"],
  ] as const;
  for (const [path, action] of rest) if (asked.delete(path)) asked.add(action);
  expect(documented().filter((action) => !asked.has(action))).toEqual([
    "ds:DescribeDirectories", // asked by Amazon Connect itself
    "iam:GetRolePolicy", // for an inline policy
    "identitystore:GetGroupMembershipId", // for adopt
  ]);
  expect([...asked].filter((action) => !documented().includes(action))).toEqual([]);
});

describe("a directory of 20,000 users, with one of them configured", () => {
  it("is asked for that user and the group in a few calls", async () => {
    aws.answers = directory(SIZE);
    const found = await compared();
    expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(found.at(-1)?.message).toBe(
      "in the config have exactly the same names in Amazon Connect and in Identity Center; the assigned groups have more members, who were not compared one by one",
    );
    expect(calls()).toEqual({
      "identitystore ListGroups": 7,
      "identitystore GetGroupId": 1,
      "identitystore ListGroupMemberships": 6,
      "identitystore ListUsers": 6,
      "identitystore GetUserId": 1,
      "identitystore DescribeUser": 1,
      "identitystore IsMemberInGroups": 1,
    });
  });

  it("shows that the user is not a member of the large group", async () => {
    aws.answers = directory(SIZE, false);
    expect((await compared()).filter(({ verdict }) => verdict !== "ok")).toEqual([
      {
        verdict: "error",
        subject: "user agent1@example.com",
        stack: "assignments",
        message:
          "is not assigned to agent, so the tile is not shown; make the user a member of ConnectAgents",
      },
    ]);
  });

  it("is asked for each member of a small group, and all are compared", async () => {
    aws.answers = directory(2);
    expect((await compared()).filter(({ verdict }) => verdict !== "ok")).toEqual([
      {
        verdict: "error",
        subject: "user user19998@example.com",
        message:
          "is assigned in Identity Center, but is not in Amazon Connect, which refuses unknown users; add the user to users",
      },
    ]);
    expect(calls()).toMatchObject({
      "identitystore ListUsers": 8,
      "identitystore DescribeUser": 2,
    });
  });
});

describe("a member of a group from which the users come, who is not in Amazon Connect", () => {
  const userGroups = [
    {
      group: "ConnectAgents",
      applications: ["agent"],
      routingProfile: "Basic Routing Profile",
      securityProfiles: ["Agent"],
      emailInConnect: false,
    },
  ];

  it.each([
    ["terraform", "people", "deploy workshop-people"],
    ["connect-sso", undefined, "run npm run users -- apply"],
  ] as const)("becomes one by %s", async (usersManagedBy, stack, fix) => {
    aws.answers = directory(2);
    const own = { ...settings, usersManagedBy, userGroups };
    const found = await withinBounds((within) => compareWithAccount(own, {}, within));
    expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([
      {
        verdict: "error",
        subject: "user user19998@example.com",
        ...(stack && { stack }),
        message: `is assigned in Identity Center, but is not in Amazon Connect, which refuses unknown users; ${fix}`,
      },
    ]);
  });
});

it("reads an application in the region that it was made in, and people in the primary one", async () => {
  aws.answers = HEALTHY;
  const replicated = {
    ...settings,
    identityCenter: { ...settings.identityCenter, region: "eu-west-1" },
  };
  const found = await withinBounds((within) => compareWithAccount(replicated, {}, within));
  expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  const regionOf = (service: string) => [
    ...new Set(aws.regions.filter((_, index) => aws.calls[index]?.startsWith(service))),
  ];
  expect(regionOf("sso DescribeApplication")).toEqual(["us-east-1"]);
  expect(regionOf("sso ListInstances")).toEqual(["eu-west-1"]);
  expect(regionOf("identitystore")).toEqual(["eu-west-1"]);
});

it("tells the instance of an organization from that of an account", async () => {
  aws.answers = {
    ...HEALTHY,
    "sso ListInstances": {
      Instances: [
        {
          InstanceArn: "arn:aws:sso:::instance/ssoins-ffffffffffffffff",
          IdentityStoreId: "d-ffffffffff",
          OwnerAccountId: "444455556666",
        },
      ],
    },
  };
  const why =
    "sso:ListInstances in us-east-1 has arn:aws:sso:::instance/ssoins-ffffffffffffffff of account 444455556666 and not arn:aws:sso:::instance/ssoins-1234567890abcdef, the instance of the applications; an account instance has no SAML applications: use credentials of the organization's management account, or of its delegated administrator of Identity Center";
  expect((await compared()).filter(({ verdict }) => verdict !== "ok")).toEqual([
    {
      verdict: "failed",
      subject: "application agent",
      stack: "assignments",
      message: `could not be compared with the groups and users in the config: ${why}`,
    },
    {
      verdict: "failed",
      subject: "users of Identity Center",
      message: `could not be read: ${why}`,
    },
  ]);
});

it("takes it for no problem that an application has no assignment configuration", async () => {
  aws.answers = HEALTHY;
  const __type = "ValidationException";
  const message =
    "The application with arn 'arn:aws:sso::1:application/a' is not supported for this action.";
  aws.fault = {
    at: (call) => call === "sso GetApplicationAssignmentConfiguration",
    how: (response) => {
      response
        .writeHead(400, { "x-amzn-errortype": __type })
        .end(JSON.stringify({ __type, message }));
    },
  };
  const found = await compared();
  aws.fault = undefined;
  expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  expect(found.map(({ message: told }) => told)).toContain(
    "has no setting that opens it to everybody, as AWS says of applications made in the console",
  );
});

it("names the permission for the key where Identity Center has one of its own", async () => {
  aws.answers = HEALTHY;
  const __type = "AccessDeniedException";
  aws.fault = {
    at: (call) => call === "identitystore ListUsers",
    how: (response) => {
      const body = { __type, Message: "no", Reason: "KMS_ACCESS_DENIED" };
      response.writeHead(400, { "x-amzn-errortype": __type }).end(JSON.stringify(body));
    },
  };
  const found = await compared();
  aws.fault = undefined;
  expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([
    {
      verdict: "unread",
      subject: "users of Identity Center",
      message:
        "could not be read: identitystore:ListUsers needs the permission kms:Decrypt on the customer managed key of Identity Center; docs/permissions.md has the statements",
    },
  ]);
});
