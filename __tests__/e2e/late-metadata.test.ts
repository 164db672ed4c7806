import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const CONFIG = `instanceArn: arn:aws:connect:eu-central-1:123456789012:instance/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e
applications: { agent: {}, admin: {} }
tags: { cost-center: "4711", Team: Contact center }
`;

describeWithTools("metadata that comes as a Terraform variable", () => {
  const project = new Project().write("config/late.yaml", CONFIG);
  let moto: Moto;
  let provider: RunningProvider;
  let agent: string;
  let admin: string;
  beforeAll(async () => {
    moto = await Moto.start();
    provider = await RunningProvider.start(moto.environment("eu-central-1"));
    agent = await makeMetadata({ application: "late agent", region: "eu-central-1" });
    admin = await makeMetadata({ application: "late admin", region: "eu-central-1" });
    resynth(project);
    await terraform().init();
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await provider.stop();
  });

  const terraform = (documents: Readonly<Record<string, string>> = {}) =>
    new Terraform(project.path("cdktf.out/stacks/late-federation"), {
      ...provider.environment,
      ...Object.fromEntries(
        Object.entries(documents).map(([key, document]) => [
          `TF_VAR_${key}_saml_metadata_document`,
          document,
        ]),
      ),
    });
  const refusal = async (documents: Readonly<Record<string, string>>) => {
    const { code, stderr } = await terraform(documents).attempt("plan", "-input=false");
    expect(code).toBe(1);
    return stderr.replace(/[\s│]+/g, " ");
  };

  it("is refused when it is a file's name", async () => {
    expect(await refusal({ agent: "metadata/agent.xml", admin })).toContain(
      "must be the whole text of the metadata file, not its name",
    );
  });

  it("is refused when Identity Center made it for another application here", async () => {
    expect(await refusal({ agent, admin: agent })).toContain(
      "Several applications have the SAML metadata of one Identity Center application: admin, agent. Each application has its own metadata: download it from the page of that application.",
    );
  });

  it("is taken for several applications when another identity provider made it", async () => {
    const other = agent.replace(/https:\/\/portal\.sso[^"]*/g, "https://idp.example.com");
    expect(await terraform({ agent: other, admin: other }).plan()).toMatchObject({
      "aws_iam_saml_provider.admin": "create",
    });
  });

  it("reaches IAM unchanged, beside the tags", async () => {
    await terraform({ agent, admin }).apply();
    const { samlProviders, roles } = await readAccount(moto.iam("eu-central-1"));
    expect(samlProviders).toEqual({
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess": agent,
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess": admin,
    });
    expect(roles["AmazonConnectAgentAccessRole"]?.tags).toEqual({
      "cost-center": "4711",
      Team: "Contact center",
    });
  });

  it("goes nowhere with credentials of another account", async () => {
    const before = await readAccount(moto.iam("eu-central-1"));
    project.write("other/late.yaml", CONFIG.replace("123456789012", "999999999999"));
    resynth(project, "other");
    const { code, stderr } = await terraform({ agent, admin }).attempt(
      "apply",
      "-auto-approve",
      "-input=false",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("AWS account ID not allowed: 123456789012");
    expect(await readAccount(moto.iam("eu-central-1"))).toEqual(before);
  });
});
