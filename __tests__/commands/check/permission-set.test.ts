import { checkReport } from "../../../modules/commands/check";
import type { Finding } from "../../../modules/commands/check/account";
import { ARN, load, whole } from "../../support/config";
import { next } from "../../support/invocation";

const DEPLOY =
  "npm run synth, then npx cdktf deploy workshop-assignments, with credentials of account 210987654321";
const CONFIRM =
  "confirm with one test user that it works, as docs/no-console.md says: this is a preview";

/** The next step of a permission set, after a comparison with these verdicts. */
function step(
  verdicts?: readonly Finding["verdict"][],
  groups = "ConnectAgents",
): string | undefined {
  const { instances } = load({
    "workshop.yaml": whole(
      ARN,
      'identityCenter: { accountId: "210987654321", region: us-east-1 }',
      `applications: { agent: { signIn: permission-set, assign: { groups: [${groups}] } } }`,
    ),
  });
  const live = verdicts?.map((verdict): Finding => ({
    verdict,
    stack: "assignments",
    subject: "it",
    message: "is so",
  }));
  const report = checkReport(
    { instances, problems: [] },
    () => next(),
    live && new Map([["workshop", live]]),
  );
  return report.instances[0]?.permissionSets?.[0]?.next;
}

describe("the next step of a permission set", () => {
  it("is naming who may use it", () => {
    expect(step(undefined, "")).toBe("list who may use it in applications.agent.assign");
  });

  it("is deploying it, and a sign-in of one test user", () => {
    expect(step()).toBe(`${DEPLOY}; then ${CONFIRM}`);
    expect(step(["error"])).toBe(`${DEPLOY}; then ${CONFIRM}`);
  });

  it("is that sign-in, once it is deployed", () => {
    expect(step(["ok"])).toBe(CONFIRM);
  });

  it.each([
    ["something of it could not be read", ["ok", "unread"]],
    ["nothing of it could be read", []],
  ] as const)("is a comparison that sees all, where %s", (_, verdicts) => {
    expect(step(verdicts)).toBe(
      `npm run check -- --live --identity-center-profile NAME, with a profile that may read all of account 210987654321, shows whether workshop-assignments is deployed; if it is not: ${DEPLOY}; then ${CONFIRM}`,
    );
  });
});
