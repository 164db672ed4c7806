import { loadConfig } from "../../../../modules/config";
import { compareState } from "../../../../modules/commands/check/account/compare-state";
import type { Existing } from "../../../../modules/commands/check/account/existing";
import { Project } from "../../../support/project";

const APPLICATION =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const GROUP = "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b";

const named = (kind: Existing["kind"], name: string): Existing => ({ kind, name, identity: name });
const BY_HAND = [
  named("samlProviders", "AmazonConnectAgentAccess"),
  named("roles", "AmazonConnectAgentAccessRole"),
  named("roles", "AmazonConnectAdminAccessRole"),
  named("groups", "ConnectAgents"),
];
const ASSIGNED: Existing = {
  kind: "assignments",
  name: "group ConnectAgents",
  application: "agent",
  identity: `${APPLICATION} ${GROUP}`,
};
const FEDERATION = "terraform.workshop-federation.tfstate";
const ASSIGNMENTS = "terraform.workshop-assignments.tfstate";
const PEOPLE = "terraform.workshop-people.tfstate";

describe("What exists, compared with Terraform's state on this machine,", () => {
  const project = new Project().workshop();
  const outside = process.env["CDKTF_OUTDIR"];
  beforeAll(() => {
    process.env["CDKTF_OUTDIR"] = project.path("cdktf.out");
  });
  afterAll(() => {
    if (outside === undefined) delete process.env["CDKTF_OUTDIR"];
    else process.env["CDKTF_OUTDIR"] = outside;
    project.remove();
  });

  function found(existing: readonly Existing[] = BY_HAND, more = ""): string[] {
    project.workshop().edit("config/workshop.yaml", (text) => text + more);
    const [settings] = loadConfig(project.path("config"), new Date("2026-12-01")).instances;
    if (!settings) throw new Error("no good config");
    return compareState(settings, existing).map(({ verdict, subject, message }) =>
      `${verdict} ${subject}: ${message}`.replaceAll(`${project.folder}/`, ""),
    );
  }

  function state(...resources: [type: string, attributes: object][]): string {
    return JSON.stringify({
      resources: resources.map(([type, attributes]) => ({
        mode: "managed",
        type,
        instances: [{ attributes }],
      })),
    });
  }

  it("is not made by Terraform when there is no state, so that adopt comes first", () => {
    expect(found()).toEqual([
      `warning stack workshop-federation: SAML provider AmazonConnectAgentAccess, role AmazonConnectAgentAccessRole, role AmazonConnectAdminAccessRole exist, and are not made by Terraform as far as is known here, where there is no ${FEDERATION}; if another machine or output folder (CDKTF_OUTDIR) has the state, use that; if none has, a deployment fails, and terraform destroy leaves them: run npm run adopt -- --write first`,
      `warning stack workshop-assignments: group ConnectAgents exists, and is not made by Terraform as far as is known here, where there is no ${ASSIGNMENTS}; if another machine or output folder (CDKTF_OUTDIR) has the state, use that; if none has, a deployment fails, and terraform destroy leaves it: run npm run adopt -- --write first`,
    ]);
    expect(found([])).toEqual([]);
  });

  it("is nothing new when the state has it, or the config adopts it", () => {
    project.write(
      FEDERATION,
      state(
        ["aws_iam_saml_provider", { name: "AmazonConnectAgentAccess" }],
        ["aws_iam_role", { name: "AmazonConnectAgentAccessRole" }],
      ),
    );
    project.write(
      ASSIGNMENTS,
      state(["aws_identitystore_group", { display_name: "ConnectAgents" }]),
    );
    expect(found()).toEqual([
      `warning stack workshop-federation: role AmazonConnectAdminAccessRole exists, and is not made by Terraform as far as the state in ${FEDERATION} shows, so a deployment fails, and terraform destroy leaves it; run npm run adopt -- --write first`,
    ]);
    expect(found(BY_HAND, "adopt: { roles: [AmazonConnectAdminAccessRole] }\n")).toEqual([]);
  });

  it("is an assignment or a membership by its IDs, and a user who comes from a group", () => {
    const member = {
      kind: "memberships",
      name: "ana in ConnectAgents",
      identity: `${GROUP} 6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a`,
    } as const;
    const all = [ASSIGNED, member, named("groupUsers", "bo@example.com")];
    project.write(ASSIGNMENTS, state()).write(PEOPLE, state());
    expect(found(all)).toEqual([
      `warning stack workshop-assignments: assignment group ConnectAgents to agent, membership ana in ConnectAgents exist, and are not made by Terraform as far as the state in ${ASSIGNMENTS} shows, so a deployment fails, and terraform destroy leaves them; run npm run adopt -- --write first`,
      `warning stack workshop-people: Amazon Connect user bo@example.com exists, and is not made by Terraform as far as the state in ${PEOPLE} shows, so a deployment fails, and terraform destroy leaves it; run npm run adopt -- --write first`,
    ]);
    project.write(
      ASSIGNMENTS,
      state(
        [
          "aws_ssoadmin_application_assignment",
          { application_arn: APPLICATION, principal_id: GROUP, principal_type: "GROUP" },
        ],
        [
          "aws_identitystore_group_membership",
          { group_id: GROUP, member_id: "6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a" },
        ],
      ),
    );
    project.write(PEOPLE, state(["aws_connect_user", { name: "bo@example.com" }]));
    expect(found(all)).toEqual([]);
  });

  it("is not told where the state is elsewhere, or is no state", () => {
    project.write(FEDERATION, "no state").write(ASSIGNMENTS, "{");
    expect(found()).toEqual([]);
    expect(found(BY_HAND, "backend: { type: none }\n")).toEqual([]);
  });
});
