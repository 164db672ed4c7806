import { exitCode } from "../../../modules/commands/check/report";
import { checkReport, renderReport } from "../../../modules/commands/check";
import { loadConfig } from "../../../modules/config";
import { withAdoption } from "../../../modules/config/settings";
import { ownMetadata } from "../../support/config";
import { next } from "../../support/invocation";
import type { Finding } from "../../../modules/commands/check/account";

const NOW = new Date("2026-12-01");
const ARN = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";
const PLAIN = { paint: (_: unknown, text: string) => text };
const SYNTH =
  "npm run synth, then npx cdktf deploy workshop-federation, with credentials of account 123456789012";

const loaded = loadConfig("examples/workshop.yaml", NOW);
/** The workshop with metadata of its own in place of the samples. */
const workshop = {
  ...loaded,
  instances: loaded.instances.map((settings) => ({
    ...settings,
    identityCenter: { ...settings.identityCenter, isRegionGuessed: false },
    applications: settings.applications.map(({ metadata, ...own }) => ({
      ...own,
      ...(metadata && { metadata: { ...metadata, entityId: ownMetadata(metadata.entityId) } }),
    })),
  })),
};

/** The workshop, its applications changed. */
function changed(change: object, live?: readonly Finding[], ofInstance?: object) {
  const instances = workshop.instances.map((settings) => ({
    ...settings,
    ...ofInstance,
    applications: settings.applications.slice(0, 1).map((own) => ({ ...own, ...change })),
  }));
  return checkReport(
    { ...workshop, instances },
    () => next(),
    live && new Map([["workshop", live]]),
  );
}

function step(change: object, live?: readonly Finding[], ofInstance?: object): string[] {
  const [application] = changed(change, live, ofInstance).instances[0]?.applications ?? [];
  return [application?.phase ?? "", application?.next ?? ""];
}

function finding(stack: Finding["stack"] & string, verdict: Finding["verdict"]): Finding {
  return { stack, verdict, subject: "it", message: "is so" };
}

describe("the next step of an application", () => {
  it("before the console visit, is that visit", () => {
    expect(step({ metadata: undefined })).toEqual([
      "before the console visit",
      "npm run synth, and follow cdktf.out/handoff/workshop/index.html in the Identity Center console; then set applications.agent.samlMetadataFile to the metadata file that it provides",
    ]);
  });

  it("with its metadata, is deploying, and once that is done, its ARN", () => {
    const arn =
      "npm run discover -- --write, which sets applications.agent.applicationArn; or set it to the application's ARN, which its page in the Identity Center console shows";
    expect(step({})).toEqual(["ready to deploy", SYNTH]);
    expect(step({}, [finding("federation", "error")])).toEqual(["ready to deploy", SYNTH]);
    expect(step({}, [finding("federation", "ok")])).toEqual(["ready to deploy", arn]);
  });

  it("with its ARN, is assigning", () => {
    const known = { applicationArn: ARN };
    const assign =
      "npx cdktf deploy workshop-assignments, with credentials of account 210987654321";
    const federation = finding("federation", "ok");
    expect(step(known)).toEqual(["ready to assign", `${SYNTH}; then ${assign}`]);
    expect(step(known, [finding("federation", "error")])).toEqual(["ready to assign", SYNTH]);
    expect(step(known, [federation, finding("assignments", "error")])).toEqual([
      "ready to assign",
      `npm run synth, then ${assign}`,
    ]);
    expect(step(known, [federation, finding("assignments", "ok")])).toEqual([
      "ready to assign",
      "nothing",
    ]);
  });

  it.each([
    ["unread", [finding("federation", "ok"), finding("federation", "unread")]],
    ["failed", [finding("federation", "failed")]],
    ["in another account", [{ verdict: "failed", subject: "it", message: "is another account" }]],
  ] as const)("is a comparison that sees all, where something was %s", (_, live) => {
    const again = `npm run check -- --live --profile NAME, with a profile that may read all of account 123456789012, shows whether workshop-federation is deployed; if it is not: ${SYNTH}`;
    expect(step({}, live)).toEqual(["ready to deploy", again]);
    expect(step({ applicationArn: ARN }, live)).toEqual(["ready to assign", again]);
  });

  it.each([
    ["unread", [finding("assignments", "ok"), finding("assignments", "unread")]],
    ["in another account", [{ verdict: "unread", subject: "Identity Center", message: "it is" }]],
  ] as const)("is that in the other account, where that was %s", (_, live) => {
    expect(step({ applicationArn: ARN }, [finding("federation", "ok"), ...live])).toEqual([
      "ready to assign",
      "npm run check -- --live --identity-center-profile NAME, with a profile that may read all of account 210987654321, shows whether workshop-assignments is deployed; if it is not: npm run synth, then npx cdktf deploy workshop-assignments, with credentials of account 210987654321",
    ]);
  });

  it("with its ARN alone, takes the metadata as a variable", () => {
    expect(
      step({ applicationArn: ARN, metadata: undefined }, [finding("federation", "error")]),
    ).toEqual([
      "ready to assign",
      `${SYNTH} and the metadata in TF_VAR_agent_saml_metadata_document`,
    ]);
  });

  it("names the metadata that the stack takes as variables for other applications too", () => {
    const instances = workshop.instances.map((settings) => ({
      ...settings,
      applications: settings.applications.map(({ metadata, ...own }) =>
        own.key === "agent" || !metadata ? own : { ...own, metadata },
      ),
    }));
    const { applications = [] } =
      checkReport({ ...workshop, instances }, () => next()).instances[0] ?? {};
    expect(applications[1]).toMatchObject({
      key: "admin",
      phase: "ready to deploy",
      next: `${SYNTH} and the metadata in TF_VAR_agent_saml_metadata_document`,
    });
  });

  it("with adopt, ends with removing that, since what is there may have been made by hand", () => {
    const instances = workshop.instances.map((settings) => withAdoption(settings, true));
    const adopting = { ...workshop, instances };
    const live = new Map([["workshop", [finding("federation", "ok")]]]);
    for (const report of [
      checkReport(adopting, () => next()),
      checkReport(adopting, () => next(), live),
    ]) {
      expect(report.instances[0]?.applications[0]?.next).toBe(
        `${SYNTH}; once that has taken over what exists, remove adopt, then npm run synth again`,
      );
    }
  });

  it("with users from groups, is their stack too, until each member is a user", () => {
    const change = { applicationArn: ARN };
    const people =
      "npx cdktf deploy workshop-people, with credentials of account 123456789012, and in TF_VAR_identity_center_profile a profile of the account of Identity Center, if that is another";
    const assign =
      "npx cdktf deploy workshop-assignments, with credentials of account 210987654321";
    const userGroups = [
      {
        group: "ConnectAgents",
        applications: ["agent"],
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
      },
    ];
    const done = [finding("federation", "ok"), finding("assignments", "ok")];
    const of = (live?: readonly Finding[]) => step(change, live, { userGroups })[1];
    expect(of()).toBe(`${SYNTH}; then ${assign}; then ${people}`);
    expect(of([...done, finding("people", "error")])).toBe(`npm run synth, then ${people}`);
    expect(of(done)).toBe("nothing");
  });

  it("without anybody to assign, is naming them", () => {
    expect(step({ applicationArn: ARN, groups: [] })).toEqual([
      "ready to assign",
      "list who may use it in applications.agent.assign",
    ]);
  });
});

describe("a report", () => {
  it("has everything that is known, under names that stay", () => {
    expect(JSON.parse(JSON.stringify(changed({})))).toEqual({
      ok: true,
      errors: 0,
      warnings: 0,
      unread: 0,
      failed: 0,
      problems: [],
      instances: [
        {
          name: "workshop",
          file: "examples/workshop.yaml",
          instanceArn:
            "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
          region: "us-east-1",
          accountId: "123456789012",
          identityCenter: { region: "us-east-1", isRegionGuessed: false },
          policy: { name: "AmazonConnectSSOPolicy", attach: "managed" },
          users: 0,
          applications: [
            {
              key: "agent",
              displayName: "Amazon Connect - Agent",
              phase: "ready to deploy",
              next: SYNTH,
              metadata: {
                entityId:
                  "https://portal.sso.us-east-1.amazonaws.com/saml/assertion/MTExMTIyMjIzMzMzX2lucy01YTNjMWU5ZjcwYjJkODQ2",
                issuer: {
                  region: "us-east-1",
                  accountId: "111122223333",
                  applicationId: "ins-5a3c1e9f70b2d846",
                },
                certificates: [
                  { starts: "2026-11-01T00:00:00.000Z", ends: "2076-11-01T00:00:00.000Z" },
                ],
              },
              samlProvider: {
                name: "AmazonConnectAgentAccess",
                arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
              },
              role: {
                name: "AmazonConnectAgentAccessRole",
                arn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
              },
              sessionSeconds: 43_200,
              groups: ["ConnectAgents"],
              users: [],
            },
          ],
        },
      ],
    });
  });

  it("counts errors and warnings of files and account together", () => {
    const live = [
      finding("federation", "error"),
      finding("federation", "warning"),
      finding("federation", "unread"),
      finding("federation", "waiting"),
    ];
    expect(changed({}, live)).toMatchObject({ ok: false, errors: 1, warnings: 1, unread: 1 });
    expect(changed({}, live.slice(1))).toMatchObject({ ok: true, errors: 0, warnings: 1 });
  });

  it("has the exit code 1 for errors, 3 for what failed without an error, and else 0", () => {
    const code = (...verdicts: Finding["verdict"][]) =>
      exitCode(
        changed(
          {},
          verdicts.map((verdict) => finding("federation", verdict)),
        ),
      );
    expect(code("ok", "warning", "waiting", "unread")).toBe(0);
    expect(code("ok", "failed")).toBe(3);
    expect(code("error", "failed")).toBe(1);
  });

  it("counts what failed, in red", () => {
    const live = [finding("federation", "failed"), finding("federation", "failed")];
    const paint = (style: string, text: string) => `[${style}:${text}]`;
    expect(changed({}, live)).toMatchObject({ ok: false, errors: 0, failed: 2 });
    expect(renderReport(changed({}, live), { paint }).split("\n").at(-1)).toBe(
      "1 instance with 1 application: [red:no errors, no warnings, 2 failed]",
    );
  });

  it("does not end as if all were well when the account could not be read", () => {
    const live = Array.from({ length: 16 }, () => finding("federation", "unread"));
    const paint = (style: string, text: string) => `[${style}:${text}]`;
    const lines = renderReport(changed({}, live), { paint }).split("\n");
    expect(lines.at(-1)).toBe(
      "1 instance with 1 application: [yellow:no errors, no warnings, 16 could not be read]",
    );
  });

  it("is broken between words in a terminal, and nowhere else", () => {
    const live: Finding[] = [
      finding("federation", "error"),
      {
        verdict: "unread",
        subject: "role R",
        message: "could not be read: it needs the permission iam:GetRole",
      },
    ];
    expect(renderReport(changed({}, live), { ...PLAIN, width: 80 })).toBe(
      `examples/workshop.yaml: Amazon Connect instance
  9690dd9b-3de7-4097-b4d9-67829f7c8fca, us-east-1, account 123456789012
  policy AmazonConnectSSOPolicy, managed; no users

  agent: Amazon Connect - Agent
    phase         ready to deploy
    metadata      issued by Identity Center in us-east-1 for application
                  ins-5a3c1e9f70b2d846 in account 111122223333
    certificate   2026-11-01 to 2076-11-01
    SAML provider AmazonConnectAgentAccess
    role          AmazonConnectAgentAccessRole, for sessions up to 12h
    for           group ConnectAgents
    next          npm run synth, then npx cdktf deploy workshop-federation, with
                  credentials of account 123456789012

  In the account
    error   it: is so
    unread  role R: could not be read: it needs the permission iam:GetRole

  somebody cannot sign in? npm run trace -- --user NAME, or npm run rehearse --
    FILE
  another error? docs/troubleshooting.md of connect-sso

1 instance with 1 application: 1 error, no warnings, 1 could not be read`,
    );
    const unbroken = renderReport(changed({}, live), PLAIN);
    expect(unbroken).toContain(`\n    next          ${SYNTH}\n`);
  });

  it("calls the region of Identity Center a guess where it is one", () => {
    const instances = workshop.instances.map((settings) => ({
      ...settings,
      identityCenter: { ...settings.identityCenter, isRegionGuessed: true },
    }));
    const guess =
      "\n  Identity Center in us-east-1, which is a guess: set identityCenter.region to the right one\n";
    const report = checkReport({ ...workshop, instances }, () => next());
    expect(renderReport(report, PLAIN)).toContain(guess);
    expect(renderReport(changed({}), PLAIN)).not.toContain("guess");
  });

  it("shows what would move a terminal's cursor, or hide", () => {
    const live: Finding[] = [
      { verdict: "error", subject: "group \u001b[2J\u202e", message: "is so" },
    ];
    expect(renderReport(changed({}, live), PLAIN)).toContain(
      "error   group \\u{1b}[2J\\u{202e}: is so",
    );
  });
});
