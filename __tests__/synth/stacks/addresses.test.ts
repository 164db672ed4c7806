import { readdirSync } from "node:fs";
import { resolve } from "node:path";

import { App, Testing } from "cdktf";

import { type InstanceSettings, loadConfig, rolesOf } from "../../../modules/config";
import {
  assignmentsAddress,
  AssignmentsStack,
  CONNECT_INSTANCE,
  CONNECT_USERS,
  CREATED_GROUPS,
  CREATED_MEMBERSHIPS,
  CREATED_USERS,
  EXISTING_GROUPS,
  EXISTING_USERS,
  FederationStack,
  IDENTITY_CENTERS,
  inlinePolicyAddress,
  outputNames,
  policyAttachmentAddress,
  roleAddress,
  ROUTING_PROFILES,
  samlProviderAddress,
  SECURITY_PROFILES,
  SIGN_IN_POLICY,
  SIGN_IN_PROTECTION,
} from "../../../modules/synth/stacks";
import { Project } from "../../support/project";
import { type Terraform, terraformOf } from "../../support/synth";

const ROOT = resolve(__dirname, "../../..");
const EXAMPLES = readdirSync(resolve(ROOT, "examples")).filter((name) => name.endsWith(".yaml"));

function settingsIn(location: string): readonly InstanceSettings[] {
  const { instances } = loadConfig(location);
  if (instances.length === 0) throw new Error(`${location} has no good config`);
  return instances;
}

/** Every group, user and form that a config can have, so that every address appears. */
function everything(more: string): readonly InstanceSettings[] {
  const project = new Project().write(
    "config/workshop.yaml",
    `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  team_lead:
    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111
    assign: { groups: [Made, Found], users: [ana@example.com, bo@example.com] }
identityCenter: { createGroups: [Made] }
users:
  - { email: ana@example.com, givenName: Ana, familyName: Silva, applications: [team_lead], securityProfiles: [Agent], createInIdentityCenter: true }
${more}
`,
  );
  try {
    return settingsIn(project.path("config"));
  } finally {
    project.remove();
  }
}

interface Written extends Terraform {
  readonly data?: Terraform["resource"];
}

function addressesIn({ resource = {}, data = {} }: Written): string[] {
  const typed = (blocks: object, start = "") =>
    Object.entries(blocks as Record<string, object>).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${start}${type}.${name}`),
    );
  return [...typed(resource), ...typed(data, "data.")].sort();
}

const written = (Stack: typeof FederationStack | typeof AssignmentsStack, one: InstanceSettings) =>
  terraformOf(new Stack(Testing.stubVersion(new App({ stackTraces: false })), one));

function federationAddresses(settings: InstanceSettings): string[] {
  const { applications, permission, protect, users } = settings;
  const roles = rolesOf(settings);
  return [
    ...applications.map(({ key }) => samlProviderAddress(key)),
    ...roles.map(roleAddress),
    ...(permission.attach === "managed"
      ? [SIGN_IN_POLICY, ...roles.map(policyAttachmentAddress)]
      : roles.map(inlinePolicyAddress)),
    ...(protect ? [SIGN_IN_PROTECTION] : []),
    ...(users.length > 0
      ? [CONNECT_USERS, CONNECT_INSTANCE, ROUTING_PROFILES, SECURITY_PROFILES]
      : []),
  ].sort();
}

const CASES: [string, () => readonly InstanceSettings[]][] = [
  ["the config folder", () => settingsIn(resolve(ROOT, "config"))],
  ...EXAMPLES.map(
    (name): (typeof CASES)[number] =>
      [name, () => settingsIn(resolve(ROOT, "examples", name))] as const,
  ),
  ["a config with everything", () => everything("")],
  ["inline policies", () => everything("permission: { attach: inline }")],
  ["a shared role", () => everything("roles: shared")],
];

describe.each(CASES)("The addresses of %s", (_, settings) => {
  it("are those of the synthesized federation stack, and so are the names of outputs", () => {
    for (const one of settings()) {
      const stack = written(FederationStack, one);
      expect(addressesIn(stack)).toEqual(federationAddresses(one));
      expect(Object.keys(stack.output ?? {}).sort()).toEqual(
        one.applications.flatMap(({ key }) => Object.values(outputNames(key))).sort(),
      );
    }
  });

  it("are those of the synthesized assignments stack", () => {
    for (const one of settings()) {
      if (!AssignmentsStack.isDue(one)) continue;
      const applications = one.applications.filter((each) => each.applicationArn !== undefined);
      const actual = addressesIn(written(AssignmentsStack, one));
      const possible = [
        IDENTITY_CENTERS,
        ...applications.map(({ key }) => assignmentsAddress(key)),
        ...[CREATED_GROUPS, EXISTING_GROUPS, CREATED_USERS, EXISTING_USERS, CREATED_MEMBERSHIPS],
      ];
      expect(possible).toEqual(expect.arrayContaining(actual));
      expect(actual).toContain(IDENTITY_CENTERS);
    }
  });
});

it("The addresses of a config with everything are all there is in its assignments stack", () => {
  const [settings] = everything("");
  if (!settings) throw new Error("no settings");
  expect(addressesIn(written(AssignmentsStack, settings))).toEqual(
    [
      IDENTITY_CENTERS,
      assignmentsAddress("team_lead"),
      CREATED_GROUPS,
      EXISTING_GROUPS,
      CREATED_USERS,
      EXISTING_USERS,
      CREATED_MEMBERSHIPS,
    ].sort(),
  );
});
