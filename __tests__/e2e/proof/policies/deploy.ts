import {
  GetInlinePolicyForPermissionSetCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";
import { parseDocument } from "yaml";

import { Project } from "../../../support/project";
import { resynth } from "../../../support/resynth";
import { type Role, readAccount } from "../../support/account";
import { Moto } from "../../support/moto";
import { RunningProvider } from "../../support/running-provider";
import { StandIn } from "../../support/stand-in";
import { Terraform } from "../../support/terraform";
import type { Policy } from "./decide";
import type { Example, Variant } from "./examples";

/** A role as IAM has it after a deployment. */
export interface DeployedRole {
  readonly trust: Policy;
  /** Its policies, attached or inline. */
  readonly permissions: readonly Policy[];
  readonly boundary: string | undefined;
}

/** Deploys examples with Terraform, in an account that this proof has for itself. */
export class Deployer {
  private readonly project = new Project().copy("examples").copy("config");

  private constructor(
    private readonly moto: Moto,
    private readonly standIn: StandIn,
    private readonly provider: RunningProvider,
  ) {}

  public static async start(): Promise<Deployer> {
    const moto = await Moto.start();
    const standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      // What the users of examples/people.yaml take.
      connect: {
        instanceArn:
          "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10",
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Supervisors"],
        securityProfiles: ["Agent", "CallCenterManager"],
      },
    });
    return new Deployer(
      moto,
      standIn,
      await RunningProvider.start(standIn.environment("us-east-1")),
    );
  }

  public async stop(): Promise<void> {
    this.project.remove();
    await this.moto.stop();
    await this.standIn.stop();
    await this.provider.stop();
  }

  /** Deploys one variant of an example after the other, in place. @returns roles by ARN, of each */
  public async example(
    { config, stack, instance }: Example,
    variants: readonly Variant[],
  ): Promise<Map<Variant, Readonly<Record<string, DeployedRole>>>> {
    const document = (key: string) => this.project.read(`examples/metadata/workshop-${key}.xml`);
    const terraform = new Terraform(this.project.path(`cdktf.out/stacks/${stack}`), {
      ...this.provider.environment,
      // config/workshop.yaml is from before the visit to the console.
      TF_VAR_agent_saml_metadata_document: document("agent"),
      TF_VAR_admin_saml_metadata_document: document("admin"),
    });
    const original = this.project.read(config);
    const deployed = new Map<Variant, Readonly<Record<string, DeployedRole>>>();
    for (const [index, variant] of variants.entries()) {
      this.project.write(config, varied(original, variant));
      resynth(this.project, config);
      if (index === 0) await terraform.init();
      await terraform.apply();
      deployed.set(variant, await this.roles(instance.region));
    }
    await terraform.destroy();
    this.project.write(config, original);
    return deployed;
  }

  /** Deploys a permission set, as docs/no-console.md has it. @returns its policy */
  public async permissionSet(form: Variant["form"]): Promise<Policy> {
    const config = "config/no-console.yaml";
    this.project.write(
      config,
      `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    signIn: permission-set
    destination: /ccp-v2
    newDomain: true
    assign: { groups: [ConnectAgents] }
identityCenter: { region: us-east-1, createGroups: [ConnectAgents] }
permission: { form: ${form} }
protect: false
`,
    );
    resynth(this.project, config);
    const stack = this.project.path("cdktf.out/stacks/no-console-assignments");
    const terraform = new Terraform(stack, this.provider.environment);
    await terraform.init();
    await terraform.apply();
    const policy = await this.inlinePolicy();
    await terraform.destroy();
    return policy;
  }

  private async roles(region: string): Promise<Record<string, DeployedRole>> {
    const account = await readAccount(this.moto.iam(region));
    const roles = Object.values(account.roles).map(
      ({ arn, trust, managed, inline, boundary }: Role): [string, DeployedRole] => {
        const attached = managed.map((policy) => account.policies[policy]);
        const permissions = [...attached, ...Object.values(inline)] as Policy[];
        return [arn, { trust: trust as Policy, permissions, boundary }];
      },
    );
    return Object.fromEntries(roles);
  }

  private async inlinePolicy(): Promise<Policy> {
    const admin = new SSOAdminClient({
      endpoint: this.standIn.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 1,
    });
    try {
      const InstanceArn = this.standIn.identityCenter.instanceArn;
      const { PermissionSets } = await admin.send(new ListPermissionSetsCommand({ InstanceArn }));
      const { InlinePolicy = "" } = await admin.send(
        new GetInlinePolicyForPermissionSetCommand({
          InstanceArn,
          PermissionSetArn: PermissionSets?.[0],
        }),
      );
      return JSON.parse(InlinePolicy) as Policy;
    } finally {
      admin.destroy();
    }
  }
}

function varied(config: string, { form, attach, roles }: Variant): string {
  const document = parseDocument(config);
  document.setIn(["permission", "form"], form);
  document.setIn(["permission", "attach"], attach);
  document.set("roles", roles);
  if (roles === "separate") document.delete("sharedRoleName");
  document.set("protect", false); // so that roles can come and go
  return String(document);
}
