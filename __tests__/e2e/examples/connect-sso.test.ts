import { describeExample, permission, trust } from "../support/example";

describeExample({
  config: "examples/connect-sso.yaml",
  region: "us-east-1",
  metadata: {
    "arn:aws:iam::123456789012:saml-provider/Connect-SSO": "examples/metadata/connect-sso.xml",
  },
  outputs: {
    agent_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/Connect-SSO,arn:aws:iam::123456789012:saml-provider/Connect-SSO",
    agent_relay_state_url:
      "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b-3de7-4097-b4d9-67829f7c8fur?destination=%2Fconnect%2Fccp",
    agent_role_arn: "arn:aws:iam::123456789012:role/Connect-SSO",
    agent_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/Connect-SSO",
  },
  roles: {
    "Connect-SSO": {
      arn: "arn:aws:iam::123456789012:role/Connect-SSO",
      maxSessionDuration: 43_200,
      trust: trust("arn:aws:iam::123456789012:saml-provider/Connect-SSO", [
        "https://signin.aws.amazon.com/saml",
      ]),
      managed: ["arn:aws:iam::123456789012:policy/Connect-SSO-Policy"],
      inline: {},
    },
  },
  policies: {
    "arn:aws:iam::123456789012:policy/Connect-SSO-Policy": permission({
      Resource: [
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur/user/${aws:userid}",
      ],
    }),
  },
});
