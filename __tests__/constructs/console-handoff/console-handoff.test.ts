import { TerraformVariable } from "cdktf";

import { ConsoleHandoff } from "../../../modules/constructs/console-handoff";
import { synthesized } from "../../support/synth";

const ARNS = {
  roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
};
const INSTANCE =
  "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur";

describe("the console handoff", () => {
  it("makes no resources, only four outputs for each application", () => {
    const { resource, output = {} } = synthesized((stack) => {
      new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: {
          agent: { ...ARNS, destination: "/connect/ccp" },
          admin: {
            roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
            samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
          },
        },
      });
    });
    expect(resource).toBeUndefined();
    const values = Object.fromEntries(
      Object.entries(output).map(([name, { value }]) => [name, value]),
    );
    expect(values).toEqual({
      agent_attribute_mapping_value:
        "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      agent_relay_state_url:
        "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=%2Fconnect%2Fccp",
      agent_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      agent_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      admin_attribute_mapping_value:
        "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
      admin_relay_state_url:
        "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur",
      admin_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
      admin_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
    });
  });

  it("has Terraform check the mapping value against the resources, and outputs their ARNs", () => {
    const { output = {} } = synthesized((stack) => {
      const created = (name: string) => new TerraformVariable(stack, name, {}).stringValue;
      new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: {
          agent: {
            ...ARNS,
            createdRoleArn: created("role"),
            createdSamlProviderArn: created("provider"),
          },
        },
      });
    });
    expect(output["agent_role_arn"]?.value).toBe("${var.role}");
    expect(output["agent_saml_provider_arn"]?.value).toBe("${var.provider}");
    expect(output["agent_attribute_mapping_value"]).toMatchObject({
      value:
        "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
      precondition: {
        condition:
          '${("${var.role},${var.provider}" == "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess")}',
        error_message:
          'Nobody could sign in with this value, because the ARNs of the role and the SAML provider of "agent" are ${var.role},${var.provider}. Undo the change to their names or to the path of the role, and do not use the value in the console.',
      },
    });
  });

  it("has the quotes and backslashes of a path stay text in that check", () => {
    const role = 'arn:aws:iam::123456789012:role/"||true||"\\/Agent';
    const { output = {} } = synthesized((stack) => {
      new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: {
          agent: {
            ...ARNS,
            roleArn: role,
            createdRoleArn: new TerraformVariable(stack, "role", {}).stringValue,
          },
        },
      });
    });
    expect(output["agent_attribute_mapping_value"]).toMatchObject({
      value: `${role},${ARNS.samlProviderArn}`,
      precondition: {
        condition: `\${("\${var.role},${ARNS.samlProviderArn}" == "arn:aws:iam::123456789012:role/\\"||true||\\"\\\\/Agent,${ARNS.samlProviderArn}")}`,
      },
    });
  });

  it("hands the same values to the program that made it", () => {
    synthesized((stack) => {
      const { values } = new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: { agent: { ...ARNS, destination: "/agent-app-v2", newDomain: true } },
      });
      expect(values).toEqual({
        agent: {
          attributeMappingValue:
            "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          relayStateUrl:
            "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=%2Fagent-app-v2&new_domain=true",
          roleArn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
          samlProviderArn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
        },
      });
    });
  });

  it("refuses a destination that is neither a path nor an https URL", () => {
    expect(() =>
      synthesized((stack) => {
        new ConsoleHandoff(stack, "console", {
          instanceArn: INSTANCE,
          applications: { agent: { ...ARNS, destination: "ccp-v2" } },
        });
      }),
    ).toThrow(
      'test/console: applications.agent.destination: "ccp-v2" is neither a path nor an https URL',
    );
  });

  it("refuses ARNs that Terraform would evaluate", () => {
    expect(() =>
      synthesized((stack) => {
        new ConsoleHandoff(stack, "console", {
          instanceArn: INSTANCE,
          applications: { agent: { roleArn: '${file("/etc/passwd")}', samlProviderArn: "%{" } },
        });
      }),
    ).toThrow(
      `test/console: applications.agent.roleArn: "\${file(\\"/etc/passwd\\")}" has "\${", which Terraform would evaluate; write the text itself
test/console: applications.agent.samlProviderArn: "%{" has "%{", which Terraform would evaluate; write the text itself`,
    );
  });

  it("refuses ARNs of something else, and a space in one, with which nobody could sign in", () => {
    const { roleArn, samlProviderArn } = ARNS;
    const problems = (agent: typeof ARNS) => () =>
      synthesized((stack) => {
        new ConsoleHandoff(stack, "console", { instanceArn: INSTANCE, applications: { agent } });
      });
    expect(problems({ roleArn: samlProviderArn, samlProviderArn: roleArn })).toThrow(
      `test/console: applications.agent.roleArn: ${JSON.stringify(samlProviderArn)} is not an ARN as arn:aws:iam::<account>:role/<name>, without spaces; sign-in would fail with it; give that
test/console: applications.agent.samlProviderArn: ${JSON.stringify(roleArn)} is not an ARN as arn:aws:iam::<account>:saml-provider/<name>, without spaces; sign-in would fail with it; give that`,
    );
    expect(problems({ ...ARNS, roleArn: `${roleArn} ` })).toThrow("without spaces");
  });

  it.each(["my app", "team-lead", "2nd", "_agent", ""])(
    "refuses the key %j, which cannot be part of an output's name",
    (key) => {
      expect(() =>
        synthesized((stack) => {
          new ConsoleHandoff(stack, "console", {
            instanceArn: INSTANCE,
            applications: { [key]: ARNS },
          });
        }),
      ).toThrow(
        `test/console: applications: "${key}" cannot be part of a name in Terraform, which starts with a letter and has only letters, digits and _; rename the application`,
      );
    },
  );

  it("leaves a destination that only Terraform knows to Terraform", () => {
    const { output = {} } = synthesized((stack) => {
      const { stringValue } = new TerraformVariable(stack, "page", { type: "string" });
      new ConsoleHandoff(stack, "console", {
        instanceArn: INSTANCE,
        applications: { agent: { ...ARNS, destination: stringValue, newDomain: true } },
      });
    });
    expect(output["agent_relay_state_url"]?.value).toBe(
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=${urlencode(var.page)}&new_domain=true",
    );
  });
});
