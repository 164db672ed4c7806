import { loadConfig } from "../../modules/config";
import { rehearse } from "../../modules/commands/rehearse";
import { IdentityProvider } from "../support/identity-provider";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const AT = new Date("2026-12-01T12:01:00Z");

describeWithTools("a response that the rehearsal accepts", () => {
  const project = new Project().copy("config");
  let moto: Moto;
  let aws: RunningProvider;
  let provider: IdentityProvider;
  let outputs: Record<string, string>;
  beforeAll(async () => {
    moto = await Moto.start();
    aws = await RunningProvider.start(moto.environment("us-east-1"));
    provider = await IdentityProvider.make({ application: "agent" });
    project.write("config/metadata/agent.xml", provider.metadata);
    resynth(project);
    const stack = project.path("cdktf.out/stacks/workshop-federation");
    const terraform = new Terraform(stack, aws.environment);
    await terraform.init();
    await terraform.apply();
    outputs = await terraform.outputs();
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await aws.stop();
  });

  it("is taken by AWS STS, for the role and the SAML provider that were deployed", async () => {
    const { agent_attribute_mapping_value = "", agent_relay_state_url = "" } = outputs;
    const { agent_role_arn = "", agent_saml_provider_arn = "" } = outputs;
    const response = provider.respond({ roles: [agent_attribute_mapping_value] });

    const { instances } = loadConfig(project.path("config"), AT);
    const relayState = agent_relay_state_url;
    const { landing } = await rehearse({ response, instances, at: AT, relayState });
    expect(landing).toEqual({
      user: "agent1@example.com",
      userConfigured: false,
      instance: "workshop",
      instanceArn:
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      application: "agent",
      roleArn: agent_role_arn,
      page: agent_relay_state_url,
      until: new Date("2026-12-02T00:00:00Z"),
    });

    // The response takes the place of AWS credentials: nobody signs this call.
    const answer = await fetch(moto.url, {
      method: "POST",
      body: new URLSearchParams({
        Action: "AssumeRoleWithSAML",
        Version: "2011-06-15",
        RoleArn: agent_role_arn,
        PrincipalArn: agent_saml_provider_arn,
        SAMLAssertion: Buffer.from(response).toString("base64"),
      }),
    });
    const text = await answer.text();
    expect({ status: answer.status, text }).toMatchObject({
      status: 200,
      text: expect.stringContaining(
        "<Arn>arn:aws:sts::123456789012:assumed-role/AmazonConnectAgentAccessRole/agent1@example.com</Arn>",
      ) as string,
    });
  });
});
