import { loadConfig } from "../../../../modules/config";
import { compareState } from "../../../../modules/commands/check/account/compare-state";
import { Project } from "../../../support/project";

const NOTHING = {
  samlProviders: [],
  roles: [],
  policies: [],
  connectUsers: [],
  groups: [],
  directoryUsers: [],
};
const BY_HAND = {
  ...NOTHING,
  samlProviders: ["AmazonConnectAgentAccess"],
  roles: ["AmazonConnectAgentAccessRole", "AmazonConnectAdminAccessRole"],
  connectUsers: ["somebody@example.com"],
  groups: ["ConnectAgents", "Others"],
};
const FEDERATION = "terraform.workshop-federation.tfstate";
const ASSIGNMENTS = "terraform.workshop-assignments.tfstate";

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

  function found(existing = BY_HAND, more = ""): string[] {
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
      `warning stack workshop-federation: SAML provider AmazonConnectAgentAccess, role AmazonConnectAgentAccessRole, role AmazonConnectAdminAccessRole exist, and are not made by Terraform as far as the state in ${FEDERATION} shows, so a deployment fails; run npm run adopt first`,
      `warning stack workshop-assignments: group ConnectAgents exists, and is not made by Terraform as far as the state in ${ASSIGNMENTS} shows, so a deployment fails; run npm run adopt first`,
    ]);
    expect(found(NOTHING)).toEqual([]);
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
      `warning stack workshop-federation: role AmazonConnectAdminAccessRole exists, and is not made by Terraform as far as the state in ${FEDERATION} shows, so a deployment fails; run npm run adopt first`,
    ]);
    expect(found(BY_HAND, "adopt: { roles: [AmazonConnectAdminAccessRole] }\n")).toEqual([]);
  });

  it("is not told where the state is elsewhere, or is no state", () => {
    project.write(FEDERATION, "no state").write(ASSIGNMENTS, "{");
    expect(found()).toEqual([]);
    expect(found(BY_HAND, "backend: { type: none }\n")).toEqual([]);
  });
});
