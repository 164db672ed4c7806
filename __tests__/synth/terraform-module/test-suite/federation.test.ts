import { block, blocks, london, LONDON_ARN, moduleOf } from "../../../support/terraform-module";

describe("the tests of a module", () => {
  it("promise the literal values of the config", () => {
    const { "tests/federation.tftest.hcl": tests } = moduleOf("examples/people.yaml");
    expect(blocks(tests, "run")).toEqual([
      "trusts_the_saml_providers",
      "permits_sign_in_and_nothing_else",
      "outputs_what_the_console_asks_for",
      "creates_the_users",
      "puts_a_prefix_before_every_name",
    ]);
    expect(tests).toContain(`
  assert {
    condition = aws_iam_policy.sign_in_permission.policy == jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Sid    = "Statement1"
        Effect = "Allow"
        Action = "connect:GetFederationToken"
        Resource = [
          "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10/user/$\${aws:userid}",
        ]
      }]
    })
    error_message = "The permission policy AmazonConnectSSOPolicy differs."
  }
`);
    expect(tests).toContain(`
            "SAML:aud" = [
              "https://signin.aws.amazon.com/saml",
              "https://eu-central-1.signin.aws.amazon.com/saml",
            ]
`);
    expect(tests).toContain(`
    condition     = output.agent_relay_state_url == "https://eu-central-1.console.aws.amazon.com/connect/federate/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10?destination=%2Fagent-app-v2&new_domain=true"
`);
    expect(tests).toContain(`
    condition = { for key, one in aws_connect_user.user : key => one.phone_config[0].phone_type } == {
      "agent1@example.com"      = "SOFT_PHONE"
      "supervisor1@example.com" = "DESK_PHONE"
    }
    error_message = "The phones of the users differ."
`);
  });

  it("promise the path and the boundary of roles, and that there is none", () => {
    const of = (config: string) => moduleOf(config)["tests/federation.tftest.hcl"];
    expect(of("examples/govcloud.yaml")).toContain(
      'aws_iam_role.agent.permissions_boundary == "arn:aws-us-gov:iam::aws:policy/PowerUserAccess"\n',
    );
    expect(of("examples/govcloud.yaml")).toContain(
      'aws_iam_role.agent.path == "/contact-center/"\n',
    );
    expect(of("examples/people.yaml")).toContain(
      "aws_iam_role.agent.permissions_boundary == null\n",
    );
  });

  it("set every variable to a literal, so that they need neither terraform.tfvars nor functions", () => {
    const { "tests/federation.tftest.hcl": tests } = london(
      "namePrefix: Names\napplications: { agent: {}, admin: {} }\n",
    );
    const own = block(tests, "variables");
    expect(own).toContain(`  instance_arn                 = "${LONDON_ARN}"\n`);
    expect(own.match(/entityID="[^"]*"/g)).toEqual([
      'entityID="https://portal.sso.us-east-1.amazonaws.com/saml/assertion/agent"',
      'entityID="https://portal.sso.us-east-1.amazonaws.com/saml/assertion/admin"',
    ]);
    expect(own).toMatch(/^ {2}name_prefix += "Names"$/m);
    expect(own).toMatch(/^ {2}tags += \{ team = "Contact center" \}$/m);
  });

  it("promise that a prefix comes before every name", () => {
    const { "tests/federation.tftest.hcl": tests } = london(
      "namePrefix: Names\napplications: { agent: {} }\n",
    );
    expect(tests).toContain(
      'condition     = aws_iam_policy.sign_in_permission.name == "Second-AmazonConnectSSOPolicy"\n',
    );
  });

  it("promise the protection of every application", () => {
    const { "tests/federation.tftest.hcl": tests } = london("applications: { agent: {} }\n");
    expect(tests).toContain(`
    condition = toset(keys(terraform_data.sign_in_protection)) == toset([
      "agent (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)",
    ])
`);
  });

  it("of GovCloud promise its own endpoints", () => {
    const { "tests/federation.tftest.hcl": tests } = moduleOf("examples/govcloud.yaml");
    expect(tests).toContain('"SAML:aud" = ["https://signin.amazonaws-us-gov.com/saml"]');
    expect(tests).toContain("arn:aws-us-gov:iam::123456789012:role/contact-center/");
  });

  it("of an inline policy with a condition promise that", () => {
    const { "tests/federation.tftest.hcl": tests } = moduleOf("examples/admin-guide.yaml");
    expect(tests).toContain("aws_iam_role_policy.connect.policy == jsonencode({");
    expect(tests).toContain(
      'error_message = "The permission policy AmazonConnectFederation differs."',
    );
  });

  it("of a shared role promise that it trusts every SAML provider", () => {
    const { "tests/federation.tftest.hcl": tests } = moduleOf("examples/shared-role.yaml");
    expect(tests).toContain('aws_iam_role.shared_role.name == "Second-AmazonConnectUserRole"');
    expect(tests).toContain(`
          Federated = [
            "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess",
            "arn:aws:iam::123456789012:saml-provider/AmazonConnectAdminAccess",
          ]
`);
  });
});
