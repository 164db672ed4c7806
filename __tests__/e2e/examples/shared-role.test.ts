import { describeExample, permission, trust } from "../support/example";

describeExample({
  config: "examples/shared-role.yaml",
  region: "eu-west-2",
  metadata: {
    "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess":
      "examples/metadata/shared-agent.xml",
    "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess":
      "examples/metadata/shared-admin.xml",
  },
  outputs: {
    agent_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/AmazonConnectUserRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    agent_relay_state_url:
      "https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?destination=%2Fagent-app-v2&new_domain=true",
    agent_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectUserRole",
    agent_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    admin_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/AmazonConnectUserRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
    admin_relay_state_url:
      "https://eu-west-2.console.aws.amazon.com/connect/federate/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f?new_domain=true",
    admin_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectUserRole",
    admin_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
  },
  roles: {
    AmazonConnectUserRole: {
      arn: "arn:aws:iam::123456789012:role/AmazonConnectUserRole",
      maxSessionDuration: 43_200,
      trust: trust(
        [
          "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
          "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
        ],
        ["https://signin.aws.amazon.com/saml", "https://eu-west-2.signin.aws.amazon.com/saml"],
      ),
      managed: ["arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy"],
      inline: {},
    },
  },
  policies: {
    "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy": permission({
      Resource: [
        "arn:aws:connect:eu-west-2:123456789012:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f/user/${aws:userid}",
      ],
    }),
  },
});
