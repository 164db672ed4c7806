import { App, TerraformStack, Testing } from "cdktf";

import { type InstanceSettings, loadConfig } from "../../../modules/config";
import { AssignmentsStack, FederationStack } from "../../../modules/synth/stacks";
import { Project } from "../../support/project";
import { load } from "../../support/config";
import { fixture } from "../../support/fixture";
import { only, type Terraform, terraformOf } from "../../support/synth";

interface Written extends Terraform {
  readonly data?: Terraform["resource"];
  readonly locals?: Record<string, unknown>;
}

const INSTANCE_ARN =
  "instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT_ARN =
  "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ADMIN_ARN =
  "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222";

const WORKSHOP = `
${INSTANCE_ARN}
applications:
  agent:
    applicationArn: ${AGENT_ARN}
    assign: { groups: [ConnectAgents] }
  admin:
    applicationArn: ${ADMIN_ARN}
    assign: { groups: [ConnectAdmins], users: [lead@example.com] }
identityCenter:
  createGroups: [ConnectAgents]
users:
  - email: agent1@example.com
    givenName: Ana
    familyName: da Silva
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
  - email: admin1@example.com
    givenName: Bo
    familyName: Lind
    applications: [admin]
    securityProfiles: [Admin]
    deskPhone: "+12065550199"
    emailInConnect: true
tags: { Team: Contact center }
`;

/** What config/workshop.yaml says, with its defaults. */
function settingsOf(config: string): InstanceSettings {
  const project = new Project().write("config/workshop.yaml", config);
  try {
    const { instances, problems } = loadConfig(project.path("config"));
    const [settings] = instances;
    if (!settings) throw new Error(problems.map(({ message }) => message).join("\n"));
    return settings;
  } finally {
    project.remove();
  }
}

const app = () => Testing.stubVersion(new App({ stackTraces: false }));

const assignmentsOf = (config: string): Written =>
  terraformOf(new AssignmentsStack(app(), settingsOf(config)));

const federationOf = (config: string): Written =>
  terraformOf(new FederationStack(app(), settingsOf(config)));

const addresses = ({ resource = {}, data = {}, locals = {} }: Written) => [
  ...Object.entries(resource).flatMap(([type, all]) =>
    Object.keys(all).map((name) => `${type}.${name}`),
  ),
  ...Object.entries(data).flatMap(([type, all]) =>
    Object.keys(all).map((name) => `data.${type}.${name}`),
  ),
  ...Object.keys(locals).map((name) => `local.${name}`),
];

const withIdentityCenter = (settings: string) =>
  WORKSHOP.replace("identityCenter:\n", `identityCenter:\n${settings}`);

describe("the assignments stack", () => {
  const workshop = assignmentsOf(WORKSHOP);

  it("deploys in the instance's region with any credentials, unless the config says otherwise", () => {
    expect(workshop.provider).toEqual({ aws: [{ region: "us-east-1" }] });
  });

  it("deploys in the region of Identity Center", () => {
    expect(assignmentsOf(withIdentityCenter("  region: eu-central-1\n")).provider).toEqual({
      aws: [{ region: "eu-central-1" }],
    });
  });

  it("takes only credentials of the account of Identity Center, where it is named", () => {
    expect(assignmentsOf(withIdentityCenter('  accountId: "210987654321"\n')).provider).toEqual({
      aws: [{ region: "us-east-1", allowed_account_ids: ["210987654321"] }],
    });
  });

  it("runs on Terraform 1.5 and on the AWS provider from 5.100 to 6.x, with a state of its own", () => {
    expect(workshop.terraform).toEqual({
      required_version: ">= 1.5.0",
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
      backend: { local: { path: "../../../terraform.workshop-assignments.tfstate" } },
    });
  });

  it("names resources after their applications and what they are", () => {
    expect(addresses(workshop).sort()).toEqual([
      "aws_identitystore_group.created",
      "aws_identitystore_group_membership.created",
      "aws_identitystore_user.created",
      "aws_ssoadmin_application_assignment.admin",
      "aws_ssoadmin_application_assignment.agent",
      "data.aws_identitystore_group.existing",
      "data.aws_identitystore_user.existing",
      "data.aws_ssoadmin_instances.identity_center",
      "local.created_group_ids",
      "local.created_groups",
      "local.created_memberships",
      "local.created_user_ids",
      "local.created_users",
      "local.existing_group_ids",
      "local.existing_groups",
      "local.existing_user_ids",
      "local.existing_users",
      "local.identity_store_id",
      "local.principals_of_admin",
      "local.principals_of_agent",
    ]);
  });

  it("assigns what the config says", () => {
    expect(workshop.resource?.["aws_ssoadmin_application_assignment"]).toEqual({
      agent: {
        for_each: "${local.principals_of_agent}",
        application_arn: AGENT_ARN,
        principal_type: "${each.value.principal_type}",
        principal_id: "${each.value.principal_id}",
      },
      admin: {
        for_each: "${local.principals_of_admin}",
        application_arn: ADMIN_ARN,
        principal_type: "${each.value.principal_type}",
        principal_id: "${each.value.principal_id}",
      },
    });
    expect(workshop.locals).toMatchObject({
      principals_of_agent: {
        "group ConnectAgents": {
          principal_type: "GROUP",
          principal_id: '${local.created_group_ids["ConnectAgents"]}',
        },
      },
      principals_of_admin: {
        "group ConnectAdmins": {
          principal_type: "GROUP",
          principal_id: '${local.existing_group_ids["ConnectAdmins"]}',
        },
        "user lead@example.com": {
          principal_type: "USER",
          principal_id: '${local.existing_user_ids["lead@example.com"]}',
        },
      },
    });
  });

  it("makes only the users that are to be made, as members of their application's groups", () => {
    expect(only(workshop, "aws_identitystore_user")["for_each"]).toBe("${local.created_users}");
    expect(only(workshop, "aws_identitystore_group_membership")["for_each"]).toBe(
      "${local.created_memberships}",
    );
    expect(workshop.locals?.["created_users"]).toEqual({
      "agent1@example.com": { given_name: "Ana", family_name: "da Silva" },
    });
    expect(workshop.locals?.["created_memberships"]).toEqual({
      "agent1@example.com in ConnectAgents": {
        group_id: '${local.created_group_ids["ConnectAgents"]}',
        member_id: '${local.created_user_ids["agent1@example.com"]}',
      },
    });
  });

  it("makes no user when the config says so of none", () => {
    const { resource = {} } = assignmentsOf(
      WORKSHOP.replace("    createInIdentityCenter: true\n", ""),
    );
    expect(resource).not.toHaveProperty("aws_identitystore_user");
    expect(resource).not.toHaveProperty("aws_identitystore_group_membership");
  });

  it("assigns the same user that it makes", () => {
    const made = assignmentsOf(
      WORKSHOP.replace("{ groups: [ConnectAgents] }", "{ users: [agent1@example.com] }"),
    );
    expect(made.locals?.["principals_of_agent"]).toEqual({
      "user agent1@example.com": {
        principal_type: "USER",
        principal_id: '${local.created_user_ids["agent1@example.com"]}',
      },
    });
  });

  it("makes a user of two applications a member of each of their groups once", () => {
    const made = assignmentsOf(`
${INSTANCE_ARN}
roles: shared
applications:
  agent:
    applicationArn: ${AGENT_ARN}
    assign: { groups: [Everybody, ConnectAgents] }
  admin:
    applicationArn: ${ADMIN_ARN}
    assign: { groups: [ConnectAdmins, Everybody] }
users:
  - email: lead@example.com
    givenName: Ana
    familyName: da Silva
    applications: [agent, admin]
    securityProfiles: [Agent]
    createInIdentityCenter: true
`);
    expect(Object.keys(made.locals?.["created_memberships"] as object).sort()).toEqual([
      "lead@example.com in ConnectAdmins",
      "lead@example.com in ConnectAgents",
      "lead@example.com in Everybody",
    ]);
  });

  it("names resources after applications whose keys every object has", () => {
    const made = assignmentsOf(`
${INSTANCE_ARN}
applications:
  constructor: { applicationArn: ${AGENT_ARN}, assign: { groups: [A] } }
  toString: { applicationArn: ${ADMIN_ARN}, assign: { groups: [B] } }
`);
    expect(Object.keys(made.resource?.["aws_ssoadmin_application_assignment"] ?? {})).toEqual([
      "constructor",
      "toString",
    ]);
  });
});

describe("an application that was created in an additional region of Identity Center", () => {
  const config = withIdentityCenter('  region: us-east-1\n  accountId: "210987654321"\n').replace(
    "  admin:\n",
    "  admin:\n    samlMetadataFile: metadata/admin.xml\n",
  );
  const written = (yaml: string) => {
    const metadata = fixture("examples/metadata/workshop-admin.xml").replaceAll(
      "us-east-1",
      "eu-west-1",
    );
    const [settings] = load({ "metadata/admin.xml": metadata, "workshop.yaml": yaml }).instances;
    if (!settings) throw new Error("no settings");
    return terraformOf(new AssignmentsStack(app(), settings));
  };

  it("is assigned there, while groups and users stay in the primary region", () => {
    const { provider, resource } = written(config);
    expect(provider).toEqual({
      aws: [
        { region: "us-east-1", allowed_account_ids: ["210987654321"] },
        { alias: "eu_west_1", region: "eu-west-1", allowed_account_ids: ["210987654321"] },
      ],
    });
    const providers = Object.entries(resource ?? {}).flatMap(([type, all]) =>
      Object.entries(all).map(([name, one]) => [`${type}.${name}`, one["provider"]]),
    );
    expect(Object.fromEntries(providers)).toEqual({
      "aws_ssoadmin_application_assignment.agent": undefined,
      "aws_ssoadmin_application_assignment.admin": "aws.eu_west_1",
      "aws_identitystore_group.created": undefined,
      "aws_identitystore_group_membership.created": undefined,
      "aws_identitystore_user.created": undefined,
    });
  });

  it("takes no second provider, where nobody is assigned to it", () => {
    const nobody = config.replace(
      "    assign: { groups: [ConnectAdmins], users: [lead@example.com] }\n",
      "",
    );
    expect(written(nobody).provider).toEqual({
      aws: [{ region: "us-east-1", allowed_account_ids: ["210987654321"] }],
    });
  });
});

describe("an application without an ARN", () => {
  const late = WORKSHOP.replace(`    applicationArn: ${AGENT_ARN}\n`, "");

  it("is left out of the assignments stack, and its groups are not its user's yet", () => {
    const made = assignmentsOf(late);
    expect(addresses({ ...made, locals: {} }).sort()).toEqual([
      "aws_identitystore_group.created",
      "aws_identitystore_user.created",
      "aws_ssoadmin_application_assignment.admin",
      "data.aws_identitystore_group.existing",
      "data.aws_identitystore_user.existing",
      "data.aws_ssoadmin_instances.identity_center",
    ]);
    expect(JSON.stringify(made)).not.toContain("application agent");
  });

  it("is no reason to wait while another has one", () => {
    expect(AssignmentsStack.isDue(settingsOf(WORKSHOP))).toBe(true);
    expect(AssignmentsStack.isDue(settingsOf(late))).toBe(true);
    expect(
      AssignmentsStack.isDue(settingsOf(late.replace(`    applicationArn: ${ADMIN_ARN}\n`, ""))),
    ).toBe(false);
  });
});

describe("the federation stack", () => {
  it("makes the users in the instance, whether or not they are made in Identity Center", () => {
    const made = federationOf(WORKSHOP);
    expect(made.resource?.["aws_connect_user"]).toEqual({
      user: {
        for_each: "${local.users}",
        instance_id: "${data.aws_connect_instance.instance.instance_id}",
        name: "${each.key}",
        identity_info: {
          first_name: "${each.value.first_name}",
          last_name: "${each.value.last_name}",
          email: '${lookup(each.value, "email", null)}',
        },
        phone_config: {
          phone_type: "${each.value.phone_type}",
          desk_phone_number: '${lookup(each.value, "desk_phone_number", null)}',
        },
        routing_profile_id: "${each.value.routing_profile_id}",
        security_profile_ids: "${each.value.security_profile_ids}",
        tags: { Team: "Contact center" },
      },
    });
    expect(made.locals?.["users"]).toEqual({
      "agent1@example.com": {
        first_name: "Ana",
        last_name: "da Silva",
        phone_type: "SOFT_PHONE",
        routing_profile_id: '${local.routing_profile_ids["Basic Routing Profile"]}',
        security_profile_ids: ['${local.security_profile_ids["Agent"]}'],
      },
      "admin1@example.com": {
        first_name: "Bo",
        last_name: "Lind",
        email: "admin1@example.com",
        phone_type: "DESK_PHONE",
        desk_phone_number: "+12065550199",
        routing_profile_id: '${local.routing_profile_ids["Basic Routing Profile"]}',
        security_profile_ids: ['${local.security_profile_ids["Admin"]}'],
      },
    });
    expect(addresses(made).filter((address) => address.startsWith("data."))).toEqual([
      "data.aws_connect_instance.instance",
      "data.aws_connect_routing_profile.routing_profile",
      "data.aws_connect_security_profile.security_profile",
    ]);
  });

  it("reads nothing from the instance without users", () => {
    const made = federationOf(WORKSHOP.replace(/^users:.*(?=^tags:)/ms, ""));
    expect(made.data).toBeUndefined();
    expect(made.resource).not.toHaveProperty("aws_connect_user");
  });
});

describe("the two stacks of an instance", () => {
  it("never refer to each other, so that each is deployed with credentials of its own", () => {
    const project = new Project().write("config/workshop.yaml", WORKSHOP);
    try {
      const both = new App({ outdir: project.path("cdktf.out"), stackTraces: false });
      for (const settings of loadConfig(project.path("config")).instances) {
        new FederationStack(both, settings);
        new AssignmentsStack(both, settings);
      }
      both.synth();
      const files = ["federation", "assignments"].map((name) =>
        project.read(`cdktf.out/stacks/workshop-${name}/cdk.tf.json`),
      );
      const [federation, assignments] = files.map((file) => JSON.parse(file) as Written);
      // CDKTF would write outputs of its own for what another stack refers to.
      expect(Object.keys(federation?.output ?? {}).sort()).toEqual([
        "admin_attribute_mapping_value",
        "admin_relay_state_url",
        "admin_role_arn",
        "admin_saml_provider_arn",
        "agent_attribute_mapping_value",
        "agent_relay_state_url",
        "agent_role_arn",
        "agent_saml_provider_arn",
      ]);
      expect(assignments?.output).toBeUndefined();
      expect(files.join("\n")).not.toContain("terraform_remote_state");
      const stacks = both.node.children.filter((child) => TerraformStack.isStack(child));
      expect(stacks.map(({ node, dependencies }) => [node.id, dependencies])).toEqual([
        ["workshop-federation", []],
        ["workshop-assignments", []],
      ]);
    } finally {
      project.remove();
    }
  });
});
