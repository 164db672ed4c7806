import { describeExample, permission, trust } from "../support/example";

describeExample({
  config: "config/workshop.yaml",
  region: "us-east-1",
  metadata: {
    "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess": "config/metadata/agent.xml",
    "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess": "config/metadata/admin.xml",
  },
  outputs: {
    agent_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    agent_relay_state_url:
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca?destination=%2Fconnect%2Fccp",
    agent_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
    agent_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    admin_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
    admin_relay_state_url:
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
    admin_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
    admin_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
  },
  roles: {
    AmazonConnectAgentAccessRole: {
      arn: "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      maxSessionDuration: 43_200,
      trust: trust("arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess", [
        "https://signin.aws.amazon.com/saml",
      ]),
      managed: ["arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy"],
      inline: {},
    },
    AmazonConnectAdminAccessRole: {
      arn: "arn:aws:iam::123456789012:role/AmazonConnectAdminAccessRole",
      maxSessionDuration: 43_200,
      trust: trust("arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess", [
        "https://signin.aws.amazon.com/saml",
      ]),
      managed: ["arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy"],
      inline: {},
    },
  },
  policies: {
    "arn:aws:iam::123456789012:policy/AmazonConnectSSOPolicy": permission({
      Resource: [
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/user/${aws:userid}",
      ],
    }),
  },
});
