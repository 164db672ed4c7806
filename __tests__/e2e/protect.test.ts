import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { RunningProvider } from "./support/running-provider";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const reason = (audience: string) =>
  `(AmazonConnect${audience}AccessRole, AmazonConnect${audience}Access): users would be locked out (protect: false allows it)`;

describeWithTools("protect, which is on unless the config turns it off", () => {
  const project = new Project().workshop();
  const config = "config/workshop.yaml";
  const original = project.read(config);
  let moto: Moto;
  let provider: RunningProvider;
  let terraform: Terraform;
  beforeAll(async () => {
    moto = await Moto.start();
    provider = await RunningProvider.start(moto.environment("us-east-1"));
    terraform = new Terraform(
      project.path("cdktf.out/stacks/workshop-federation"),
      provider.environment,
    );
    resynth(project);
    await terraform.init();
    await terraform.apply();
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await provider.stop();
  });

  /** Terraform's message, in one line. */
  const refusal = async (subcommand: "plan" | "destroy", ...args: string[]) => {
    const before = await readAccount(moto.iam("us-east-1"));
    const { code, stderr } = await terraform.attempt(subcommand, "-input=false", ...args);
    expect(code).toBe(1);
    expect(await readAccount(moto.iam("us-east-1"))).toEqual(before);
    return stderr.replace(/\s+/g, " ");
  };

  it("refuses to destroy the stack", async () => {
    project.write(config, original);
    resynth(project);
    const message = await refusal("destroy", "-auto-approve");
    expect(message).toContain(`"agent ${reason("Agent")}"] has lifecycle.prevent_destroy set`);
    expect(message).toContain("Resource aws_iam_role.agent has lifecycle.prevent_destroy set");
  });

  it.each([
    ["a role", (text: string) => text.replace("  agent:", "  agent:\n    roleName: Agents")],
    [
      "a SAML provider",
      (text: string) => text.replace("  agent:", "  agent:\n    samlProviderName: Agents"),
    ],
    ["an application", (text: string) => text.replace("  agent:", "  agents:")],
    ["every role into a shared one", (text: string) => `${text}roles: shared\n`],
  ])("refuses to rename %s", async (_, change) => {
    project.write(config, change(original));
    resynth(project);
    expect(await refusal("plan")).toContain(
      `"agent ${reason("Agent")}"] has lifecycle.prevent_destroy set`,
    );
  });

  it("refuses to remove an application", async () => {
    project.write(config, original.slice(0, original.indexOf("  admin:")));
    resynth(project);
    expect(await refusal("plan")).toContain(
      `"admin ${reason("Admin")}"] has lifecycle.prevent_destroy set`,
    );
  });

  it("lets an application be added", async () => {
    project.write(
      config,
      original.replace(
        "identityCenter:",
        "  supervisor: { samlMetadataFile: metadata/supervisor.xml }\nidentityCenter:",
      ),
    );
    project.write(
      "config/metadata/supervisor.xml",
      project.read("config/metadata/agent.xml").replace(/assertion\/\w+/g, "assertion/c3VwZXI"),
    );
    resynth(project);
    expect(new Set(Object.values(await terraform.plan()))).toEqual(new Set(["create"]));
  });

  /** How a plan would replace things: `+/-` makes the new one first, `-/+` the old one away. */
  const replacements = async () => {
    const said = await terraform.run("plan", "-input=false");
    const found = said.matchAll(/# (\S+) must be replaced\n(\S+) resource/g);
    return Object.fromEntries([...found].map(([, address, how]) => [address, how])) as object;
  };

  it("lets the policy be renamed, the new one being made before the old one goes", async () => {
    project.write(config, `${original}permission: { policyName: SignIn }\n`);
    resynth(project);
    expect(await replacements()).toEqual({
      "aws_iam_policy.sign_in_permission": "+/-",
      "aws_iam_role_policy_attachment.admin": "-/+",
      "aws_iam_role_policy_attachment.agent": "-/+",
    });
  });

  it("lets roles move to another path with protect: false, the name being free by then", async () => {
    project.write(config, `${original}rolePath: /connect/\nprotect: false\n`);
    resynth(project);
    expect(await replacements()).toMatchObject({
      "aws_iam_role.admin": "-/+",
      "aws_iam_role.agent": "-/+",
    });
  });

  it("lets a role be renamed together with protect: false", async () => {
    const renamed = original.replace("  agent:", "  agent:\n    roleName: Agents");
    project.write(config, `${renamed}protect: false\n`);
    resynth(project);
    expect(await terraform.plan()).toMatchObject({
      "aws_iam_role.agent": "replace",
      [`terraform_data.sign_in_protection["agent ${reason("Agent")}"]`]: "delete",
    });
  });
});
