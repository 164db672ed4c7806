import { phaseOf } from "../../../modules/commands/check/phase";
import { ARN, load, OWN_METADATA, settingsOf, whole } from "../../support/config";

const APPLICATION =
  "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

describe("the phase of an application", () => {
  const phase = (application: string) => {
    const config = whole(ARN, `applications: { agent: { ${application} } }`);
    const [agent] =
      load({ ...OWN_METADATA, "workshop.yaml": config }).instances[0]?.applications ?? [];
    return agent && phaseOf(agent);
  };

  it.each([
    ["before the console visit", ""],
    ["before the console visit", "assign: { groups: [ConnectAgents] }"],
    ["ready to deploy", "samlMetadataFile: metadata/agent.xml"],
    ["ready to assign", APPLICATION],
    ["ready to assign", `samlMetadataFile: metadata/agent.xml, ${APPLICATION}`],
  ])("is %s with { %s }", (expected, application) => {
    expect(phase(application)).toBe(expected);
  });

  it("is each application's own", () => {
    const { applications } = settingsOf(
      ARN,
      "applications:",
      "  agent: {}",
      `  admin: { ${APPLICATION} }`,
    );
    expect(applications.map(phaseOf)).toEqual(["before the console visit", "ready to assign"]);
  });
});
