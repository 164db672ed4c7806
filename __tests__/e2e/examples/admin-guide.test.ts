import { describeExample, permission, trust } from "../support/example";

describeExample({
  config: "examples/admin-guide.yaml",
  region: "us-west-2",
  metadata: {
    "arn:aws:iam::123456789012:saml-provider/AmazonConnect": "examples/metadata/admin-guide.xml",
  },
  outputs: {
    connect_attribute_mapping_value:
      "arn:aws:iam::123456789012:role/AmazonConnectRole,arn:aws:iam::123456789012:saml-provider/AmazonConnect",
    connect_relay_state_url:
      "https://us-west-2.console.aws.amazon.com/connect/federate/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
    connect_role_arn: "arn:aws:iam::123456789012:role/AmazonConnectRole",
    connect_saml_provider_arn: "arn:aws:iam::123456789012:saml-provider/AmazonConnect",
  },
  roles: {
    AmazonConnectRole: {
      arn: "arn:aws:iam::123456789012:role/AmazonConnectRole",
      maxSessionDuration: 36_000,
      trust: trust("arn:aws:iam::123456789012:saml-provider/AmazonConnect", [
        "https://signin.aws.amazon.com/saml",
        "https://us-west-2.signin.aws.amazon.com/saml",
      ]),
      managed: [],
      inline: {
        AmazonConnectFederation: permission({
          Resource: "*",
          Condition: {
            StringEquals: { "connect:InstanceId": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" },
          },
        }),
      },
    },
  },
  policies: {},
});
