import { statSync } from "node:fs";

import { readArguments } from "../../../modules/commands/arguments";
import { COMMANDS } from "../../../modules/commands/commands";
import { run } from "../../../modules/commands/rehearse/run";
import { UsageError } from "../../../modules/commands/usage";
import { cliHere } from "../../support/cli-here";
import { command, type Outcome } from "../../support/command";
import { IdentityProvider } from "../../support/identity-provider";
import { CONNECT_SSO } from "../../support/program";
import { Project } from "../../support/project";

const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";
const AT = ["--at", "2026-12-01T12:01:00Z"];
const NOT_FAKED = ["nextTick", "setImmediate", "queueMicrotask"] as const;

delete process.env["CONNECT_SSO_CONFIG"];

afterEach(() => {
  jest.restoreAllMocks();
});

describe("connect-sso rehearse", () => {
  const project = new Project().workshop();
  let xml: string;
  beforeAll(async () => {
    const provider = await IdentityProvider.make({ application: "agent" });
    project.write("config/metadata/agent.xml", provider.metadata);
    xml = provider.respond();
    const base64 = Buffer.from(xml).toString("base64");
    project
      .write("response.xml", xml)
      .write("response.txt", base64)
      .write("utf-16.txt", Buffer.from(`\ufeff${base64}\r\n`, "utf16le"))
      .write(
        "form.txt",
        new URLSearchParams({ SAMLResponse: base64, RelayState: RELAY_STATE }).toString(),
      )
      .write("large.txt", "A".repeat(2_000_000));
  });
  afterAll(() => {
    project.remove();
  });

  function rehearse(
    args: string[],
    options: { input?: string; env?: Record<string, string> } = {},
  ) {
    return command("node", [...CONNECT_SSO, "rehearse", ...args], {
      cwd: project.folder,
      env: { FORCE_COLOR: undefined, NO_COLOR: undefined, ...options.env },
      ...(options.input !== undefined && { input: options.input }),
    });
  }
  const rehearseHere = (args: string[], env: Record<string, string> = {}) =>
    cliHere(project, ["rehearse", ...args], env);
  /** The command alone, without the program around it. */
  async function ran(file: string, ...args: string[]) {
    let stdout = "";
    const write = (text: string) => {
      stdout += text;
    };
    const given = readArguments([project.path(file), ...args], COMMANDS["rehearse"]?.options ?? {});
    const code = await run(given, { write, paint: (_, text) => text });
    return { code, stdout };
  }
  const lastLines = ({ stdout }: Pick<Outcome, "stdout">, count: number) =>
    stdout.trimEnd().split("\n").slice(-count);

  const landing = (page: string) => [
    "agent1@example.com would sign in to Amazon Connect, if it has a user of the same name.",
    "Instance: workshop, arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    "Application: agent",
    "Role: arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
    `${page}: ${RELAY_STATE}`,
    "Until: 2026-12-02T00:00:00Z",
  ];

  const CONFIGURED = "Landing page, with the configured relay state";

  it.each([
    ["response.xml", CONFIGURED],
    ["response.txt", CONFIGURED],
    ["utf-16.txt", CONFIGURED],
    ["form.txt", "Landing page"],
  ])("says who would land where, given %s", async (file, page) => {
    const outcome = await rehearseHere([file, ...AT]);
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(lastLines(outcome, 6)).toEqual(landing(page));
  });

  it.each([[[]], [["-"]]])("reads standard input, called with %j", async (file) => {
    const outcome = await rehearse([...file, ...AT], { input: project.read("response.txt") });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(lastLines(outcome, 6)).toEqual(landing(CONFIGURED));
  });

  it("takes the relay state of the form, or another that is given", async () => {
    const line = /^(\w+) +Relay state: (.*)$/m;
    expect(line.exec((await rehearseHere(["form.txt", ...AT])).stdout)?.slice(1)).toEqual([
      "passed",
      `"${RELAY_STATE}"`,
    ]);
    const other = await rehearseHere(["form.txt", ...AT, "--relay-state", `${RELAY_STATE}2`]);
    expect(other.code).toBe(0);
    expect(line.exec(other.stdout)?.[1]).toBe("differs");
    const empty = await ran(
      "form.txt",
      ...AT,
      "--relay-state",
      "",
      "--config",
      project.path("config"),
    );
    expect(empty.stdout).toContain(
      'differs     Relay state: ""\n            is empty, so users land in the AWS Management Console and not in Amazon Connect\n',
    );
    expect(empty.code).toBe(1);
    expect(lastLines(empty, 6)[0]).toBe(
      "agent1@example.com would sign in to AWS, but would not get to Amazon Connect: Relay state.",
    );
  });

  it("says of a response that is too old what users see and how to fix it, with status 1", async () => {
    const outcome = await rehearseHere(["response.xml", "--at", "2026-12-01T13:00:00Z"]);
    expect(outcome).toMatchObject({ code: 1, stderr: "" });
    expect(lastLines(outcome, 1)).toEqual(["Sign-in would be refused: Validity."]);
  });

  it("checks an old response as of its own time, and says that first", async () => {
    const outcome = await rehearseHere(["response.xml", "--at", "2026-12-01T12:00:00Z"]);
    jest.useFakeTimers({ now: new Date("2026-12-03T00:00:00Z"), doNotFake: [...NOT_FAKED] });
    const old = await ran("response.xml", "--config", project.path("config"));
    jest.useRealTimers();
    expect(old.code).toBe(0);
    expect(old.stdout.split("\n")[0]).toBe(
      "This response is old, and is checked as of 2026-12-01T12:00:00Z, when it was issued: AWS takes a response for 5 minutes, so a sign-in now needs a new one. --at checks another moment.",
    );
    expect(outcome.stdout).not.toContain("This response is old");
  });

  it("writes one JSON document with --json", async () => {
    const { code, stdout } = await rehearseHere(["form.txt", ...AT, "--json"]);
    const { verdict, decidedBy, passed, moment, steps, landing } = JSON.parse(stdout) as {
      verdict: string;
      decidedBy: string[];
      moment: unknown;
      passed: boolean;
      steps: { id: string; status: string }[];
      landing: unknown;
    };
    expect(code).toBe(0);
    expect({ verdict, decidedBy, passed }).toEqual({
      verdict: "passed",
      decidedBy: [],
      passed: true,
    });
    expect(moment).toEqual({ at: "2026-12-01T12:01:00.000Z", from: "given" });
    expect(steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "response passed",
      "signature passed",
      "issuer passed",
      "recipient passed",
      "audience passed",
      "validity passed",
      "role passed",
      "session-name passed",
      "session-tags passed",
      "session-duration passed",
      "relay-state passed",
      "permission passed",
      "user unverified",
    ]);
    expect(landing).toEqual({
      user: "agent1@example.com",
      userConfigured: false,
      instance: "workshop",
      instanceArn:
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      application: "agent",
      roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      page: RELAY_STATE,
      until: "2026-12-02T00:00:00.000Z",
    });
  });

  it("writes no character that steers a terminal, with --json", async () => {
    const SAMLResponse = Buffer.from(xml).toString("base64");
    const relayState = "\u009b31m\u202e\u{e0001}";
    const form = new URLSearchParams({ SAMLResponse, RelayState: relayState }).toString();
    project.write("steering.txt", form);
    const config = ["--config", project.path("config")];
    const { code, stdout } = await ran("steering.txt", ...AT, ...config, "--json");
    expect(code).toBe(3);
    expect(stdout).toContain('"\\"\\u009b31m\\u202e\\udb40\\udc01\\""');
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{C}\u2028\u2029]/u);
    const { steps } = JSON.parse(stdout) as { steps: { id: string; seen: string }[] };
    expect(steps.find(({ id }) => id === "relay-state")?.seen).toBe(`"${relayState}"`);
  });

  it("checks the config as of now, whatever moment is rehearsed", async () => {
    const config = ["--config", project.path("config")];
    const outcome = await ran("response.xml", "--at", "2025-12-01T12:01:00Z", ...config);
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toContain("The certificate is not valid before 2026-01-01T00:00:00Z.");
    expect(lastLines(outcome, 1)).toEqual([
      "Whether sign-in would succeed cannot be told here: Validity.",
    ]);
  });

  it("reports metadata that cannot be parsed as a problem of the config", async () => {
    const metadata = (file: string) => project.read(`config/metadata/${file}`);
    project
      .write("broken/workshop.yaml", project.read("config/workshop.yaml"))
      .write("broken/metadata/agent.xml", `\ufeff${metadata("agent.xml")}`)
      .write("broken/metadata/admin.xml", metadata("admin.xml"));
    const told = jest.spyOn(console, "error").mockReturnValue(undefined);
    const outcome = await ran("response.xml", "--config", project.path("broken"));
    expect(outcome).toEqual({ code: 3, stdout: "" });
    expect(told.mock.calls.join("\n")).toContain(
      "starts with a byte order mark (BOM), which IAM cannot parse; save it as UTF-8 without BOM\n",
    );
  });

  it("prints nothing of the response but its names, and writes nothing", async () => {
    const before = { files: project.files("."), changed: statSync(project.folder).mtimeMs };
    const { stdout } = await rehearseHere(["response.xml", ...AT]);
    const secrets = [
      ...xml.matchAll(/<(?:\w+:)?(?:SignatureValue|DigestValue|X509Certificate)>\s*([^<\s]+)/g),
    ];
    expect(secrets.length).toBeGreaterThan(1);
    for (const [, secret = ""] of secrets) expect(stdout).not.toContain(secret.slice(0, 20));
    expect({ files: project.files("."), changed: statSync(project.folder).mtimeMs }).toEqual(
      before,
    );
  });

  it("colours the verdicts, where that is asked for", async () => {
    const { stdout } = await rehearse(["response.xml", ...AT], { env: { FORCE_COLOR: "1" } });
    expect(stdout).toContain("\u001b[32mpassed      \u001b[39mSAML response");
  });

  it("reports a config that is wrong before anything else", async () => {
    const env = { CONNECT_SSO_CONFIG: "nowhere.yaml" };
    const outcome = await rehearseHere(["response.xml"], env);
    expect(outcome).toEqual({
      code: 3,
      stdout: "",
      stderr:
        "error: nowhere.yaml does not exist; write it, as npm run init -- ARN does, or name another config file or folder\nFix the config first: it defines what a response must contain.\n",
    });
  });

  it("writes JSON of a config that is wrong too", async () => {
    project.write("empty/workshop.yaml", "");
    const file = project.path("empty/workshop.yaml");
    const outcome = await ran("response.xml", "--config", file, "--json");
    expect(outcome.code).toBe(3);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      verdict: "unverified",
      passed: false,
      problems: [{ severity: "error", file }],
      steps: [],
    });
  });

  it("reports a file that is far too long", async () => {
    const large = await ran("large.txt", "--config", project.path("config"));
    expect(large.code).toBe(1);
    expect(large.stdout).toMatch(
      /^refused +SAML response: .*\n +is more than 400,000 characters long; AWS takes up to 100,000 of base64\n/,
    );
  });

  it.each([
    [["nothing.xml"], 'FILE "nothing.xml" does not exist'],
    [[""], 'FILE "" does not exist'],
    [["modules"], 'FILE "modules" is a folder; name a file'],
    [
      ["nothing.xml", "--config", "nowhere"],
      '--config "nowhere" does not exist; name a config file or a folder of them',
    ],
    [["nothing.xml", "--config", ""], "--config needs a value; write --config VALUE"],
    [
      ["a.xml", "b.xml"],
      "rehearse takes one file, or - for standard input; --capture takes the response on a page instead",
    ],
    [["a.xml", "--capture"], '--capture takes the response on a page; leave "a.xml" out'],
    [["--capture", "--json"], "--json has no effect with --capture; leave it out"],
    [
      ["a.xml", "--response", "0"],
      '--response "0" is not a number from 1; it counts the responses of a capture, oldest first',
    ],
    [
      ["response.xml", "--at", "yesterday"],
      '--at "yesterday" is not a moment; write it as in 2026-12-01T12:00:30Z',
    ],
    [
      ["response.xml", "--at", "2026-13-01"],
      '--at "2026-13-01" is not a moment; write it as in 2026-12-01T12:00:30Z',
    ],
    [
      ["response.xml", "--at", "2026-02-30"],
      '--at "2026-02-30" is not a moment; write it as in 2026-12-01T12:00:30Z',
    ],
    [
      ["response.xml", "--relaystate", "x"],
      "--relaystate is not an option here; did you mean --relay-state?",
    ],
  ])("refuses the call %j, which is status 2", async (args, message) => {
    const terminal = { write: () => undefined, paint: (_: unknown, text: string) => text };
    const options = COMMANDS["rehearse"]?.options ?? {};
    const call = async () => run(readArguments(args, options), terminal);
    await expect(call()).rejects.toThrow(new UsageError(message));
  });
});
