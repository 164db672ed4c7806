import { App, Testing } from "cdktf";
import { runSimulation } from "@cloud-copilot/iam-simulate";

import { signInPolicy } from "../../../modules/aws/iam";
import { AssignmentsStack, FederationStack } from "../../../modules/synth/stacks";
import { load } from "../../support/config";
import { only, type Terraform, terraformOf } from "../../support/synth";

const CENTER = `
instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    signIn: permission-set
    destination: /ccp-v2
    newDomain: true
    sessionDuration: 1h30m
    assign: { groups: [ConnectAgents], users: [lead] }
`;

function settingsOf(config: string) {
  const { instances, reported } = load(config);
  const [settings] = instances;
  if (!settings) throw new Error(reported.join("\n"));
  return settings;
}

const app = () => Testing.stubVersion(new App({ stackTraces: false }));
const assignmentsOf = (config: string): Terraform =>
  terraformOf(new AssignmentsStack(app(), settingsOf(config)));
const federationOf = (config: string): Terraform =>
  terraformOf(new FederationStack(app(), settingsOf(config)));

const RELAY_STATE =
  "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fccp-v2&new_domain=true";

describe("sign-in through a permission set", () => {
  const stack = assignmentsOf(CENTER);

  it("takes a permission set that opens Amazon Connect, for as long as the config says", () => {
    expect(stack.resource?.["aws_ssoadmin_permission_set"]).toEqual({
      agent: {
        instance_arn: "${local.identity_center_arn}",
        name: "AmazonConnectAgent",
        description: "Sign-in to the Amazon Connect instance 9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        relay_state: RELAY_STATE,
        session_duration: "PT1H30M",
        lifecycle: { prevent_destroy: true },
      },
    });
  });

  it("permits the sign-in to this one instance, in the form of the config", () => {
    const policy = "aws_ssoadmin_permission_set_inline_policy";
    const written = {
      instance_arn: "${local.identity_center_arn}",
      permission_set_arn: "${aws_ssoadmin_permission_set.agent.arn}",
    };
    expect(stack.resource?.[policy]).toEqual({
      agent: {
        ...written,
        inline_policy:
          '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Sid" = "Statement1", "Effect" = "Allow", "Action" = "connect:GetFederationToken", "Resource" = ["arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/user/$${aws:userid}"]}]})}',
      },
    });
    const condition = assignmentsOf(`${CENTER}permission: { form: instance-condition }\n`);
    expect(condition.resource?.[policy]).toEqual({
      agent: {
        ...written,
        inline_policy:
          '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Sid" = "Statement1", "Effect" = "Allow", "Action" = "connect:GetFederationToken", "Resource" = "*", "Condition" = {"StringEquals" = {"connect:InstanceId" = "9690dd9b-3de7-4097-b4d9-67829f7c8fca"}}}]})}',
      },
    });
  });

  it("assigns the groups and users in the account of the instance, once the permission is there", () => {
    expect(stack.resource?.["aws_ssoadmin_account_assignment"]).toEqual({
      agent: {
        for_each: "${local.principals_of_agent}",
        instance_arn: "${local.identity_center_arn}",
        permission_set_arn: "${aws_ssoadmin_permission_set.agent.arn}",
        principal_type: "${each.value.principal_type}",
        principal_id: "${each.value.principal_id}",
        target_id: "123456789012",
        target_type: "AWS_ACCOUNT",
        depends_on: ["aws_ssoadmin_permission_set_inline_policy.agent"],
      },
    });
    expect(stack.locals).toMatchObject({
      principals_of_agent: {
        "group ConnectAgents": {
          principal_type: "GROUP",
          principal_id: '${local.existing_group_ids["ConnectAgents"]}',
        },
        "user lead": {
          principal_type: "USER",
          principal_id: '${local.existing_user_ids["lead"]}',
        },
      },
    });
  });

  it("outputs the relay state and the shortcut link", () => {
    expect(stack.output).toMatchObject({
      agent_permission_set_arn: { value: "${aws_ssoadmin_permission_set.agent.arn}" },
      agent_relay_state_url: { value: RELAY_STATE },
      agent_shortcut_link: {
        value:
          '${format("https://%s.awsapps.com/start/#/console?account_id=%s&role_name=%s&destination=%s", local.identity_store_id, "123456789012", "AmazonConnectAgent", "https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fconnect%2Ffederate%2F9690dd9b-3de7-4097-b4d9-67829f7c8fca%3Fdestination%3D%252Fccp-v2%26new_domain%3Dtrue")}',
      },
    });
  });

  it("needs neither a SAML provider nor a role nor a policy in the account of the instance", () => {
    expect(federationOf(CENTER).resource).toBeUndefined();
    expect(federationOf(CENTER).variable).toBeUndefined();
  });

  it("protects against the removal of the application, and of everybody who is assigned", () => {
    expect(only(stack, "terraform_data")).toEqual({
      for_each:
        '${toset(["agent (AmazonConnectAgent): users would be locked out (protect: false allows it)"])}',
      lifecycle: { prevent_destroy: true },
    });
    const unprotected = assignmentsOf(`${CENTER}protect: false\n`);
    expect(unprotected.resource).not.toHaveProperty("terraform_data");
    expect(only(unprotected, "aws_ssoadmin_permission_set")).not.toHaveProperty("lifecycle");
    const unused = assignmentsOf(CENTER.replace(/ {4}assign:.*\n/, ""));
    expect(only(unused, "terraform_data")).toMatchObject({ for_each: "${toset([])}" });
  });

  it("gives the permission set the tags and the prefix of the config", () => {
    const named = assignmentsOf(`${CENTER}namePrefix: East-\ntags: { Team: Contact center }\n`);
    expect(only(named, "aws_ssoadmin_permission_set")).toMatchObject({
      name: "East-AmazonConnectAgent",
      tags: { Team: "Contact center" },
    });
  });

  it("takes the Identity Center that the config names, where an account sees several", () => {
    const arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
    const named = assignmentsOf(`${CENTER}identityCenter: { instanceArn: "${arn}" }\n`);
    expect(only(named, "aws_ssoadmin_permission_set")).toMatchObject({ instance_arn: arn });
  });

  it("goes together with applications of the console", () => {
    const both = `${CENTER}  admin:
    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111
    assign: { groups: [ConnectAdmins] }
`;
    expect(only(assignmentsOf(both), "aws_ssoadmin_permission_set")).toMatchObject({
      instance_arn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      name: "AmazonConnectAgent",
    });
    expect(Object.keys(federationOf(both).resource?.["aws_iam_role"] ?? {})).toEqual(["admin"]);
  });
});

describe("the permission of a session of a permission set", () => {
  const instance = {
    arn: "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  };
  const ROLE =
    "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_AmazonConnectAgent_0123456789abcdef/E1234567";
  const USER_ID = "AROAEXAMPLEEXAMPLEEXA:E1234567";

  /** What IAM would answer to the one call of a sign-in, as a simulator of it says. */
  async function answer(
    form: "user-resource" | "instance-condition",
    resource: string,
    instanceId: string,
  ) {
    const response = await runSimulation(
      {
        request: {
          principal: ROLE,
          action: "connect:GetFederationToken",
          resource: { resource, accountId: "123456789012" },
          contextVariables: { "aws:userid": USER_ID, "connect:InstanceId": instanceId },
        },
        identityPolicies: [{ name: "inline", policy: signInPolicy(form, instance) }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
    if (response.resultType === "error") throw new Error(JSON.stringify(response.errors));
    return response.overallResult;
  }

  const OWN = `${instance.arn}/user/${USER_ID}`;
  const OTHER =
    "arn:aws:connect:us-east-1:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";

  it.each(["user-resource", "instance-condition"] as const)(
    "lets the person of the session in by %s, and no further",
    async (form) => {
      expect(await answer(form, OWN, instance.instanceId)).toBe("Allowed");
      expect(
        await answer(form, `${OTHER}/user/${USER_ID}`, "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f"),
      ).toBe("ImplicitlyDenied");
    },
  );

  it("names the role and the user name of the session by user-resource, so nobody else's", async () => {
    const somebody = `${instance.arn}/user/AROAEXAMPLEEXAMPLEEXA:lead`;
    expect(await answer("user-resource", somebody, instance.instanceId)).toBe("ImplicitlyDenied");
  });
});
