import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import {
  DeleteAccountAssignmentCommand,
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";

import type { CheckReport } from "../../modules/commands/check";
import { cliHere } from "../support/cli-here";
import { Project } from "../support/project";
import { resynth } from "../support/resynth";
import { Moto } from "./support/moto";
import { People } from "./support/people";
import { RunningProvider } from "./support/running-provider";
import { StandIn } from "./support/stand-in";
import { Terraform } from "./support/terraform";
import { describeWithTools } from "./support/tools";

const INSTANCE_ARN =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp";

const CONFIG = `instanceArn: ${INSTANCE_ARN}
applications:
  agent:
    signIn: permission-set
    destination: /connect/ccp
    sessionDuration: 10h
    assign: { groups: [ConnectAgents], users: [lead] }
identityCenter: { region: us-east-1, createGroups: [ConnectAgents] }
protect: false
`;

describeWithTools("sign-in through a permission set, without anything made in the console", () => {
  const project = new Project().write("config/center.yaml", CONFIG);
  let moto: Moto;
  let standIn: StandIn;
  let provider: RunningProvider;
  let admin: SSOAdminClient;
  let terraform: Terraform;

  beforeAll(async () => {
    moto = await Moto.start();
    standIn = await StandIn.start(moto, {
      identityCenter: { region: "us-east-1", accountId: "111122223333" },
    });
    provider = await RunningProvider.start(standIn.environment("us-east-1"));
    await new People(standIn, "us-east-1").addUser("lead");
    admin = new SSOAdminClient({
      endpoint: standIn.url,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 1,
    });
    resynth(project);
    terraform = new Terraform(
      project.path("cdktf.out/stacks/center-assignments"),
      provider.environment,
    );
    await terraform.init();
  });
  afterAll(async () => {
    admin.destroy();
    project.remove();
    await moto.stop();
    await standIn.stop();
    await provider.stop();
  });

  /** What Identity Center has: each permission set, its permission, and its assignments. */
  async function read() {
    const InstanceArn = standIn.identityCenter.instanceArn;
    const { PermissionSets = [] } = await admin.send(
      new ListPermissionSetsCommand({ InstanceArn }),
    );
    return Promise.all(
      PermissionSets.map(async (PermissionSetArn) => {
        const set = { InstanceArn, PermissionSetArn };
        const { PermissionSet = {} } = await admin.send(new DescribePermissionSetCommand(set));
        const { InlinePolicy = "" } = await admin.send(
          new GetInlinePolicyForPermissionSetCommand(set),
        );
        const { AccountAssignments = [] } = await admin.send(
          new ListAccountAssignmentsCommand({ ...set, AccountId: "123456789012" }),
        );
        const { Name, RelayState, SessionDuration } = PermissionSet;
        return {
          set,
          Name,
          RelayState,
          SessionDuration,
          policy: JSON.parse(InlinePolicy || "null") as unknown,
          assigned: AccountAssignments.map(({ PrincipalType }) => PrincipalType).sort(),
          principals: AccountAssignments,
        };
      }),
    );
  }

  /** What check --live says of the permission set. */
  async function checked(): Promise<string[]> {
    const { stdout } = await cliHere(
      project,
      ["check", "--live", "--json"],
      standIn.environment("us-east-1"),
    );
    const { instances } = JSON.parse(stdout) as CheckReport;
    return instances
      .flatMap(({ live = [] }) => live)
      .filter(({ subject }) => subject.startsWith("permission set"))
      .map(({ verdict, subject, message }) => `${verdict} ${subject}: ${message}`);
  }
  const AS_CONFIGURED =
    "ok permission set AmazonConnectAgent: has the relay state, the permission and the assignments of the config; rehearse --live --profile confirms that Amazon Connect lets its users in (preview)";

  const MADE = {
    Name: "AmazonConnectAgent",
    RelayState: RELAY_STATE,
    SessionDuration: "PT10H",
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Statement1",
          Effect: "Allow",
          Action: "connect:GetFederationToken",
          Resource: [`${INSTANCE_ARN}/user/\${aws:userid}`],
        },
      ],
    },
    assigned: ["GROUP", "USER"],
  };

  it("makes the permission set, its permission and its assignments, and a second plan is empty", async () => {
    expect(await checked()).toEqual([
      "error permission set AmazonConnectAgent: does not exist in Identity Center; deploy center-assignments",
    ]);
    await terraform.apply();
    expect(await checked()).toEqual([AS_CONFIGURED]);
    expect(await terraform.isUpToDate()).toBe(true);
    expect(await read()).toEqual([expect.objectContaining(MADE)]);
    expect(await terraform.outputs()).toMatchObject({
      agent_relay_state_url: RELAY_STATE,
      agent_shortcut_link:
        "https://d-1234567890.awsapps.com/start/#/console?account_id=123456789012&role_name=AmazonConnectAgent&destination=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fconnect%2Ffederate%2F9690dd9b-3de7-4097-b4d9-67829f7c8fca%3Fdestination%3D%252Fconnect%252Fccp",
    });
  });

  it("is taken over by adopt where Terraform does not know it, and the next plan is empty", async () => {
    await terraform.run("state", "rm", "aws_ssoadmin_permission_set.agent");
    await terraform.run("state", "rm", "aws_ssoadmin_permission_set_inline_policy.agent");
    await terraform.run("state", "rm", "aws_ssoadmin_account_assignment.agent");
    const before = await read();
    await cliHere(project, ["adopt", "--write"], standIn.environment("us-east-1"));
    // The list has the group too, which Terraform knows already: it is not imported again.
    expect(project.read("config/center.yaml")).toMatch(
      /^ {2}permissionSets:\n {4}AmazonConnectAgent: arn:aws:sso:::permissionSet\/ssoins-/m,
    );
    resynth(project);
    expect(await terraform.run("plan", "-no-color", "-input=false")).toContain(
      "Plan: 4 to import, 0 to add, 0 to change, 0 to destroy.",
    );
    await terraform.apply();
    expect(await read()).toEqual(before);
    project.write("config/center.yaml", CONFIG);
    resynth(project);
    expect(await terraform.isUpToDate()).toBe(true);
  });

  it("heals an assignment that was deleted behind its back", async () => {
    const [made] = await read();
    const user = made?.principals.find(({ PrincipalType }) => PrincipalType === "USER");
    await admin.send(
      new DeleteAccountAssignmentCommand({
        ...made?.set,
        InstanceArn: standIn.identityCenter.instanceArn,
        PermissionSetArn: made?.set.PermissionSetArn,
        PrincipalId: user?.PrincipalId,
        PrincipalType: "USER",
        TargetId: "123456789012",
        TargetType: "AWS_ACCOUNT",
      }),
    );
    expect(await checked()).toEqual([
      "error permission set AmazonConnectAgent: is not assigned to the user lead; deploy center-assignments",
    ]);
    expect(await terraform.apply()).toEqual({
      'aws_ssoadmin_account_assignment.agent["user lead"]': "create",
    });
    expect(await read()).toEqual([expect.objectContaining(MADE)]);
  });

  it("changes the landing page in place, so that the role behind it stays", async () => {
    project.edit("config/center.yaml", (text) => text.replace("/connect/ccp", "/ccp-v2"));
    resynth(project);
    expect(await terraform.apply()).toEqual({ "aws_ssoadmin_permission_set.agent": "update" });
    expect((await read())[0]?.RelayState).toMatch(/\?destination=%2Fccp-v2$/);
  });

  it("is the same in the module, whose own tests pass", async () => {
    const module = new Terraform(
      project.path("cdktf.out/handoff/center/module/modules/assignments"),
      provider.environment,
    );
    await module.init();
    expect(await module.run("test")).toContain("Success! 4 passed, 0 failed.");
  });

  it("refuses to rename it, to remove the application or to take everybody away, where it is protected", async () => {
    const protectedConfig = project.read("config/center.yaml").replace("protect: false\n", "");
    const refusal = async (config: string) => {
      project.write("config/center.yaml", config);
      resynth(project);
      const { code, stderr } = await terraform.attempt("plan", "-input=false");
      const message = stderr.replace(/\s+/g, " ");
      return { code, refused: message.includes("has lifecycle.prevent_destroy set") };
    };
    project.write("config/center.yaml", protectedConfig);
    resynth(project);
    await terraform.apply();
    const refused = { code: 1, refused: true };
    expect(
      await refusal(protectedConfig.replace("  agent:", "  agent:\n    permissionSetName: Agents")),
    ).toEqual(refused);
    expect(await refusal(protectedConfig.replace("  agent:", "  agents:"))).toEqual(refused);
    expect(await refusal(protectedConfig.replace(/ {4}assign:.*\n/, ""))).toEqual(refused);
    expect(await read()).toHaveLength(1);
  });

  it("leaves nothing", async () => {
    project.write("config/center.yaml", CONFIG);
    resynth(project);
    await terraform.destroy();
    expect(await read()).toEqual([]);
    expect(await terraform.run("state", "list")).toBe("");
  });

  it("takes what docs/permissions.md gives it, but for the tags of the config, and writes with nothing else", () => {
    const page = readFileSync(resolve(__dirname, "../../docs/permissions.md"), "utf8");
    const [, json = ""] =
      /^## Deploying permission sets\n.*?^```json\n(.*?)^```/ms.exec(page) ?? [];
    const { Statement } = JSON.parse(json) as { Statement: { Action: string[] }[] };
    const documented = Statement.flatMap(({ Action }) => Action);
    const taken = new Set(
      standIn.calls.flatMap((call) => {
        const [, service, action] = call.split(" ");
        return service === "sso" && action !== undefined ? [`sso:${action}`] : [];
      }),
    );
    expect(documented.filter((action) => !taken.has(action))).toEqual([
      "sso:TagResource",
      "sso:UntagResource",
    ]);
    const writes = [...taken].filter((action) => !/^sso:(Describe|List|Get)/.test(action));
    expect(writes.filter((action) => !documented.includes(action))).toEqual([]);
  });
});
