import { resolve } from "node:path";

import { App, Testing } from "cdktf";

import { loadConfig } from "../../../modules/config";
import { FederationStack } from "../../../modules/synth/stacks";
import { Project } from "../../support/project";
import { type Terraform, terraformOf } from "../../support/synth";

function stackOf(config: string): Terraform {
  const [settings] = loadConfig(resolve(__dirname, "../../..", config)).instances;
  if (!settings) throw new Error(`${config} is not a good config`);
  return terraformOf(
    new FederationStack(Testing.stubVersion(new App({ stackTraces: false })), settings),
  );
}

describe("the federation stack", () => {
  const workshop = stackOf("config/workshop.yaml");

  it("takes only credentials of the instance's account, in the instance's region", () => {
    expect(workshop.provider).toEqual({
      aws: [{ region: "us-east-1", allowed_account_ids: ["123456789012"] }],
    });
  });

  it("runs on Terraform 1.5 and on the AWS provider from 5.100 to 6.x", () => {
    expect(workshop.terraform).toMatchObject({
      required_version: ">= 1.5.0",
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
    });
  });

  it("keeps its state beside the output folder, under a relative path", () => {
    expect(workshop.terraform).toMatchObject({
      backend: { local: { path: "../../../terraform.workshop-federation.tfstate" } },
    });
  });

  it("names resources after their applications", () => {
    const addresses = (stack: Terraform) =>
      Object.entries(stack.resource ?? {})
        .flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`))
        .sort();
    expect(addresses(workshop)).toEqual([
      "aws_iam_policy.sign_in_permission",
      "aws_iam_role.admin",
      "aws_iam_role.agent",
      "aws_iam_role_policy_attachment.admin",
      "aws_iam_role_policy_attachment.agent",
      "aws_iam_saml_provider.admin",
      "aws_iam_saml_provider.agent",
      "terraform_data.sign_in_protection",
    ]);
    expect(addresses(stackOf("examples/shared-role.yaml"))).toEqual([
      "aws_iam_policy.sign_in_permission",
      "aws_iam_role.shared_role",
      "aws_iam_role_policy_attachment.shared_role",
      "aws_iam_saml_provider.admin",
      "aws_iam_saml_provider.agent",
    ]);
  });

  it("names resources after applications whose keys every object has", () => {
    const project = new Project().write(
      "config/workshop.yaml",
      "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca\napplications: { constructor: {}, toString: {} }\n",
    );
    try {
      const app = new App({ outdir: project.path("cdktf.out"), stackTraces: false });
      for (const settings of loadConfig(project.path("config")).instances) {
        new FederationStack(Testing.stubVersion(app), settings);
      }
      app.synth();
      const { resource } = JSON.parse(
        project.read("cdktf.out/stacks/workshop-federation/cdk.tf.json"),
      ) as Terraform;
      expect(Object.keys(resource?.["aws_iam_role"] ?? {})).toEqual(["constructor", "toString"]);
      expect(Object.keys(resource?.["aws_iam_saml_provider"] ?? {})).toEqual([
        "constructor",
        "toString",
      ]);
    } finally {
      project.remove();
    }
  });

  it("is synthesized without running Terraform", () => {
    const { PATH } = process.env;
    process.env["PATH"] = "";
    try {
      expect(stackOf("config/workshop.yaml")).toEqual(workshop);
    } finally {
      process.env["PATH"] = PATH;
    }
  });

  describe("of users that connect-sso users manages", () => {
    const project = new Project().samples();
    afterAll(() => {
      project.remove();
    });

    it("makes Terraform forget them, and destroy none", () => {
      const user =
        "{ email: ana@example.com, givenName: Ana, familyName: Silva, applications: [agent], securityProfiles: [Agent] }";
      const config = (key: string) =>
        `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca\napplications: { agent: {} }\n${key}users: [${user}]\n`;
      project.write("config/own.yaml", config("usersManagedBy: connect-sso\n"));
      const own = stackOf(project.path("config/own.yaml"));
      expect(own).toMatchObject({
        removed: [{ from: "aws_connect_user.user", lifecycle: { destroy: false } }],
        terraform: { required_version: ">= 1.7.0" },
      });
      expect(own.resource).not.toHaveProperty("aws_connect_user");
      project.write("config/own.yaml", config(""));
      const terraforms = stackOf(project.path("config/own.yaml"));
      expect(terraforms).not.toHaveProperty("removed");
      expect(terraforms.resource).toHaveProperty("aws_connect_user");
    });
  });
});
