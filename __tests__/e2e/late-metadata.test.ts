import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const CONFIG = `instanceArn: arn:aws:connect:eu-central-1:123456789012:instance/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e
applications: { agent: {} }
tags: { cost-center: "4711", Team: Contact center }
`;

describeWithTools("metadata that comes as a Terraform variable", () => {
  const project = new Project().write("config/late.yaml", CONFIG);
  let moto: Moto;
  let provider: RunningProvider;
  let metadata: string;
  beforeAll(async () => {
    moto = await Moto.start();
    provider = await RunningProvider.start(moto.environment("eu-central-1"));
    metadata = await makeMetadata({ application: "late", region: "eu-central-1" });
    resynth(project);
    await terraform().init();
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await provider.stop();
  });

  const terraform = (document?: string, env: Record<string, string> = {}) =>
    new Terraform(project.path("cdktf.out/stacks/late-federation"), {
      ...provider.environment,
      ...(document !== undefined && { TF_VAR_agent_saml_metadata_document: document }),
      ...env,
    });
  const refusal = async (document?: string) => {
    const { code, stderr } = await terraform(document).attempt("plan", "-input=false");
    expect(code).toBe(1);
    return stderr.replace(/\s+/g, " ");
  };

  it("is asked for when it is missing", async () => {
    expect(await refusal()).toContain(
      'The root module input variable "agent_saml_metadata_document" is not set',
    );
  });

  it.each([
    ["a file's name", () => "metadata/agent.xml", "not a file name"],
    ["a byte order mark", () => `\ufeff${metadata}`, "without a byte order mark"],
    ["a document cut short", () => metadata.slice(0, -30), "be one complete EntityDescriptor"],
    ["too short a document", () => "<a></a>", "IAM takes SAML metadata of 1,000 to 10,000,000"],
    [
      "a document that was valid once",
      () => metadata.replace(" entityID", ' validUntil="2020-01-01T00:00:00Z" entityID'),
      "its validUntil is in the past",
    ],
    [
      "a document type declaration",
      () => metadata.replace("?>", '?><!DOCTYPE x [<!ENTITY y "z">]>'),
      "without a document type declaration (DOCTYPE)",
    ],
  ])("is refused when it is %s", async (_, document, message) => {
    expect(await refusal(document())).toContain(message);
  });

  it("reaches IAM unchanged, beside the tags", async () => {
    await terraform(metadata).apply();
    const { samlProviders, roles } = await readAccount(moto.iam("eu-central-1"));
    expect(samlProviders).toEqual({
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess": metadata,
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
    const { code, stderr } = await terraform(metadata).attempt(
      "apply",
      "-auto-approve",
      "-input=false",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("AWS account ID not allowed: 123456789012");
    expect(await readAccount(moto.iam("eu-central-1"))).toEqual(before);
  });
});
