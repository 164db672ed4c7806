import { describeExample, permission, trust } from "../support/example";

describeExample({
  config: "examples/govcloud.yaml",
  region: "us-gov-west-1",
  metadata: {
    "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess":
      "examples/metadata/govcloud-agent.xml",
    "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess":
      "examples/metadata/govcloud-admin.xml",
  },
  outputs: {
    agent_attribute_mapping_value:
      "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAgentAccessRole,arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    agent_relay_state_url:
      "https://console.amazonaws-us-gov.com/connect/federate/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60?destination=%2Fagent-app-v2&new_domain=true",
    agent_role_arn:
      "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAgentAccessRole",
    agent_saml_provider_arn:
      "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    admin_attribute_mapping_value:
      "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAdminAccessRole,arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
    admin_relay_state_url:
      "https://console.amazonaws-us-gov.com/connect/federate/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60?new_domain=true",
    admin_role_arn:
      "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAdminAccessRole",
    admin_saml_provider_arn:
      "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
  },
  roles: {
    AmazonConnectAgentAccessRole: {
      arn: "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAgentAccessRole",
      maxSessionDuration: 28_800,
      trust: trust("arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess", [
        "https://signin.amazonaws-us-gov.com/saml",
      ]),
      managed: ["arn:aws-us-gov:iam::123456789012:policy/AmazonConnectSSOPolicy"],
      inline: {},
      boundary: "arn:aws-us-gov:iam::aws:policy/PowerUserAccess",
    },
    AmazonConnectAdminAccessRole: {
      arn: "arn:aws-us-gov:iam::123456789012:role/contact-center/AmazonConnectAdminAccessRole",
      maxSessionDuration: 3_600,
      trust: trust("arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAdminAccess", [
        "https://signin.amazonaws-us-gov.com/saml",
      ]),
      managed: ["arn:aws-us-gov:iam::123456789012:policy/AmazonConnectSSOPolicy"],
      inline: {},
      boundary: "arn:aws-us-gov:iam::aws:policy/PowerUserAccess",
    },
  },
  policies: {
    "arn:aws-us-gov:iam::123456789012:policy/AmazonConnectSSOPolicy": permission({
      Resource: [
        "arn:aws-us-gov:connect:us-gov-west-1:123456789012:instance/3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60/user/${aws:userid}",
      ],
    }),
  },
});
