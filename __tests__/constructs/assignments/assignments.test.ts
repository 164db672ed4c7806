import { IdentitystoreGroup } from "@cdktf/provider-aws/lib/identitystore-group";
import { type TerraformStack, TerraformVariable } from "cdktf";
import fc from "fast-check";

import {
  ApplicationAssignments,
  type ApplicationAssignmentsProps,
  type AssignedApplication,
} from "../../../modules/constructs/assignments";
import { labelOf } from "../../../modules/constructs/terraform";
import { only, synthesized, type Terraform } from "../../support/synth";
import { refusal as refusalOf } from "../refusal";

interface Written extends Terraform {
  readonly data?: Terraform["resource"];
  readonly locals?: Record<string, unknown>;
}

const AGENT_ARN =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const ADMIN_ARN =
  "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222";
const GROUP_ID = "9067642ac7-2f9d3f0a-1b2c-4d5e-8f90-123456789abc";
const USER_ID = "2f9d3f0a-1b2c-4d5e-8f90-cba987654321";

const STORE = "${local.assignments_identity-store-id_E5C95E1A}";
const MADE_GROUP = "local.assignments_created-group-ids_62C1A134";
const MADE_USER = "local.assignments_created-user-ids_836716C8";
const FOUND_GROUP = "local.assignments_existing-group-ids_0000D1AB";
const FOUND_USER = "local.assignments_existing-user-ids_ECB5EB17";

const ELSEWHERE =
  "belongs to an IAM Identity Center that is not in this account and region. Copy its ARN again, or configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region).";

function written(props: (stack: TerraformStack) => ApplicationAssignmentsProps): Written {
  return synthesized((stack) => {
    new ApplicationAssignments(stack, "assignments", props(stack));
  });
}

const assignments = (props: ApplicationAssignmentsProps) => written(() => props);

/** Assignments of the application agent alone. */
const ofAgent = (
  application: Partial<AssignedApplication>,
  more: Omit<ApplicationAssignmentsProps, "applications"> = {},
) =>
  assignments({ applications: { agent: { applicationArn: AGENT_ARN, ...application } }, ...more });

/** The one data source of a type. */
const onlyData = ({ data }: Written, type: string) =>
  only({ ...(data && { resource: data }) }, type);

/** What a block's `for_each` says: it stands in a local, which Terraform evaluates once. */
function valuesOf({ locals = {} }: Written, { for_each }: Record<string, unknown>) {
  const [, name = ""] = /^\$\{local\.(.+)\}$/.exec(String(for_each)) ?? [];
  return locals[name] as Record<string, unknown> | undefined;
}

const madeOf = (written: Written, type: string) => valuesOf(written, only(written, type));
const lookedUp = (written: Written, type: string) => valuesOf(written, onlyData(written, type));

/** The principals that the application agent is assigned to, by their keys. */
const assigned = (written: Written) =>
  valuesOf(
    written,
    written.resource?.["aws_ssoadmin_application_assignment"]?.[
      "assignments_application-agent_assignment_A9EF9BB5"
    ] ?? {},
  );

const keysOf = (values: object | undefined) => Object.keys(values ?? {});

const refusal = (props: ApplicationAssignmentsProps) =>
  refusalOf("test/assignments", () => assignments(props));

describe("the assignments of agents and administrators", () => {
  const made = assignments({
    applications: {
      agent: {
        applicationArn: AGENT_ARN,
        groups: ["ConnectAgents", "Night shift", GROUP_ID],
        users: ["lead@example.com", USER_ID],
      },
      admin: {
        applicationArn: ADMIN_ARN,
        groups: ["ConnectAdmins"],
        users: ["admin1@example.com"],
      },
    },
    createGroups: ["ConnectAgents", "ConnectAdmins"],
    createUsers: {
      "admin1@example.com": {
        givenName: "Ana",
        familyName: "da Silva",
        groups: ["ConnectAdmins", "Auditors", GROUP_ID],
      },
    },
  });

  it("assign groups and users to each application, under keys that people read", () => {
    expect(made.resource?.["aws_ssoadmin_application_assignment"]).toEqual({
      "assignments_application-agent_assignment_A9EF9BB5": {
        for_each: "${local.assignments_principals-of-agent_0AC252A2}",
        application_arn: AGENT_ARN,
        principal_type: "${each.value.principal_type}",
        principal_id: "${each.value.principal_id}",
      },
      "assignments_application-admin_assignment_53DB4B44": {
        for_each: "${local.assignments_principals-of-admin_75A53619}",
        application_arn: ADMIN_ARN,
        principal_type: "${each.value.principal_type}",
        principal_id: "${each.value.principal_id}",
      },
    });
    expect(made.locals).toMatchObject({
      "assignments_principals-of-agent_0AC252A2": {
        "group ConnectAgents": {
          principal_type: "GROUP",
          principal_id: `\${${MADE_GROUP}["ConnectAgents"]}`,
        },
        "group Night shift": {
          principal_type: "GROUP",
          principal_id: `\${${FOUND_GROUP}["Night shift"]}`,
        },
        "group 9067642ac7-2f9d3f0a-1b2c-4d5e-8f90-123456789abc": {
          principal_type: "GROUP",
          principal_id: "9067642ac7-2f9d3f0a-1b2c-4d5e-8f90-123456789abc",
        },
        "user lead@example.com": {
          principal_type: "USER",
          principal_id: `\${${FOUND_USER}["lead@example.com"]}`,
        },
        "user 2f9d3f0a-1b2c-4d5e-8f90-cba987654321": {
          principal_type: "USER",
          principal_id: "2f9d3f0a-1b2c-4d5e-8f90-cba987654321",
        },
      },
      "assignments_principals-of-admin_75A53619": {
        "group ConnectAdmins": {
          principal_type: "GROUP",
          principal_id: `\${${MADE_GROUP}["ConnectAdmins"]}`,
        },
        "user admin1@example.com": {
          principal_type: "USER",
          principal_id: `\${${MADE_USER}["admin1@example.com"]}`,
        },
      },
    });
  });

  it("make the groups that are to be made", () => {
    expect(only(made, "aws_identitystore_group")).toEqual({
      for_each: "${local.assignments_created-groups_46941B6C}",
      identity_store_id: STORE,
      display_name: "${each.key}",
      lifecycle: { prevent_destroy: true },
    });
    expect(madeOf(made, "aws_identitystore_group")).toEqual({
      ConnectAgents: "ConnectAgents",
      ConnectAdmins: "ConnectAdmins",
    });
  });

  it("lets groups be deleted where that is meant", () => {
    const open = synthesized((stack) => {
      new ApplicationAssignments(stack, "open", {
        applications: { agent: { applicationArn: AGENT_ARN, groups: ["Agents"] } },
        createGroups: ["Agents"],
        protectGroups: false,
      });
    });
    expect(only(open, "aws_identitystore_group")).not.toHaveProperty("lifecycle");
  });

  it("make the users that are to be made, with the e-mail address that signs them in", () => {
    expect(only(made, "aws_identitystore_user")).toEqual({
      for_each: "${local.assignments_created-users_82BB8EBB}",
      identity_store_id: STORE,
      user_name: "${each.key}",
      display_name: '${join(" ", [each.value.given_name, each.value.family_name])}',
      name: {
        given_name: "${each.value.given_name}",
        family_name: "${each.value.family_name}",
      },
      emails: { value: "${each.key}", primary: true },
    });
    expect(madeOf(made, "aws_identitystore_user")).toEqual({
      "admin1@example.com": { given_name: "Ana", family_name: "da Silva" },
    });
  });

  it("make the users members of their groups", () => {
    expect(only(made, "aws_identitystore_group_membership")).toEqual({
      for_each: "${local.assignments_created-memberships_BA742101}",
      identity_store_id: STORE,
      group_id: "${each.value.group_id}",
      member_id: "${each.value.member_id}",
    });
    const member_id = `\${${MADE_USER}["admin1@example.com"]}`;
    expect(madeOf(made, "aws_identitystore_group_membership")).toEqual({
      "admin1@example.com in ConnectAdmins": {
        group_id: `\${${MADE_GROUP}["ConnectAdmins"]}`,
        member_id,
      },
      "admin1@example.com in Auditors": {
        group_id: `\${${FOUND_GROUP}["Auditors"]}`,
        member_id,
      },
      "admin1@example.com in 9067642ac7-2f9d3f0a-1b2c-4d5e-8f90-123456789abc": {
        group_id: "9067642ac7-2f9d3f0a-1b2c-4d5e-8f90-123456789abc",
        member_id,
      },
    });
  });

  it("look up by name the groups and users that exist", () => {
    expect(onlyData(made, "aws_identitystore_group")).toEqual({
      for_each: "${local.assignments_existing-groups_73DCC31C}",
      identity_store_id: STORE,
      alternate_identifier: {
        unique_attribute: { attribute_path: "DisplayName", attribute_value: "${each.key}" },
      },
    });
    expect(lookedUp(made, "aws_identitystore_group")).toEqual({
      "Night shift": "Night shift",
      Auditors: "Auditors",
    });
    expect(onlyData(made, "aws_identitystore_user")).toEqual({
      for_each: "${local.assignments_existing-users_32D38A9B}",
      identity_store_id: STORE,
      alternate_identifier: {
        unique_attribute: { attribute_path: "UserName", attribute_value: "${each.key}" },
      },
    });
    expect(lookedUp(made, "aws_identitystore_user")).toEqual({
      "lead@example.com": "lead@example.com",
    });
  });

  it("know the IDs of all groups and users from the resources and lookups, each in one local", () => {
    expect(made.locals).toMatchObject({
      "assignments_created-group-ids_62C1A134":
        "${{ for key, val in aws_identitystore_group.assignments_created_group_A9EE6DE8: key => val.group_id }}",
      "assignments_existing-group-ids_0000D1AB":
        "${{ for key, val in data.aws_identitystore_group.assignments_existing_group_D7295153: key => val.group_id }}",
      "assignments_created-user-ids_836716C8":
        "${{ for key, val in aws_identitystore_user.assignments_created_user_A7F91B05: key => val.user_id }}",
      "assignments_existing-user-ids_ECB5EB17":
        "${{ for key, val in data.aws_identitystore_user.assignments_existing_user_DDC1E571: key => val.user_id }}",
    });
  });

  it("use the identity store of the applications' own Identity Center", () => {
    expect(made.locals?.["assignments_identity-store-id_E5C95E1A"]).toBe(
      '${element(data.aws_ssoadmin_instances.assignments_identity-center_BAAD4538.identity_store_ids, index(data.aws_ssoadmin_instances.assignments_identity-center_BAAD4538.arns, "arn:aws:sso:::instance/ssoins-1234567890abcdef"))}',
    );
  });

  it("fail in an account and region without that Identity Center, and say what to do", () => {
    const condition =
      '${((length(self.arns) < 1) || contains(self.arns, "arn:aws:sso:::instance/ssoins-1234567890abcdef"))}';
    expect(onlyData(made, "aws_ssoadmin_instances")).toEqual({
      lifecycle: {
        postcondition: [
          {
            condition: "${(length(self.arns) >= 1)}",
            error_message:
              "This account has no IAM Identity Center in this region. Configure the AWS provider for the account and region where it is (in a config: identityCenter.accountId and identityCenter.region). Where an organization has none, only its management account can enable it.",
          },
          {
            condition,
            error_message: `The application agent (arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111) ${ELSEWHERE}`,
          },
          {
            condition,
            error_message: `The application admin (arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-2222222222222222) ${ELSEWHERE}`,
          },
        ],
      },
    });
  });

  it("manage nothing else", () => {
    expect(Object.keys(made.resource ?? {}).sort()).toEqual([
      "aws_identitystore_group",
      "aws_identitystore_group_membership",
      "aws_identitystore_user",
      "aws_ssoadmin_application_assignment",
    ]);
    expect(made.output).toBeUndefined();
    expect(made.variable).toBeUndefined();
  });
});

describe("an application that nobody is assigned to", () => {
  it("is found in its Identity Center, and nothing is made or looked up for it", () => {
    const { resource, data = {} } = ofAgent({});
    expect(resource).toBeUndefined();
    expect(Object.keys(data)).toEqual(["aws_ssoadmin_instances"]);
  });

  it("is the same with empty lists", () => {
    expect(ofAgent({ groups: [], users: [] }, { createGroups: [], createUsers: {} })).toEqual(
      ofAgent({}),
    );
  });
});

describe("applications", () => {
  const ofKeys = (...keys: string[]) =>
    assignments({
      applications: Object.fromEntries(
        keys.map((key, index) => [
          key,
          { applicationArn: `${AGENT_ARN.slice(0, -1)}${String(index)}`, groups: ["A"] },
        ]),
      ),
    });

  it("may have keys that every object has, or that the construct's own parts bear", () => {
    const { resource = {} } = ofKeys("constructor", "toString", "created", "existing");
    expect(Object.keys(resource["aws_ssoadmin_application_assignment"] ?? {})).toEqual([
      "assignments_application-constructor_assignment_611EE1AB",
      "assignments_application-created_assignment_93EB630C",
      "assignments_application-existing_assignment_AE03AF60",
      "assignments_application-toString_assignment_FFC04715",
    ]);
  });

  it("may have keys that begin alike", () => {
    const { resource = {} } = ofKeys("agent", "agent-principals");
    expect(Object.keys(resource["aws_ssoadmin_application_assignment"] ?? {})).toHaveLength(2);
  });
});

describe("groups and users", () => {
  it("are looked up once, however many applications and members use them", () => {
    const made = assignments({
      applications: {
        agent: {
          applicationArn: AGENT_ARN,
          groups: ["ConnectUsers"],
          users: ["lead@example.com"],
        },
        admin: {
          applicationArn: ADMIN_ARN,
          groups: ["ConnectUsers"],
          users: ["lead@example.com"],
        },
      },
      createUsers: {
        "agent1@example.com": { givenName: "Ana", familyName: "Silva", groups: ["ConnectUsers"] },
      },
    });
    expect(lookedUp(made, "aws_identitystore_group")).toEqual({
      ConnectUsers: "ConnectUsers",
    });
    expect(lookedUp(made, "aws_identitystore_user")).toEqual({
      "lead@example.com": "lead@example.com",
    });
  });

  it("are not looked up when all are made here or given by ID", () => {
    const { data = {} } = ofAgent(
      { groups: ["ConnectAgents", GROUP_ID], users: ["agent1@example.com", USER_ID] },
      {
        createGroups: ["ConnectAgents"],
        createUsers: {
          "agent1@example.com": {
            givenName: "Ana",
            familyName: "Silva",
            groups: ["ConnectAgents", GROUP_ID],
          },
        },
      },
    );
    expect(Object.keys(data)).toEqual(["aws_ssoadmin_instances"]);
  });

  it("have one kind looked up without the other", () => {
    const types = (application: Partial<AssignedApplication>) =>
      Object.keys(ofAgent(application).data ?? {}).sort();
    expect(types({ groups: ["ConnectAgents"], users: [USER_ID] })).toEqual([
      "aws_identitystore_group",
      "aws_ssoadmin_instances",
    ]);
    expect(types({ groups: [GROUP_ID], users: ["lead@example.com"] })).toEqual([
      "aws_identitystore_user",
      "aws_ssoadmin_instances",
    ]);
  });

  it("are made though no application has them", () => {
    const made = ofAgent(
      {},
      {
        createGroups: ["ConnectAgents"],
        createUsers: { "agent1@example.com": { givenName: "Ana", familyName: "Silva" } },
      },
    );
    expect(madeOf(made, "aws_identitystore_group")).toEqual({
      ConnectAgents: "ConnectAgents",
    });
    expect(madeOf(made, "aws_identitystore_user")).toEqual({
      "agent1@example.com": { given_name: "Ana", family_name: "Silva" },
    });
    expect(made.resource?.["aws_identitystore_group_membership"]).toBeUndefined();
    expect(made.resource?.["aws_ssoadmin_application_assignment"]).toBeUndefined();
  });

  it("are told apart by letter case, as an address in Terraform is", () => {
    const made = ofAgent({ groups: ["connectagents"] }, { createGroups: ["ConnectAgents"] });
    expect(assigned(made)).toEqual({
      "group connectagents": {
        principal_type: "GROUP",
        principal_id: `\${${FOUND_GROUP}["connectagents"]}`,
      },
    });
  });

  it("may bear one name", () => {
    expect(keysOf(assigned(ofAgent({ groups: ["lead"], users: ["lead"] })))).toEqual([
      "group lead",
      "user lead",
    ]);
  });

  it.each(["constructor", "toString"])("may be called %s, as what every object has", (name) => {
    const made = ofAgent({ groups: [name] }, { createGroups: ["ConnectAgents"] });
    expect(assigned(made)).toEqual({
      [`group ${name}`]: {
        principal_type: "GROUP",
        principal_id: `\${${FOUND_GROUP}["${name}"]}`,
      },
    });
  });
});

describe("names with what Terraform reads", () => {
  const made = ofAgent(
    { groups: ['The "A" team', "${x} and %{y}"], users: ['o"${x}%{y}\\'] },
    {
      createGroups: ["C:\\agents ${x} %{y}"],
      createUsers: {
        "agent1@example.com": {
          givenName: '${x} "Ana"',
          familyName: "%{y} \\",
          groups: ["C:\\agents ${x} %{y}"],
        },
      },
    },
  );

  it("are literal text where they are looked up", () => {
    expect(lookedUp(made, "aws_identitystore_group")).toEqual({
      'The "A" team': 'The "A" team',
      "$${x} and %%{y}": "$${x} and %%{y}",
    });
    expect(lookedUp(made, "aws_identitystore_user")).toEqual({
      'o"$${x}%%{y}\\': 'o"$${x}%%{y}\\',
    });
  });

  it("are literal text where they are made", () => {
    expect(madeOf(made, "aws_identitystore_group")).toEqual({
      "C:\\agents $${x} %%{y}": "C:\\agents $${x} %%{y}",
    });
    expect(madeOf(made, "aws_identitystore_user")).toEqual({
      "agent1@example.com": { given_name: '$${x} "Ana"', family_name: "%%{y} \\" },
    });
  });

  it("are literal text where they are referred to, quoted within the expression", () => {
    expect(assigned(made)).toEqual({
      'group The "A" team': {
        principal_type: "GROUP",
        principal_id: `\${${FOUND_GROUP}["The \\"A\\" team"]}`,
      },
      "group $${x} and %%{y}": {
        principal_type: "GROUP",
        principal_id: `\${${FOUND_GROUP}["$\${x} and %%{y}"]}`,
      },
      'user o"$${x}%%{y}\\': {
        principal_type: "USER",
        principal_id: `\${${FOUND_USER}["o\\"$\${x}%%{y}\\\\"]}`,
      },
    });
    expect(madeOf(made, "aws_identitystore_group_membership")).toEqual({
      "agent1@example.com in C:\\agents $${x} %%{y}": {
        group_id: `\${${MADE_GROUP}["C:\\\\agents $\${x} %%{y}"]}`,
        member_id: `\${${MADE_USER}["agent1@example.com"]}`,
      },
    });
  });

  it("are never a template, and are referred to by the key under which they are looked up", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[$%{}"\\'[\].~a]{1,12}$/), (name) => {
        const found = ofAgent({ groups: [name] });
        const [key = ""] = keysOf(lookedUp(found, "aws_identitystore_group"));
        expect(key).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
        expect(key.replaceAll("$${", "${").replaceAll("%%{", "%{")).toBe(name);
        expect(Object.values(assigned(found) as object)).toEqual([
          {
            principal_type: "GROUP",
            principal_id: `\${${FOUND_GROUP}[${JSON.stringify(key)}]}`,
          },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it("are literal text in the message about an application of such a key", () => {
    const { lifecycle } = onlyData(
      assignments({ applications: { "a${b}%{c}": { applicationArn: AGENT_ARN } } }),
      "aws_ssoadmin_instances",
    );
    expect(lifecycle).toMatchObject({
      postcondition: [
        {},
        {
          error_message: `The application a$\${b}%%{c} (arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111) ${ELSEWHERE}`,
        },
      ],
    });
  });
});

describe("one more group", () => {
  /** Every instance of every resource and data source, as Terraform would address it. */
  const instances = (all: Written) =>
    Object.entries({ resource: all.resource, data: all.data }).flatMap(([mode, types = {}]) =>
      Object.entries(types).flatMap(([type, blocks]) =>
        Object.entries(blocks).flatMap(([name, block]) =>
          Object.entries(valuesOf(all, block) ?? { "": "" }).map(([key, value]) =>
            JSON.stringify([mode, type, name, key, value, block]),
          ),
        ),
      ),
    );
  const changes = (before: Written, after: Written) => {
    const [old, now] = [instances(before), instances(after)];
    const key = (instance: string) => (JSON.parse(instance) as unknown[]).slice(0, 4).join(" ");
    return {
      gone: old.filter((one) => !now.includes(one)).map(key),
      come: now.filter((one) => !old.includes(one)).map(key),
    };
  };
  const before = { groups: ["ConnectAgents", "Night shift"], users: ["lead@example.com"] };
  const createGroups = ["ConnectAgents"];

  it("that exists leaves every other lookup and assignment alone, wherever it stands", () => {
    const groups = ["Day shift", ...before.groups];
    expect(
      changes(ofAgent(before, { createGroups }), ofAgent({ ...before, groups }, { createGroups })),
    ).toEqual({
      gone: [],
      come: [
        "resource aws_ssoadmin_application_assignment assignments_application-agent_assignment_A9EF9BB5 group Day shift",
        "data aws_identitystore_group assignments_existing_group_D7295153 Day shift",
      ],
    });
  });

  it("that is made leaves every other group and assignment alone, wherever it stands", () => {
    expect(
      changes(
        ofAgent(before, { createGroups }),
        ofAgent(
          { ...before, groups: ["Day shift", ...before.groups] },
          { createGroups: ["Day shift", ...createGroups] },
        ),
      ),
    ).toEqual({
      gone: [],
      come: [
        "resource aws_identitystore_group assignments_created_group_A9EE6DE8 Day shift",
        "resource aws_ssoadmin_application_assignment assignments_application-agent_assignment_A9EF9BB5 group Day shift",
      ],
    });
  });

  it("of another application leaves the first application alone", () => {
    const both = (groups: string[]) =>
      assignments({
        applications: {
          agent: { applicationArn: AGENT_ARN, ...before },
          admin: { applicationArn: ADMIN_ARN, groups },
        },
      });
    expect(changes(both(["ConnectAdmins"]), both(["ConnectAdmins", "ConnectAgents"]))).toEqual({
      gone: [],
      come: [
        "resource aws_ssoadmin_application_assignment assignments_application-admin_assignment_53DB4B44 group ConnectAgents",
      ],
    });
  });
});

describe("values that only Terraform knows", () => {
  const group = (stack: TerraformStack) =>
    new IdentitystoreGroup(stack, "sales", { identityStoreId: "d-1234567890", displayName: "S" });

  it("are IDs of groups and users, under keys that are known beforehand", () => {
    const made = written((stack) => {
      const { stringValue } = new TerraformVariable(stack, "lead", { type: "string" });
      return {
        applications: {
          agent: {
            applicationArn: AGENT_ARN,
            groups: [group(stack).groupId],
            users: [stringValue],
          },
        },
      };
    });
    expect(assigned(made)).toEqual({
      "group aws_identitystore_group.sales.group_id": {
        principal_type: "GROUP",
        principal_id: "${aws_identitystore_group.sales.group_id}",
      },
      "user var.lead": { principal_type: "USER", principal_id: "${var.lead}" },
    });
    expect(Object.keys(made.data ?? {})).toEqual(["aws_ssoadmin_instances"]);
  });

  it("are IDs of users' groups too, under keys that are known beforehand", () => {
    const made = written((stack) => ({
      applications: { agent: { applicationArn: AGENT_ARN } },
      createUsers: {
        "agent1@example.com": {
          givenName: "Ana",
          familyName: "Silva",
          groups: [group(stack).groupId],
        },
      },
    }));
    expect(madeOf(made, "aws_identitystore_group_membership")).toEqual({
      "agent1@example.com in aws_identitystore_group.sales.group_id": {
        group_id: "${aws_identitystore_group.sales.group_id}",
        member_id: `\${${MADE_USER}["agent1@example.com"]}`,
      },
    });
  });

  it("are taken apart by Terraform in an application's ARN, without a warning from CDKTF", () => {
    const warn = jest.spyOn(console, "warn").mockImplementation();
    const made = written((stack) => ({
      applications: {
        agent: {
          applicationArn: new TerraformVariable(stack, "agent_arn", { type: "string" }).stringValue,
          groups: ["ConnectAgents"],
        },
      },
    }));
    expect(warn).not.toHaveBeenCalled();
    const own =
      'format("arn:%s:sso:::instance/%s", element(split(":", var.agent_arn), 1), element(split("/", var.agent_arn), 1))';
    expect(onlyData(made, "aws_ssoadmin_instances")["lifecycle"]).toMatchObject({
      postcondition: [
        { condition: "${(length(self.arns) >= 1)}" },
        {
          condition: `\${((length(self.arns) < 1) || contains(self.arns, ${own}))}`,
          error_message: `The application agent (\${var.agent_arn}) ${ELSEWHERE}`,
        },
      ],
    });
    expect(made.locals?.["assignments_identity-store-id_E5C95E1A"]).toBe(
      `\${element(data.aws_ssoadmin_instances.assignments_identity-center_BAAD4538.identity_store_ids, index(data.aws_ssoadmin_instances.assignments_identity-center_BAAD4538.arns, ${own}))}`,
    );
    expect(only(made, "aws_ssoadmin_application_assignment")["application_arn"]).toBe(
      "${var.agent_arn}",
    );
  });

  it("stand beside plain ones", () => {
    const made = written((stack) => ({
      applications: {
        agent: { applicationArn: AGENT_ARN },
        admin: {
          applicationArn: new TerraformVariable(stack, "admin_arn", { type: "string" }).stringValue,
        },
      },
    }));
    expect(onlyData(made, "aws_ssoadmin_instances")["lifecycle"]).toMatchObject({
      precondition: [
        {
          condition: `\${(length(distinct(["${AGENT_ARN}", var.admin_arn])) == 2)}`,
          error_message:
            "Two applications have the same ARN. Copy the ARN of each application from its page.",
        },
        {
          condition: `\${(length(distinct([element(split("/apl-", "${AGENT_ARN}"), 0), element(split("/apl-", var.admin_arn), 0)])) == 1)}`,
          error_message:
            "The ARNs of the applications belong to several accounts or Identity Center instances, but all the applications must belong to one. Copy the ARN of each application from its page.",
        },
      ],
      postcondition: [
        {},
        {
          condition:
            '${((length(self.arns) < 1) || contains(self.arns, "arn:aws:sso:::instance/ssoins-1234567890abcdef"))}',
        },
        {
          condition:
            '${((length(self.arns) < 1) || contains(self.arns, format("arn:%s:sso:::instance/%s", element(split(":", var.admin_arn), 1), element(split("/", var.admin_arn), 1))))}',
        },
      ],
    });
  });

  it("are told as Terraform writes them when they are listed twice", () => {
    expect(() =>
      written((stack) => {
        const { groupId } = group(stack);
        return {
          applications: { agent: { applicationArn: AGENT_ARN, groups: [groupId, groupId] } },
        };
      }),
    ).toThrow(
      'applications.agent.groups: "aws_identitystore_group.sales.group_id" is listed twice; remove one',
    );
  });

  it("are no reason to overlook one application under two keys", () => {
    expect(() =>
      written((stack) => {
        const { stringValue } = new TerraformVariable(stack, "arn", { type: "string" });
        return {
          applications: {
            agent: { applicationArn: stringValue },
            admin: { applicationArn: stringValue },
          },
        };
      }),
    ).toThrow(
      "applications.admin.applicationArn: is the same as that of applications.agent; each application needs its own",
    );
  });

  it("are told whole in the key when text stands between two of them", () => {
    const made = written((stack) => {
      const [a, b] = ["a", "b"].map((id) => new TerraformVariable(stack, id, { type: "string" }));
      return {
        applications: {
          agent: {
            applicationArn: AGENT_ARN,
            groups: [`${String(a?.stringValue)}-${String(b?.stringValue)}`],
          },
        },
      };
    });
    expect(keysOf(assigned(made))).toEqual(["group $${var.a}-$${var.b}"]);
  });
});

describe("plain values that AWS would refuse", () => {
  it("are all told, before Terraform runs", () => {
    expect(
      refusal({
        applications: {
          agent: {
            applicationArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
            groups: [
              "ConnectAgents ",
              "2f9d3f0a-1b2c-4d5e-8f90-123456789ab",
              "arn:aws:identitystore:::user/2f9d3f0a-1b2c-4d5e-8f90-cba987654321",
            ],
            users: ["agent 1@example.com"],
          },
          admin: { applicationArn: ADMIN_ARN, groups: ["Connect\nAdmins"], users: [""] },
        },
        createGroups: ["AWSAdministrators", USER_ID, ""],
        createUsers: {
          "agent 1": { givenName: "Ana", familyName: "Silva", groups: [" Agents"] },
        },
      }),
    ).toEqual([
      'applications.agent.applicationArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" is not the ARN of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>); copy it from the application\'s page',
      'applications.agent.groups: "ConnectAgents " has spaces around it; write "ConnectAgents"',
      'applications.agent.groups: "2f9d3f0a-1b2c-4d5e-8f90-123456789ab" looks like an ID, but the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console',
      'applications.agent.groups: "arn:aws:identitystore:::user/2f9d3f0a-1b2c-4d5e-8f90-cba987654321" is the ARN of a user; name a group',
      'applications.agent.users: "agent 1@example.com" has a space; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
      'applications.admin.groups: "Connect\\nAdmins" has the character U+000A; a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console',
      'applications.admin.users: "" is empty; a user name has 1 to 128 characters without spaces; copy it from the Identity Center console',
      'createGroups: "AWSAdministrators" is a name that AWS reserves; give another',
      'createGroups: "2f9d3f0a-1b2c-4d5e-8f90-cba987654321" is not a display name; AWS assigns the ID of a new group; give a display name',
      'createGroups: "" is empty; a display name has 1 to 1,024 characters in one line; change it',
      'createUsers: "agent 1" has a space; a user name has 1 to 128 characters without spaces; change it',
      'createUsers.agent 1.groups: " Agents" has spaces around it; write "Agents"',
    ]);
  });

  it("include no application at all", () => {
    expect(refusal({ applications: {} })).toEqual([
      "applications: is empty; name at least one application",
    ]);
  });

  it("include what is listed twice, but not in two", () => {
    expect(
      refusal({
        applications: {
          agent: {
            applicationArn: AGENT_ARN,
            groups: ["A", "B", "A", "A"],
            users: [USER_ID, USER_ID],
          },
          admin: { applicationArn: ADMIN_ARN, groups: ["A"], users: [USER_ID] },
        },
        createGroups: ["A", "A"],
        createUsers: {
          "agent1@example.com": { givenName: "Ana", familyName: "Silva", groups: ["B", "B"] },
        },
      }),
    ).toEqual([
      'applications.agent.groups: "A" is listed twice; remove one',
      'applications.agent.groups: "A" is listed twice; remove one',
      'applications.agent.users: "2f9d3f0a-1b2c-4d5e-8f90-cba987654321" is listed twice; remove one',
      'createGroups: "A" is listed twice; remove one',
      'createUsers.agent1@example.com.groups: "B" is listed twice; remove one',
    ]);
  });

  it.each([
    ["of another instance", "arn:aws:sso:::instance/ssoins-fedcba0987654321"],
    ["of another partition", "arn:aws-us-gov:sso:::instance/ssoins-1234567890abcdef"],
  ])("include an application %s of Identity Center", (_, instance) => {
    const applicationArn = `${instance.replace(":::instance", "::123456789012:application")}/apl-2222222222222222`;
    expect(
      refusal({
        applications: { agent: { applicationArn: AGENT_ARN }, admin: { applicationArn } },
      }),
    ).toEqual([
      `applications: belong to several Identity Center instances (arn:aws:sso:::instance/ssoins-1234567890abcdef, ${instance}); create an ApplicationAssignments for each instance`,
    ]);
  });

  it("do not count an ARN that is none as another Identity Center", () => {
    const applicationArn = "apl-2222222222222222";
    const problems = refusal({
      applications: { agent: { applicationArn: AGENT_ARN }, admin: { applicationArn } },
    });
    expect(problems).toEqual([expect.stringMatching(/^applications\.admin\.applicationArn: /)]);
  });

  it("include one application under two keys", () => {
    expect(
      refusal({
        applications: {
          agent: { applicationArn: AGENT_ARN },
          admin: { applicationArn: AGENT_ARN },
        },
      }),
    ).toEqual([
      "applications.admin.applicationArn: is the same as that of applications.agent; each application needs its own",
    ]);
  });

  const USER = { givenName: "Ana", familyName: "Silva" };
  const refusedUsers = (createUsers: ApplicationAssignmentsProps["createUsers"] = {}) =>
    refusal({ applications: { agent: { applicationArn: AGENT_ARN } }, createUsers });

  it.each([
    ["an ID", USER_ID, "is not a user name; AWS assigns the ID of a new user; give a user name"],
    ["a name that AWS reserves", "Administrator", "is a name that AWS reserves; give another"],
  ])("include a user to create whose key is %s", (_, key, problem) => {
    expect(refusedUsers({ [key]: USER })).toEqual([`createUsers: "${key}" ${problem}`]);
  });

  it("include a user to create without an e-mail address", () => {
    expect(refusedUsers({ jdoe: USER, E1234567: { ...USER, email: "E1234567" } })).toEqual([
      'createUsers.jdoe.email: "jdoe" is not an e-mail address; write it as in agent1@example.com',
      'createUsers.E1234567.email: "E1234567" is not an e-mail address; write it as in agent1@example.com',
    ]);
  });

  it("do not include a user name that is not an e-mail address, where the address is given", () => {
    expect(refusedUsers({ jdoe: { ...USER, email: "o'neil+1@example.com" } })).toEqual([]);
  });

  it("include a user to make without a name, or with one of more than 100 characters", () => {
    expect(
      refusedUsers({ "agent1@example.com": { givenName: "", familyName: "a".repeat(101) } }),
    ).toEqual([
      'createUsers.agent1@example.com.givenName: "" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
      'createUsers.agent1@example.com.familyName: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it',
    ]);
  });

  it("do not include names of 100 characters for a user to make", () => {
    const name = "a".repeat(100);
    expect(refusedUsers({ "agent1@example.com": { givenName: name, familyName: name } })).toEqual(
      [],
    );
  });
});

describe("groups in two spellings that look the same", () => {
  it("are refused, with the difference spelled out", () => {
    const applications = { agent: { applicationArn: AGENT_ARN, groups: ["Night\u00a0shift"] } };
    expect(refusal({ applications, createGroups: ["Night shift"] })).toEqual([
      'applications.agent.groups: "Night\u00a0shift" looks like a name in createGroups, but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places',
    ]);
  });
});

describe("a user to create whose user name is not the e-mail address", () => {
  it("has both, and is assigned and made a member by the user name", () => {
    const { resource = {}, locals } = ofAgent(
      { groups: ["ConnectAgents"], users: ["jdoe"] },
      {
        createGroups: ["ConnectAgents"],
        createUsers: {
          jdoe: {
            givenName: "John",
            familyName: "Doe",
            email: "john.doe@example.com",
            groups: ["ConnectAgents"],
          },
          "ana@example.com": { givenName: "Ana", familyName: "Silva" },
        },
      },
    );
    expect(Object.values(resource["aws_identitystore_user"] ?? {})).toMatchObject([
      {
        user_name: "${each.key}",
        emails: { value: '${lookup(each.value, "email", each.key)}', primary: true },
      },
    ]);
    expect(locals).toMatchObject({
      "assignments_created-users_82BB8EBB": {
        jdoe: { given_name: "John", family_name: "Doe", email: "john.doe@example.com" },
        "ana@example.com": { given_name: "Ana", family_name: "Silva" },
      },
      "assignments_created-memberships_BA742101": {
        "jdoe in ConnectAgents": { member_id: `\${${MADE_USER}["jdoe"]}` },
      },
      "assignments_principals-of-agent_0AC252A2": {
        "user jdoe": { principal_id: `\${${MADE_USER}["jdoe"]}` },
      },
    });
  });
});

describe("users to make", () => {
  it("are refused when they differ in upper and lower case only", () => {
    const user = { givenName: "Ana", familyName: "Silva" };
    const createUsers = { "ana@example.com": user, "Ana@example.com": user };
    const applications = { agent: { applicationArn: AGENT_ARN } };
    expect(refusal({ applications, createUsers })).toEqual([
      'createUsers: "Ana@example.com" is "ana@example.com" with different upper and lower case; remove one of the two',
    ]);
  });
});

it("Callers without types are told what a property takes", () => {
  const untyped = (props: unknown) => refusal(props as ApplicationAssignmentsProps);
  expect(untyped({})).toEqual(["applications: is missing; it takes an object"]);
  expect(
    untyped({
      applications: { agent: { applicationArn: 5, groups: ["Agents", 7] } },
      createGroups: "Agents",
      createUsers: { "ana@example.com": null },
    }),
  ).toEqual([
    "applications.agent.applicationArn: is 5; it takes text",
    "applications.agent.groups.1: is 7; it takes text",
    'createGroups: is "Agents"; it takes a list',
    "createUsers.ana@example.com: is null; it takes an object",
  ]);
});

it("The IDs of groups and users, and of their store, are there for others", () => {
  written((stack) => {
    const applications = {
      agent: { applicationArn: AGENT_ARN, groups: ["Agents"], users: ["ana@example.com"] },
    };
    const made = new ApplicationAssignments(stack, "other", { applications });
    const at = (local: string, key: string) =>
      expect.stringMatching(`^local\\.other_${local}_\\w+\\["${key}"\\]$`) as string;
    expect(labelOf(made.groupId("Agents"), stack)).toEqual(at("existing-group-ids", "Agents"));
    expect(labelOf(made.userId("ana@example.com"), stack)).toEqual(
      at("existing-user-ids", "ana@example.com"),
    );
    expect(made.groupId(GROUP_ID)).toBe(GROUP_ID);
    expect(labelOf(made.identityStoreId, stack)).toMatch(/^local\.other_identity-store-id_\w+$/);
    expect(() => made.groupId("Sales")).toThrow('test/other: "Sales" is not a group here');
    return { applications };
  });
});
