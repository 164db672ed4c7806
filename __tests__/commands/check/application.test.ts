import { checkReport } from "../../../modules/commands/check";
import { ARN, load, ownMetadata, whole } from "../../support/config";
import { next } from "../../support/invocation";
import { metadataWith } from "../../support/metadata";
import { fixture } from "../../support/fixture";

const AGENT_XML = fixture("examples/metadata/workshop-agent.xml");

/** The first application in a report on this config. */
function applicationOf(lines: readonly string[], metadata = AGENT_XML, location = "config") {
  const { instances } = load({
    "workshop.yaml": whole(ARN, ...lines),
    "metadata/agent.xml": metadata,
  });
  return checkReport({ instances, problems: [] }, () => next(location)).instances[0]
    ?.applications[0];
}

const AGENT = "applications: { agent: { samlMetadataFile: metadata/agent.xml } }";

describe("an application in the report", () => {
  it("has its own role, at the config's path", () => {
    expect(applicationOf([AGENT, "rolePath: /connect/"])?.role).toEqual({
      name: "AmazonConnectAgentAccessRole",
      arn: "arn:aws:iam::123456789012:role/connect/AmazonConnectAgentAccessRole",
    });
  });

  it("has the shared role, where there is one", () => {
    expect(applicationOf([AGENT, "roles: shared", "sharedRoleName: Desk"])).toMatchObject({
      role: { name: "Desk", arn: "arn:aws:iam::123456789012:role/Desk" },
      samlProvider: { name: "AmazonConnectAgentAccess" },
    });
  });

  it("has no metadata and no ARN before the console visit", () => {
    const application = applicationOf(["applications: { agent: {} }"]);
    expect(application).not.toHaveProperty("metadata");
    expect(application).not.toHaveProperty("applicationArn");
  });

  it("has the region of its issuer, whose account is not in every entity ID", () => {
    const [, certificate = ""] = /X509Certificate>([^<]+)</.exec(AGENT_XML) ?? [];
    const opaque = metadataWith({ application: "agent", region: "eu-west-2", certificate });
    expect(applicationOf([AGENT], opaque)?.metadata?.issuer).toEqual({ region: "eu-west-2" });
  });

  it("has no issuer in Identity Center when another provider issued its metadata", () => {
    const other = AGENT_XML.replaceAll("portal.sso.us-east-1.amazonaws.com", "sign-in.example.com");
    const metadata = applicationOf([AGENT], other)?.metadata;
    expect(metadata?.entityId).toMatch(/^https:\/\/sign-in\.example\.com\//);
    expect(metadata).not.toHaveProperty("issuer");
  });

  it("says in its next step how to read the config at the same place", () => {
    expect(applicationOf([AGENT], ownMetadata(AGENT_XML), "emea")?.next).toBe(
      "npm run synth -- emea, then npx cdktf deploy --skip-synth workshop-federation, with credentials of account 123456789012",
    );
  });
});
