import { runCli } from "../../modules/commands/cli";
import { FakeAws } from "../support/fake-aws";
import { EVERYTHING, keepFigures } from "../support/figures";
import { CONFIG, GROUP, HEALTHY } from "../support/healthy-account";
import { CORPUS } from "../support/hostile-text";
import { Project } from "../support/project";
import { runHere } from "../support/run-here";
import { notJustShown, RAW } from "../support/screens";
import { assumed, eventHistory, federated } from "../support/sign-in-events";

/** Clears the screen, writes from right to left, has no width, or is half a character. */
const TEXT =
  "a\u001b[2J\u009b31m\u0007\r\u0085\n\u202e\u2066\u200b\u2060\ufeff\u{e0041}\u2028\ud800b";
/** What XML takes of it, as XML may have it. */
const XML = "a&#27;[2J&#155;31m&#7;&#13;\u0085&#10;\u202e\u2066\u200b\u2060\ufeff\u{e0041}\u2028b";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const ANSWERS = {
  ...HEALTHY,
  "connect /instance": {
    ...HEALTHY["connect /instance"],
    InstanceSummaryList: [
      {
        Arn: INSTANCE,
        InstanceAlias: "acme",
        IdentityManagementType: "SAML",
        InstanceStatus: "ACTIVE",
      },
    ],
  },
  "connect /users-summary": { UserSummaryList: [{ Username: "agent1@example.com", Id: "c1" }] },
  "connect /search-users": {
    Users: [
      {
        Id: "c1",
        Arn: `${INSTANCE}/agent/c1`,
        Username: "agent1@example.com",
        IdentityInfo: { FirstName: "Bo", LastName: "Lind" },
        PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, AfterContactWorkTimeLimit: 0 },
        RoutingProfileId: "r1",
        SecurityProfileIds: ["s1"],
        Tags: { "connect-sso:config": "workshop", Team: "Sales" },
      },
    ],
  },
  "connect /routing-profiles-summary": {
    RoutingProfileSummaryList: [{ Id: "r1", Name: "Basic Routing Profile" }],
  },
  "connect /security-profiles-summary": {
    SecurityProfileSummaryList: [{ Id: "s1", Name: "Agent" }],
  },
  "connect /search-user-hierarchy-groups": { UserHierarchyGroups: [] },
  "identitystore GetGroupId": { GroupId: GROUP },
  "identitystore GetUserId": { UserId: "u1" },
  "identitystore GetGroupMembershipId": { MembershipId: "m1" },
  "sso DescribeInstance": {
    PermissionSetsEnabled: true,
    EncryptionConfigurationDetails: { KeyType: "AWS_OWNED_KMS_KEY" },
  },
  "sso ListApplications": {
    Applications: [
      {
        ApplicationArn:
          "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222",
        Name: "Amazon Connect - Agent",
      },
    ],
  },
};
type Call = keyof typeof ANSWERS;
const CALLS = Object.keys(ANSWERS) as Call[];
/** Calls of `check --live` and `adopt`. */
const COMPARED = CALLS.filter(
  (call) => call in HEALTHY || /Get(Group|User|GroupMembership)Id/.test(call),
);

/** What names and texts are in, unlike IDs and ARNs, without which nothing goes on. */
const NAMES = /(Name|name|Alias|Status|Type|Team)$/;

/** Puts a hostile text after the texts of an answer. */
function hostile(answer: unknown, text: string, xml: string, keys = /(?:)/): never {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === "string") return keys.test(key) ? value + text : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, walk(one, own)]));
  };
  return (
    typeof answer === "string"
      ? answer.replaceAll(/(?<=>[^<]+)(?=<\/)/g, () => xml)
      : walk(answer, "")
  ) as never;
}

/** A text as XML has it, without what XML cannot have. */
function inXml(text: string): string {
  const allowed = text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return allowed.replaceAll(/[<>&\r\n\t]/g, (one) => `&#${String(one.codePointAt(0))};`);
}

describe("what a person sees of an account has no character that cannot be seen", () => {
  const aws = new FakeAws();
  const environment = { ...process.env };
  const project = new Project();
  /** Everything that went to a terminal. */
  const all: string[] = [];
  beforeAll(async () => {
    for (const [file, content] of Object.entries(CONFIG)) project.write(`config/${file}`, content);
    project.edit("config/workshop.yaml", (text) =>
      text
        .replace("[Agent] }", "[Agent], createInIdentityCenter: true }")
        .concat("identityCenter: { createGroups: [ConnectAgents] }\n"),
    );
    Object.assign(process.env, await aws.start(), { AWS_REGION: "us-east-1" });
  });
  beforeEach(() => {
    aws.answers = ANSWERS;
    aws.fault = undefined;
    aws.calls.length = 0;
  });
  afterAll(async () => {
    process.env = environment;
    project.remove();
    await aws.stop();
  });

  /** Everything that `connect-sso` writes to either stream of a terminal. */
  async function written(...args: string[]): Promise<string> {
    let printed = "";
    const write = (text: string) => {
      printed += text;
    };
    const paint = (_: unknown, text: string) => text;
    const program = () => runCli(args, { write, paint, width: 120 });
    const { stdout, stderr } = await runHere(project, ["connect-sso", program]);
    const one = printed + stdout + stderr;
    all.push(one);
    return one;
  }

  const COMMANDS = [
    ["check", "--live"],
    ["check", "--live", "--json"],
    ["adopt"],
    ["adopt", "--json"],
    ["discover", "config"],
    ["discover", "config", "--json"],
    ["users", "plan", "--rate", "1000"],
    ["users", "export", "--rate", "1000"],
    ["users", "export", "--format", "yaml", "--rate", "1000"],
    ["trace", "--user", "agent1@example.com"],
    ["trace", "--user", "agent1@example.com", "--json"],
  ];

  /** Answers all of whose names, or all of whose texts, have a hostile text. */
  function answersWith(text: string, xml: string, keys?: RegExp) {
    const time = new Date(Date.now() - 600_000);
    const error = [`Odd${text}`, text] as const;
    return {
      ...Object.fromEntries(CALLS.map((call) => [call, hostile(ANSWERS[call], text, xml, keys)])),
      "sts GetCallerIdentity": ANSWERS["sts GetCallerIdentity"],
      "cloudtrail LookupEvents": eventHistory([
        assumed({ time }),
        federated({ time, error }),
        assumed({ time, session: `Agent1@example.com`, subject: text, error }),
        assumed({ time, session: `agent2@example.com${text}`, role: `role/${text}` }),
      ]),
    };
  }

  it.each(COMMANDS)("from %s %s %s, where every answer but the first has some", async (...args) => {
    for (const keys of [/(?:)/, NAMES]) {
      aws.answers = answersWith(TEXT, XML, keys);
      expect(await written(...args)).not.toMatch(RAW);
    }
    expect(all.slice(-2).join("")).toMatch(/\\u(\{202e\}|202e)/);
  });

  it.each(COMPARED)(
    "from check --live and adopt, where the answer to %s has some",
    async (call) => {
      aws.answers = { ...ANSWERS, [call]: hostile(ANSWERS[call], TEXT, XML) };
      const both = (await written("check", "--live")) + (await written("adopt"));
      expect(aws.calls).toContain(call);
      expect(both).not.toMatch(RAW);
    },
  );

  it.each(COMPARED)("from check --live and adopt, where %s fails with some", async (call) => {
    aws.fault = {
      at: (one) => one === call,
      how: (response) => {
        if (typeof ANSWERS[call] === "string") {
          const error = `<Code>Odd${XML}</Code><Message>${XML}</Message>`;
          response.writeHead(400, { "content-type": "text/xml" });
          response.end(`<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
        } else {
          response.writeHead(400);
          response.end(JSON.stringify({ __type: `Odd${TEXT}`, message: TEXT }));
        }
      },
    };
    const both = (await written("check", "--live")) + (await written("adopt"));
    expect(both).toMatch(/\\u\{202e\}/);
    expect(both).not.toMatch(RAW);
  });

  /** Texts in one answer, which is as long as the longest name that AWS gives. */
  const AT_ONCE = 20;

  it("whatever the texts are", async () => {
    const texts = EVERYTHING ? CORPUS : CORPUS.slice(0, AT_ONCE);
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const text = texts.slice(from, from + AT_ONCE).join(" ");
      aws.answers = answersWith(text, inXml(text), NAMES);
      for (const args of COMMANDS) expect(await written(...args)).not.toMatch(RAW);
    }
  }, 600_000);

  it("and a terminal (xterm.js) shows the lines, and does nothing else", async () => {
    expect(await notJustShown(all)).toEqual([]);
    const count = all.length.toLocaleString("en-US");
    keepFigures("escapes-of-answers", [
      {
        what: `outputs of ${String(COMMANDS.length)} commands for answers of AWS with ${CORPUS.length.toLocaleString("en-US")} texts, at a terminal (xterm.js)`,
        result: `${count} of ${count} only shown`,
      },
    ]);
  });
});
