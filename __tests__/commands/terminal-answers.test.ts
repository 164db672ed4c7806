import { runCli } from "../../modules/commands/cli";
import { FakeAws } from "../support/fake-aws";
import { CONFIG, GROUP, HEALTHY } from "../support/healthy-account";
import { Project } from "../support/project";
import { runHere } from "../support/run-here";

/** Clears the screen, writes from right to left, has no width, or is half a character. */
const TEXT =
  "a\u001b[2J\u009b31m\u0007\r\u0085\n\u202e\u2066\u200b\u2060\ufeff\u{e0041}\u2028\ud800b";
/** The same as XML may have it. */
const XML = "a&#27;[2J&#155;31m&#7;&#13;\u0085&#10;\u202e\u2066\u200b\u2060\ufeff\u{e0041}\u2028b";
/** What a terminal must not get, but line ends. */
const RAW = /(?!\n)[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

const ANSWERS = {
  ...HEALTHY,
  "connect /users-summary": { UserSummaryList: [{ Username: "agent1@example.com", Id: "c1" }] },
  "identitystore GetGroupId": { GroupId: GROUP },
  "identitystore GetUserId": { UserId: "u1" },
  "identitystore GetGroupMembershipId": { MembershipId: "m1" },
};
type Call = keyof typeof ANSWERS;
const CALLS = Object.keys(ANSWERS) as Call[];

/** Puts a hostile text after every text of an answer. */
function hostile(answer: unknown): never {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "string") return value + TEXT;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  return (
    typeof answer === "string" ? answer.replaceAll(/(?<=>[^<]+)(?=<\/)/g, XML) : walk(answer)
  ) as never;
}

describe("what a person sees of an account has no character that cannot be seen", () => {
  const aws = new FakeAws();
  const environment = { ...process.env };
  const project = new Project();
  beforeAll(async () => {
    for (const [file, content] of Object.entries(CONFIG)) project.write(`config/${file}`, content);
    project.edit("config/workshop.yaml", (text) =>
      text
        .replace("[Agent] }", "[Agent], createInIdentityCenter: true }")
        .concat("identityCenter: { createGroups: [ConnectAgents] }\n"),
    );
    Object.assign(process.env, await aws.start());
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

  /** Everything that `connect-sso` writes to either stream. */
  async function written(...args: string[]): Promise<string> {
    let all = "";
    const write = (text: string) => {
      all += text;
    };
    const program = () => runCli(args, { write, paint: (_: unknown, text: string) => text });
    const { stdout, stderr } = await runHere(project, ["connect-sso", program]);
    return all + stdout + stderr;
  }

  const COMMANDS = [
    ["check", "--live"],
    ["check", "--live", "--json"],
    ["adopt"],
    ["adopt", "--json"],
  ];

  it.each(COMMANDS)("from %s %s %s, where every answer but the first has some", async (...args) => {
    aws.answers = {
      ...Object.fromEntries(CALLS.map((call) => [call, hostile(ANSWERS[call])])),
      "sts GetCallerIdentity": ANSWERS["sts GetCallerIdentity"],
    };
    const all = await written(...args);
    expect(all).toMatch(/\\u(\{202e\}|202e)/);
    expect(all).not.toMatch(RAW);
  });

  it.each(CALLS)("from check --live and adopt, where the answer to %s has some", async (call) => {
    aws.answers = { ...ANSWERS, [call]: hostile(ANSWERS[call]) };
    const all = (await written("check", "--live")) + (await written("adopt"));
    expect(aws.calls).toContain(call);
    expect(all).not.toMatch(RAW);
  });

  it.each(CALLS)("from check --live and adopt, where %s fails with some", async (call) => {
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
    const all = (await written("check", "--live")) + (await written("adopt"));
    expect(all).toMatch(/\\u\{202e\}/);
    expect(all).not.toMatch(RAW);
  });
});
