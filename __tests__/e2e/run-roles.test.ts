import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { makeMetadata } from "../support/metadata";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { EMPTY, readAccount } from "./support/account";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";

const MADE = `instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [ConnectAgents, Supervisors], users: [carol@example.com] }
identityCenter: { createGroups: [ConnectAgents] }
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    hierarchyGroup: Europe
    createInIdentityCenter: true
  - email: carol@example.com
    givenName: Carol
    familyName: Diaz
    applications: [agent]
    routingProfile: Basic Routing Profile
    securityProfiles: [Agent]
permissionsBoundary: arn:aws:iam::123456789012:policy/one
protect: false
tags: { team: contact-center }
`;

const CHANGED = MADE.replace("agent:\n", "agent:\n    sessionDuration: 8h\n")
  .replace("agent:\n", "agent:\n    samlProviderName: Agents\n")
  .replace("givenName: Carol", "givenName: Caroline\n    deskPhone: '+12065550100'")
  .replace(
    "Basic Routing Profile\n    securityProfiles: [Agent]",
    "Back Office\n    securityProfiles: [Lead]",
  )
  .replace("Europe", "Europe/Lisbon")
  .replace("policy/one", "policy/two")
  .replace(/^tags.*\n/m, "permission: { form: instance-condition }\n");

const INLINE = CHANGED.replace("permission: {", "permission: { attach: inline,").replace(
  /^permissionsBoundary.*\n/m,
  "",
);

/** The permission that a call to Amazon Connect takes, by the end of its path. */
const CONNECT: readonly (readonly [call: RegExp, action: string])[] = [
  [/^GET \/instance\/[^/]+$/, "DescribeInstance"],
  [/^GET \/instance\/[^/]+\/attribute\//, "DescribeInstanceAttribute"],
  [/^GET \/routing-profiles-summary\//, "ListRoutingProfiles"],
  [/^GET \/routing-profiles\/.*\/queues/, "ListRoutingProfileQueues"],
  [/^GET \/routing-profiles\//, "DescribeRoutingProfile"],
  [/^GET \/security-profiles-summary\//, "ListSecurityProfiles"],
  [/^GET \/security-profiles-permissions\//, "ListSecurityProfilePermissions"],
  [/^GET \/security-profiles\//, "DescribeSecurityProfile"],
  [/^PUT \/users\//, "CreateUser"],
  [/^GET \/users\//, "DescribeUser"],
  [/^POST \/users\/.*\/identity-info$/, "UpdateUserIdentityInfo"],
  [/^POST \/users\/.*\/phone-config$/, "UpdateUserPhoneConfig"],
  [/^POST \/users\/.*\/routing-profile$/, "UpdateUserRoutingProfile"],
  [/^POST \/users\/.*\/security-profiles$/, "UpdateUserSecurityProfiles"],
  [/^POST \/users\/.*\/hierarchy$/, "UpdateUserHierarchy"],
  [/^GET \/user-hierarchy-groups-summary\//, "ListUserHierarchyGroups"],
  [/^GET \/user-hierarchy-groups\//, "DescribeUserHierarchyGroup"],
  [/^DELETE \/users\//, "DeleteUser"],
  [/^DELETE \/tags\//, "UntagResource"],
];

/** The permissions that calls take, told as the stand-in tells them: `us-east-1 iam GetRole`. */
function actionsOf(calls: readonly string[]): string[] {
  const actions = calls.flatMap((call) => {
    const [, service = "", ...rest] = call.split(" ");
    if (service === "sts") return []; // GetCallerIdentity takes none
    const asked = rest.join(" ");
    const action =
      service === "connect" ? CONNECT.find(([pattern]) => pattern.test(asked))?.[1] : asked;
    return [`${service}:${action ?? asked}`];
  });
  return [...new Set(actions)].sort();
}

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

/** The policies of the document, in its order. */
function documentedPolicies(): string[][] {
  const text = readFileSync(resolve(__dirname, "../../docs/permissions.md"), "utf8");
  return [...text.matchAll(/^```json\n([^]*?)^```/gm)].map(([, json = ""]) =>
    (JSON.parse(json) as Policy).Statement.flatMap(({ Action }) => Action).sort(),
  );
}

describeWithTools("the policies that docs/permissions.md gives the roles that deploy", () => {
  const project = new Project();
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile", "Back Office"],
        securityProfiles: ["Agent", "Lead"],
        hierarchyGroups: ["Europe", "Europe/Lisbon"],
      },
    });
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    standIn.identityCenter.addApplication(AGENT);
    const people = new People(standIn, "us-east-1");
    await people.addGroup("Supervisors");
    await people.addUser("carol@example.com");
  });
  afterAll(async () => {
    project.remove();
    await moto.stop();
    await standIn.stop();
    await provider.stop();
  });

  /** Has a stack live its whole life. @returns the permissions that it took */
  const live = async (part: string, ...configs: string[]) => {
    const terraform = new Terraform(
      project.path(`cdktf.out/stacks/hotline-${part}`),
      provider.environment,
    );
    standIn.calls.length = 0;
    for (const [index, config] of configs.entries()) {
      const document = await makeMetadata({ application: `agent ${String(index)}` });
      project.write("config/agent.xml", document).write("config/hotline.yaml", config);
      resynth(project);
      if (index === 0) await terraform.init();
      await terraform.apply();
    }
    await terraform.destroy();
    return actionsOf(standIn.calls);
  };

  it("allow what the federation does from its first to its last run, and beyond that only tags", async () => {
    const [iam = [], users = []] = documentedPolicies();
    const taken = await live("federation", MADE, CHANGED, INLINE);
    expect(await readAccount(moto.iam("us-east-1"))).toEqual(EMPTY);
    expect([...iam, ...users].filter((action) => !taken.includes(action))).toEqual([
      // Taken for tags too, but by no call of their own when something is made with them.
      "iam:TagPolicy",
      "iam:TagRole",
      // The emulator keeps no tags of SAML providers.
      "iam:TagSAMLProvider",
      "iam:UntagSAMLProvider",
      "connect:TagResource",
      // Asked by Amazon Connect itself, for DescribeInstance.
      "ds:DescribeDirectories",
    ]);
    expect(taken.filter((action) => ![...iam, ...users].includes(action))).toEqual([]);
    expect(users.filter((action) => action.startsWith("iam:"))).toEqual([]);
  });

  it("allow what the assignments do, and beyond that only a change of a user's name", async () => {
    const [, , assignments = []] = documentedPolicies();
    const taken = await live("assignments", MADE);
    expect(assignments.filter((action) => !taken.includes(action))).toEqual([
      "identitystore:UpdateUser", // which the emulator does not know
    ]);
    expect(taken.filter((action) => !assignments.includes(action))).toEqual([]);
  });
});
