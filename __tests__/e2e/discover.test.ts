import { CreateGroupCommand, IdentitystoreClient } from "@aws-sdk/client-identitystore";

import type { DiscoverReport } from "../../modules/commands/discover/report";
import { cliHere } from "../support/cli-here";
import { Project } from "../support/project";
import { Moto } from "./support/moto";
import { StandIn } from "./support/stand-in";
import { describeWithTools } from "./support/tools";

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const OLD = "arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";
const arn = (number: number) =>
  `arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-${String(number).repeat(16)}`;
const CONFIG = `# The contact centre of Acme
instanceArn: ${INSTANCE}

applications:
  admin: {} # still to come
  agent: # everybody
    assign: { groups: [ConnectAgents] } # of the directory
  sales:
    displayName: Amazon Connect - Sales
`;

describeWithTools("connect-sso discover, with Identity Center in another region", () => {
  const project = new Project();
  let moto: Moto;
  let standIn: StandIn;
  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "eu-central-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: [],
        securityProfiles: [],
      },
    });
    if (standIn.connect) {
      standIn.connect.others = [
        { Arn: OLD, InstanceAlias: "old", IdentityManagementType: "CONNECT_MANAGED" },
      ];
    }
    standIn.identityCenter.addApplication(arn(1), "Amazon Connect - Agent");
    standIn.identityCenter.addApplication(arn(2), "Amazon Connect - Sales");
    standIn.identityCenter.addApplication(arn(3), "Amazon Connect - Sales");
    const store = new IdentitystoreClient({
      endpoint: standIn.url,
      region: "eu-central-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const { identityStoreId: IdentityStoreId } = standIn.identityCenter;
    await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: "ConnectAgents" }));
  });
  beforeEach(() => {
    project.write("config/workshop.yaml", CONFIG);
    standIn.denied = undefined;
    standIn.calls.length = 0;
  });
  afterAll(async () => {
    await standIn.stop();
    await moto.stop();
    project.remove();
  });

  const discover = (...args: string[]) =>
    cliHere(project, ["discover", ...args], standIn.environment("us-east-1"));

  it("finds two instances and three applications, and writes what is certain", async () => {
    const { code, stdout } = await discover("--write");
    expect(stdout).toContain(`Amazon Connect in account 123456789012\n`);
    expect(stdout).toContain(`: us-east-1, SAML\n    ${INSTANCE}\n`);
    expect(stdout).toContain(`  old: us-east-1, CONNECT_MANAGED, so no single sign-on`);
    expect(stdout).toContain(
      "IAM Identity Center in eu-central-1: organization instance of account 123456789012; AWS owned key\n",
    );
    expect(stdout).toContain("  groups ConnectAgents\n");
    expect(stdout).toContain(
      '  missing   admin: no application is called "Amazon Connect - Admin"',
    );
    expect(stdout).toContain(`  found     agent: "Amazon Connect - Agent" is ${arn(1)}\n`);
    expect(stdout).toContain(
      `  ambiguous sales: 2 applications are called "Amazon Connect - Sales": ${arn(2)}, ${arn(3)};`,
    );
    expect(code).toBe(1);
    expect(project.read("config/workshop.yaml")).toBe(`# The contact centre of Acme
instanceArn: ${INSTANCE}

applications:
  admin: {} # still to come
  agent: # everybody
    assign: { groups: [ConnectAgents] } # of the directory
    applicationArn: ${arn(1)}
  sales:
    displayName: Amazon Connect - Sales
identityCenter:
  region: eu-central-1
`);
    expect(standIn.calls.filter((call) => !/ (Get|List|Describe|GET )/.test(call))).toEqual([]);
  });

  it("is denied in the middle, which costs that part alone", async () => {
    standIn.denied = "identitystore ListGroups";
    const groups = await discover("--write");
    expect(groups.stdout).toContain(
      "  unread    groups of Identity Center in eu-central-1: it needs the permission identitystore:ListGroups\n",
    );
    expect(project.read("config/workshop.yaml")).toContain(`applicationArn: ${arn(1)}\n`);

    project.write("config/workshop.yaml", CONFIG);
    standIn.denied = "connect GET /instance";
    const connect = await discover("--json", "--write");
    const report = JSON.parse(connect.stdout) as DiscoverReport;
    expect(report.gaps).toEqual([
      {
        what: "Amazon Connect in us-east-1",
        why: "it needs the permission connect:ListInstances",
      },
    ]);
    expect(report.instances).toEqual([]);
    expect(report.configs[0]?.applications.map(({ is }) => is)).toEqual([
      "missing",
      "found",
      "ambiguous",
    ]);

    project.write("config/workshop.yaml", CONFIG);
    standIn.denied = "sso ListApplications";
    const applications = await discover("--write");
    expect(applications.stdout).toContain("it needs the permission sso:ListApplications\n");
    expect(applications.code).toBe(3);
    expect(project.read("config/workshop.yaml")).not.toContain("applicationArn");
  });
});
