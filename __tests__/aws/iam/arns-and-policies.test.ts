import {
  attributeMappingValue,
  instanceConditionPolicy,
  roleArn,
  samlProviderArn,
  trustPolicy,
  userResourcePolicy,
} from "../../../modules/aws/iam";

const COMMERCIAL = { partition: "aws", accountId: "123456789012" };
const GOVCLOUD = { partition: "aws-us-gov", accountId: "123456789012" };

describe("the ARN", () => {
  test("of a role is known before anything is deployed", () => {
    expect(roleArn(COMMERCIAL, "/", "AmazonConnectAgentAccessRole")).toBe(
      "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
    );
  });

  test("of a role holds its path", () => {
    expect(roleArn(COMMERCIAL, "/service/connect/", "Agent")).toBe(
      "arn:aws:iam::123456789012:role/service/connect/Agent",
    );
  });

  test("of a role in GovCloud is of that partition", () => {
    expect(roleArn(GOVCLOUD, "/", "Agent")).toBe("arn:aws-us-gov:iam::123456789012:role/Agent");
  });

  test("of a SAML provider has no path", () => {
    expect(samlProviderArn(COMMERCIAL, "AmazonConnectAgentAccess")).toBe(
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    );
    expect(samlProviderArn(GOVCLOUD, "AmazonConnectAgentAccess")).toBe(
      "arn:aws-us-gov:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    );
  });

  test("may be made of Terraform tokens", () => {
    const account = {
      partition: "${data.aws_partition.current.partition}",
      accountId: "${data.aws_caller_identity.current.account_id}",
    };
    expect(samlProviderArn(account, "Agent")).toBe(
      "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:saml-provider/Agent",
    );
  });
});

test("the Role attribute is the role, a comma and the provider, without a space", () => {
  expect(
    attributeMappingValue(
      "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole",
      "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
    ),
  ).toBe(
    "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
  );
});

describe("the trust policy", () => {
  test("lets users of one provider sign in through either endpoint", () => {
    expect(
      trustPolicy(
        ["arn:aws:iam::123456789012:saml-provider/Agent"],
        ["https://signin.aws.amazon.com/saml", "https://eu-west-2.signin.aws.amazon.com/saml"],
      ),
    ).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "arn:aws:iam::123456789012:saml-provider/Agent" },
          Action: "sts:AssumeRoleWithSAML",
          Condition: {
            StringEquals: {
              "SAML:aud": [
                "https://signin.aws.amazon.com/saml",
                "https://eu-west-2.signin.aws.amazon.com/saml",
              ],
            },
          },
        },
      ],
    });
  });

  test("of a shared role names every provider, in the order given", () => {
    expect(
      trustPolicy(
        [
          "arn:aws:iam::123456789012:saml-provider/Agent",
          "arn:aws:iam::123456789012:saml-provider/Admin",
        ],
        ["https://signin.aws.amazon.com/saml"],
      ),
    ).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: {
            Federated: [
              "arn:aws:iam::123456789012:saml-provider/Agent",
              "arn:aws:iam::123456789012:saml-provider/Admin",
            ],
          },
          Action: "sts:AssumeRoleWithSAML",
          Condition: { StringEquals: { "SAML:aud": ["https://signin.aws.amazon.com/saml"] } },
        },
      ],
    });
  });
});

describe("the permission policy", () => {
  test("of the workshop names the instance by its users' ARNs", () => {
    expect(
      userResourcePolicy(
        "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur/user/${aws:userid}",
      ),
    ).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Statement1",
          Effect: "Allow",
          Action: "connect:GetFederationToken",
          Resource: [
            "arn:aws:connect:us-east-1:257804509653:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fur/user/${aws:userid}",
          ],
        },
      ],
    });
  });

  test("of the admin guide names the instance by a condition on its ID", () => {
    expect(instanceConditionPolicy("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Statement1",
          Effect: "Allow",
          Action: "connect:GetFederationToken",
          Resource: "*",
          Condition: {
            StringEquals: { "connect:InstanceId": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" },
          },
        },
      ],
    });
  });
});
