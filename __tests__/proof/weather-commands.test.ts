import { StandIn } from "../e2e/support/stand-in";
import { KINDS, type Place, Weather } from "../e2e/support/weather";
import { cliHere } from "../support/cli-here";
import type { Outcome } from "../support/command";
import { FakeAws } from "../support/fake-aws";
import { EVERYTHING, keepFigures } from "../support/figures";
import { APPLICATION, CONFIG, GROUP, HEALTHY } from "../support/healthy-account";
import { Project } from "../support/project";
import { assumed, eventHistory, federated } from "../support/sign-in-events";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

/** What AWS answers of an account in which everything is as configured, and somebody has signed in. */
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
  "connect /users-summary": { UserSummaryList: [{ Username: "agent1@example.com", Id: "u-1" }] },
  "sso DescribeInstance": {
    PermissionSetsEnabled: true,
    EncryptionConfigurationDetails: { KeyType: "AWS_OWNED_KMS_KEY" },
  },
  "sso ListApplications": {
    Applications: [{ ApplicationArn: APPLICATION, Name: "Amazon Connect - Agent" }],
  },
  "identitystore GetGroupId": { GroupId: GROUP },
  "cloudtrail LookupEvents": eventHistory([
    assumed({ time: new Date(Date.now() - 60_000) }),
    federated({ time: new Date(Date.now() - 59_000) }),
  ]),
};

const PEOPLE = `instanceArn: ${INSTANCE}
applications: { agent: { samlMetadataFile: ../config/metadata/agent.xml } }
usersFrom: [{ file: agents.csv, applications: [agent] }]
usersManagedBy: connect-sso
`;
const AGENTS = `first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2
Ana,Silva,ana@example.com,Basic Routing Profile,Agent
Bea,Souza,bea@example.com,Basic Routing Profile,Agent
`;

/** Commands that call AWS, of which one changes something. */
const COMMANDS = [
  "check --live config/workshop.yaml",
  "adopt config/workshop.yaml",
  "discover config/workshop.yaml --region us-east-1 --identity-center-region us-east-1",
  "users plan people/people.yaml --rate 1000",
  "users apply people/people.yaml --yes --rate 1000",
  "trace --user agent1@example.com --config config/workshop.yaml",
];

/** Kinds of weather that a quick run tries at each command's last call. */
const SAMPLE: readonly (keyof typeof KINDS)[] = ["a web page with status 200", "throttled once"];

/** Reasons with what to do about each: the permission to add is what a denied call needs. */
const SENTENCE =
  /; check the network and the proxy|; try again in a few minutes|it needs the permission \w+:\w+|; name a profile .*, or set AWS_PROFILE|not authorized to perform: \w+:/;
/** Lines that say what AWS has, or has not. */
const VERDICT =
  /^ *(error|warning|missing|differs|wrong|create|change|remove|refused)\b|no instance|none was found|[Nn]othing is recorded|no GetFederationToken/;
/** What a program says that fails for a reason it does not know. */
const CRASH = /\n\s+at |Unexpected token|deserializ|undefined|\[object|Error:/;

/** How a command ended in bad weather at one call. */
interface Told {
  readonly command: string;
  readonly place: Place;
  readonly kind: string;
  readonly struck: number;
  readonly good: Outcome;
  readonly bad: Outcome;
  readonly seconds: number;
  /** Users of Amazon Connect in the end. */
  readonly users: readonly string[];
}

describe("commands in bad weather", () => {
  const aws = new FakeAws();
  const project = new Project();
  let environment: Readonly<Record<string, string>>;
  let standIn: StandIn;
  let weather: Weather;
  const told: Told[] = [];

  beforeAll(async () => {
    for (const [path, text] of Object.entries(CONFIG)) project.write(`config/${path}`, text);
    project.write("people/people.yaml", PEOPLE).write("people/agents.csv", AGENTS);
    const own = await aws.start();
    aws.answers = ANSWERS;
    standIn = await StandIn.start(
      { url: aws.url, environment: () => ({ ...own }) },
      {
        connect: {
          instanceArn: INSTANCE,
          identityManagementType: "SAML",
          routingProfiles: ["Basic Routing Profile"],
          securityProfiles: ["Agent"],
        },
      },
    );
    weather = await Weather.start();
    environment = { ...own, AWS_ENDPOINT_URL: weather.url, AWS_MAX_ATTEMPTS: "2" };
    for (const command of COMMANDS) await tryCommand(command);
  }, 3_600_000);
  afterAll(async () => {
    project.remove();
    await weather.stop();
    await standIn.stop();
    await aws.stop();
  });

  async function tryCommand(command: string): Promise<void> {
    weather.clear();
    const good = await run(command);
    const calls = [...weather.calls];
    for (const place of EVERYTHING ? calls : calls.slice(-1)) {
      for (const kind of EVERYTHING ? (Object.keys(KINDS) as (keyof typeof KINDS)[]) : SAMPLE) {
        weather.strike(place, KINDS[kind]);
        const began = performance.now();
        const bad = await run(command);
        const seconds = (performance.now() - began) / 1_000;
        const { struck } = weather;
        told.push({ command, place, kind, struck, good, bad, seconds, users: usersThere() });
      }
    }
  }

  function run(command: string): Promise<Outcome> {
    for (const name of usersThere()) standIn.connect?.deleteUser(name);
    weather.target = command.startsWith("users") ? standIn.url : aws.url;
    return cliHere(project, command.split(" "), environment);
  }

  function usersThere(): string[] {
    return Object.keys(standIn.connect?.users() ?? {});
  }

  /** Runs that do not keep a promise, each in a line. */
  function broken(keeps: (one: Told) => boolean): string[] {
    return told
      .filter((one) => !keeps(one))
      .map(
        ({ command, place, kind, bad, seconds }) =>
          `${command}, ${place.call} ${String(place.ordinal)}, ${kind}, ${seconds.toFixed(1)} s, ${String(bad.code)}: ${textOf(bad)}`,
      );
  }

  it("meet it at every call", () => {
    expect(told.length).toBeGreaterThanOrEqual(COMMANDS.length * SAMPLE.length);
    expect(broken(({ struck }) => struck > 0)).toEqual([]);
  });

  it("say the same as in good weather, or end with a reason and what to do", () => {
    expect(broken((one) => isHealed(one) || SENTENCE.test(textOf(one.bad)))).toEqual([]);
    expect(
      broken((one) => isHealed(one) || one.kind === "access denied" || one.bad.code !== 0),
    ).toEqual([]);
  });

  it("show nothing of how a program fails", () => {
    expect(broken(({ bad }) => !CRASH.test(textOf(bad)))).toEqual([]);
  });

  it("take no failure for what AWS says of the account", () => {
    expect(
      broken(({ good, bad }) => {
        const known = textOf(good).split("\n");
        const lines = textOf(bad).split("\n");
        return lines.every((line) => !VERDICT.test(line) || known.includes(line));
      }),
    ).toEqual([]);
  });

  it("change all that they say, or nothing", () => {
    const applied = told.filter(({ command }) => command.startsWith("users apply"));
    for (const { bad, users } of applied) {
      const done = Number(/: (\d+) created,/.exec(bad.stdout)?.[1] ?? 0);
      expect([bad.stdout, users.length]).toEqual([bad.stdout, done]);
    }
  });

  it("end within 30 seconds", () => {
    expect(broken(({ seconds }) => seconds < 30)).toEqual([]);
  });

  it("keep their figures", () => {
    const healed = told.filter(isHealed).length;
    const all = String(told.length);
    keepFigures("weather-commands", [
      {
        what: "runs of check --live, adopt, discover, users plan, users apply and trace, in which one call met bad weather",
        result: `${all}: ${String(healed)} said the same as in good weather, as the call was repeated; ${String(told.length - healed)} ended with a reason and what to do`,
      },
      { what: "runs that took a failure for what AWS says of the account", result: `0 of ${all}` },
    ]);
  });
});

function textOf({ stdout, stderr }: Outcome): string {
  return `${stdout}\n${stderr}`;
}

function isHealed({ good, bad }: Told): boolean {
  const timeless = ({ code, stdout }: Outcome) =>
    `${String(code)} ${stdout.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, "")}`;
  return timeless(good) === timeless(bad);
}
