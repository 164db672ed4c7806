import { homedir, tmpdir } from "node:os";
import { resolve } from "node:path";

import { fixture } from "../../support/synth";
import { block, blocks, london, LONDON_ARN, moduleOf } from "../../support/terraform-module";

const AGENT = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";

const ROOT = [
  "README.md",
  "examples/complete/main.tf",
  "main.tf",
  "outputs.tf",
  "tests/federation.tftest.hcl",
  "tests/metadata.xml",
  "tests/refusals.tftest.hcl",
  "variables.tf",
  "versions.tf",
];
const NESTED = [
  "modules/assignments/README.md",
  "modules/assignments/main.tf",
  "modules/assignments/outputs.tf",
  "modules/assignments/tests/assignments.tftest.hcl",
  "modules/assignments/variables.tf",
  "modules/assignments/versions.tf",
];

describe("the module of an instance", () => {
  it("stands as one of the Terraform Registry, with the assignments as a module within", () => {
    expect(Object.keys(moduleOf("examples/people.yaml")).sort()).toEqual(
      [...ROOT, ...NESTED].sort(),
    );
    expect(Object.keys(moduleOf("examples/admin-guide.yaml")).sort()).toEqual([...ROOT].sort());
  });

  it.each([
    "config/workshop.yaml",
    "examples/admin-guide.yaml",
    "examples/connect-sso.yaml",
    "examples/govcloud.yaml",
    "examples/people.yaml",
    "examples/shared-role.yaml",
  ])("of %s has no provider, backend, path or trace of a generator", (config) => {
    const files = moduleOf(resolve(config));
    for (const [path, text] of Object.entries(files)) {
      for (const place of [process.cwd(), `${homedir()}/`, `${tmpdir()}/`]) {
        expect(text).not.toContain(place);
      }
      expect(text).not.toMatch(/cdktf|uniqueId|stackTrace|TfToken/i);
      expect(text).not.toMatch(/^\s*"?\/\/"? *=/m);
      expect(text).not.toMatch(/^\s*(backend|cloud) /m);
      if (path.endsWith(".tf") && !path.startsWith("examples/")) {
        expect(text).not.toMatch(/^\s*provider /m);
      }
      expect(text).toMatch(/\S\n$/);
    }
  });

  it("needs the versions that the stacks need, in each of its folders", () => {
    const versions = `terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}
`;
    const files = moduleOf("examples/people.yaml");
    expect(files["versions.tf"]).toBe(versions);
    expect(files["modules/assignments/versions.tf"]).toBe(versions);
    expect(files["examples/complete/main.tf"]?.startsWith(versions)).toBe(true);
  });

  it("keeps its own versions when the state of the stacks needs others", () => {
    const files = london(
      "applications: { agent: {} }\nbackend: { type: s3, bucket: states, region: eu-west-2 }\n",
    );
    expect(files["versions.tf"]).toContain('required_version = ">= 1.5.0"\n');
    expect(files["versions.tf"]).not.toContain("states");
  });

  it("leaves what the stacks adopt to its caller, since a root module alone may import", () => {
    const group = "6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a";
    const files = london(`applications:
  agent: { applicationArn: "${AGENT}", assign: { groups: [${group}] } }
adopt: true
`);
    const { "examples/complete/main.tf": example = "" } = files;
    expect(files["main.tf"]).not.toContain("import");
    expect(example.slice(example.indexOf("import {"))).toBe(`import {
  to = module.federation.aws_iam_saml_provider.agent
  id = "arn:aws:iam::210987654321:saml-provider/AmazonConnectAgentAccess"
}

import {
  to = module.federation.aws_iam_role.agent
  id = "AmazonConnectAgentAccessRole"
}

import {
  to = module.federation.aws_iam_policy.sign_in_permission
  id = "arn:aws:iam::210987654321:policy/AmazonConnectSSOPolicy"
}

import {
  to = module.federation.aws_iam_role_policy_attachment.agent
  id = "AmazonConnectAgentAccessRole/arn:aws:iam::210987654321:policy/AmazonConnectSSOPolicy"
}

import {
  to = module.federation.terraform_data.sign_in_protection["agent (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)"]
  id = "agent"
}

import {
  to = module.assignments.aws_ssoadmin_application_assignment.agent["group ${group}"]
  id = "${AGENT},${group},GROUP"
}

output "console" {
  description = "Values that the Identity Center console asks for."
  value       = module.federation
}
`);
    for (const readme of ["README.md", "modules/assignments/README.md"]) {
      expect(files[readme]).toMatch(
        /\n\n`import` blocks take over existing resources .*examples\/complete\/main.tf/,
      );
    }
    expect(moduleOf("examples/people.yaml")["README.md"]).not.toContain("import");
  });

  it("is what the config says, with variables in place of what may differ", () => {
    const { "main.tf": main } = london("applications: { agent: {} }\n");
    expect(block(main, "locals")).toBe(`locals {
  instance_partition   = element(split(":", var.instance_arn), 1)
  global_sign_in_url   = (local.instance_partition == "aws-us-gov") ? "https://signin.amazonaws-us-gov.com/saml" : "https://signin.aws.amazon.com/saml"
  instance_region      = element(split(":", var.instance_arn), 3)
  regional_sign_in_url = ((local.instance_partition == "aws-us-gov") || (local.instance_region == "us-east-1")) ? local.global_sign_in_url : "https://\${local.instance_region}.signin.aws.amazon.com/saml"
  sign_in_urls         = distinct([local.global_sign_in_url, local.regional_sign_in_url])
  instance_account_id  = element(split(":", var.instance_arn), 4)
  console_url          = (local.instance_partition == "aws-us-gov") ? "https://console.amazonaws-us-gov.com" : "https://\${local.instance_region}.console.aws.amazon.com"
  instance_id          = element(split("/", var.instance_arn), 1)
}`);
    expect(block(main, 'resource "aws_iam_saml_provider" "agent"'))
      .toBe(`resource "aws_iam_saml_provider" "agent" {
  name                   = "AmazonConnectAgentAccess"
  saml_metadata_document = var.agent_saml_metadata_document
  tags                   = var.tags

  lifecycle {
    prevent_destroy = true
  }
}`);
    expect(block(main, 'resource "aws_iam_policy" "sign_in_permission"')).toContain(`
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Statement1"
      Effect   = "Allow"
      Action   = "connect:GetFederationToken"
      Resource = [format("%s/user/$\${aws:userid}", var.instance_arn)]
    }]
  })
  tags = var.tags
`);
    expect(block(main, 'resource "aws_iam_role" "agent"')).toContain(`
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_saml_provider.agent.arn }
      Action    = "sts:AssumeRoleWithSAML"
      Condition = { StringEquals = { "SAML:aud" = local.sign_in_urls } }
    }]
  })
  max_session_duration = 43200
  name                 = "AmazonConnectAgentAccessRole"
  path                 = "/"
  tags                 = var.tags
`);
    expect(block(main, 'resource "terraform_data"'))
      .toBe(`resource "terraform_data" "sign_in_protection" {
  for_each = toset([
    "agent (AmazonConnectAgentAccessRole, AmazonConnectAgentAccess): users would be locked out (protect: false allows it)",
  ])

  lifecycle {
    prevent_destroy = true
  }
}`);
    expect(main).not.toContain("210987654321");
    expect(main).not.toContain("eu-west-2");
  });

  it("refuses credentials of another account, as the provider of a stack does", () => {
    const { "main.tf": main } = london("applications: { agent: {} }\n");
    expect(block(main, 'data "aws_caller_identity" "current"'))
      .toBe(`data "aws_caller_identity" "current" {
  lifecycle {
    postcondition {
      condition     = self.account_id == local.instance_account_id
      error_message = "The credentials are those of account \${self.account_id}, but the Amazon Connect instance is in account \${local.instance_account_id}. Configure the AWS provider with credentials of that account."
    }
  }
}`);
  });

  it("checks the instance's ARN in its variable alone, and compares all documents once", () => {
    const { "main.tf": main = "" } = moduleOf("examples/people.yaml");
    expect(main).not.toContain("The instance ARN is not that of");
    expect(main).toContain(`
  metadata_documents = {
    agent      = var.agent_saml_metadata_document
    supervisor = var.supervisor_saml_metadata_document
  }
  applications_by_issuer = {
    for application, document in local.metadata_documents : one(regex("entityID=\\"(https://portal[.]sso[.][^\\"]+)\\"", document)) => application... if can(regex("entityID=\\"(https://portal[.]sso[.][^\\"]+)\\"", document))
  }
`);
    expect(main.match(/precondition/g)).toHaveLength(1);
    expect(block(main, 'resource "aws_iam_saml_provider" "agent"')).toContain(`
    precondition {
      condition = alltrue([
        for applications in values(local.applications_by_issuer) : length(applications) == 1
      ])
`);
  });

  it("puts out what the stack puts out", () => {
    const { "outputs.tf": outputs } = london(
      "applications: { agent: { destination: /connect/ccp } }\n",
    );
    expect(outputs).toBe(`output "agent_attribute_mapping_value" {
  description = "Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application \\"agent\\". Copy it without a line break or a space."
  value       = "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:role/AmazonConnectAgentAccessRole,arn:\${local.instance_partition}:iam::\${local.instance_account_id}:saml-provider/AmazonConnectAgentAccess"
}

output "agent_relay_state_url" {
  description = "Relay state of the Identity Center application \\"agent\\"."
  value       = "\${local.console_url}/connect/federate/\${local.instance_id}?destination=%2Fconnect%2Fccp"
}

output "agent_role_arn" {
  description = "ARN of the role that users of \\"agent\\" assume."
  value       = "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:role/AmazonConnectAgentAccessRole"
}

output "agent_saml_provider_arn" {
  description = "ARN of the SAML provider that holds the metadata of \\"agent\\"."
  value       = "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:saml-provider/AmazonConnectAgentAccess"
}
`);
  });
});

describe("the variables of a module", () => {
  it("have the config's values as defaults", () => {
    const { "variables.tf": variables } = moduleOf("examples/people.yaml");
    expect(blocks(variables, "variable")).toEqual([
      "instance_arn",
      "agent_saml_metadata_document",
      "supervisor_saml_metadata_document",
      "tags",
    ]);
    expect(block(variables, 'variable "instance_arn"')).toContain(
      '  default     = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"\n',
    );
    expect(block(variables, 'variable "agent_saml_metadata_document"')).toContain(
      `  default     = <<EOT\n${fixture("examples/metadata/people-agent.xml")}EOT\n`,
    );
    expect(block(variables, 'variable "tags"')).toContain("  default     = {}\n");
  });

  it("have the config's tags as defaults, to the letter", () => {
    const { "variables.tf": variables } = london(
      "applications: { agent: {} }\ntags: { cost-center: '4711', Team: Contact center }\n",
    );
    expect(block(variables, 'variable "tags"')).toContain(`
  default = {
    cost-center = "4711"
    Team        = "Contact center"
  }
`);
  });

  it("must be set where the config gives nothing", () => {
    const { "variables.tf": variables } = london("applications: { agent: {} }\n");
    expect(block(variables, 'variable "agent_saml_metadata_document"').split("\n\n")[0])
      .toBe(`variable "agent_saml_metadata_document" {
  description = "SAML metadata document (XML) of the Identity Center application \\"agent\\": the text itself, not a file name."
  type        = string
  nullable    = false`);
  });

  it("have a description, a type and validations, and are never null", () => {
    const files = moduleOf("examples/people.yaml");
    for (const file of ["variables.tf", "modules/assignments/variables.tf"]) {
      for (const name of blocks(files[file], "variable")) {
        const own = block(files[file], `variable "${name}"`);
        expect(own).toMatch(/^ {2}description += "[A-Z].*\."$/m);
        expect(own).toMatch(/^ {2}type += (string|map\(string\))$/m);
        expect(own).toMatch(/^ {2}nullable += false$/m);
        expect(own).toMatch(/^ {2}validation \{$/m);
      }
    }
  });

  it("say in their validations what is wrong and what to do", () => {
    const { "variables.tf": variables } = london("applications: { agent: {} }\n");
    expect(block(variables, 'variable "tags"')).toBe(`variable "tags" {
  description = "Tags of every IAM resource."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    error_message = "IAM takes up to 50 tags."
    condition     = length(var.tags) <= 50
  }

  validation {
    error_message = "A tag key has 1 to 128 letters, digits, spaces and _.:/=+-@, and does not start with \\"aws:\\", which AWS reserves."
    condition = alltrue([
      for key in keys(var.tags) : can(regex("^[\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]{1,128}$", key)) && !startswith(lower(key), "aws:")
    ])
  }

  validation {
    error_message = "A tag value has up to 256 letters, digits, spaces and _.:/=+-@."
    condition = alltrue([
      for value in values(var.tags) : can(regex("^[\\\\p{L}\\\\p{Z}\\\\p{N}_.:/=+\\\\-@]{0,256}$", value))
    ])
  }

  validation {
    error_message = "IAM treats tag keys that differ only in upper and lower case as the same key."
    condition     = length(distinct([for key in keys(var.tags) : lower(key)])) == length(var.tags)
  }
}`);
  });

  it("tell that users of the instance are tagged too", () => {
    const { "variables.tf": variables } = moduleOf("examples/people.yaml");
    expect(block(variables, 'variable "tags"')).toContain(
      '  description = "Tags of every IAM resource and Amazon Connect user."\n',
    );
  });
});

describe("the module of the assignments", () => {
  it("takes the ARNs of applications that somebody may use, or whose console visit is over", () => {
    const files = london(`applications:
  agent: { assign: { groups: [ConnectAgents] } }
  admin: {}
  lead: { applicationArn: "${AGENT}" }
  auditor: { assign: { users: [auditor1@example.com] } }
`);
    const variables = files["modules/assignments/variables.tf"];
    expect(blocks(variables, "variable")).toEqual([
      "agent_application_arn",
      "lead_application_arn",
      "auditor_application_arn",
    ]);
    expect(block(variables, 'variable "agent_application_arn"'))
      .toBe(`variable "agent_application_arn" {
  description = "ARN of the Identity Center application \\"agent\\", as its page in the console shows it."
  type        = string
  nullable    = false

  validation {
    error_message = "The ARN is not that of an Identity Center application (arn:aws:sso::<account>:application/ssoins-<16 characters>/apl-<16 characters>). Copy it from the application's page."
    condition     = can(regex("^arn:(aws|aws-us-gov):sso::[0-9]{12}:application/(sso)?ins-[a-zA-Z0-9.-]{16}/apl-[a-zA-Z0-9]{16}$", var.agent_application_arn))
  }
}`);
    expect(block(variables, 'variable "lead_application_arn"')).toContain(
      `  default     = "${AGENT}"\n`,
    );
    const main = files["modules/assignments/main.tf"];
    expect(main).toContain("var.lead_application_arn");
    expect(main).not.toContain("admin_application_arn");
    expect(main).not.toContain("210987654321");
  });

  it("is there only when one of them is", () => {
    const files = london("applications: { agent: {}, admin: {} }\n");
    expect(Object.keys(files).sort()).toEqual([...ROOT].sort());
    expect(files["README.md"]).not.toContain("modules/assignments");
    expect(files["examples/complete/main.tf"]).not.toContain("identity_center");
  });

  it("puts out nothing, and says so in the file where tools look for it", () => {
    expect(moduleOf("examples/people.yaml")["modules/assignments/outputs.tf"]).toBe(
      "# This module has no outputs.\n",
    );
  });
});

describe("the example", () => {
  it("calls both modules, each with the provider of its account", () => {
    const { "examples/complete/main.tf": example = "" } = moduleOf("examples/people.yaml");
    expect(example.slice(example.indexOf("provider"))).toContain(`
provider "aws" {
  alias               = "identity_center"
  region              = "eu-west-1"
  allowed_account_ids = ["210987654321"]
}

module "federation" {
  source       = "../.."
  instance_arn = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"
}

module "assignments" {
  source    = "../../modules/assignments"
  providers = { aws = aws.identity_center }
}

output "console" {
  description = "Values that the Identity Center console asks for."
  value       = module.federation
}
`);
  });

  it("has a variable for all that the modules want set", () => {
    const { "examples/complete/main.tf": example = "" } = london(
      "applications: { agent: { assign: { groups: [ConnectAgents] } } }\n",
    );
    expect(example.slice(example.indexOf("provider"))).toContain(`
provider "aws" {
  region              = "eu-west-2"
  allowed_account_ids = ["210987654321"]
}

provider "aws" {
  alias  = "identity_center"
  region = "eu-west-2"
}

variable "agent_saml_metadata_document" {
  description = "SAML metadata document (XML) of the Identity Center application \\"agent\\": the text itself, not a file name."
  type        = string
}

variable "agent_application_arn" {
  description = "ARN of the Identity Center application \\"agent\\", as its page in the console shows it."
  type        = string
}

module "federation" {
  source                       = "../.."
  instance_arn                 = "${LONDON_ARN}"
  agent_saml_metadata_document = var.agent_saml_metadata_document
}

module "assignments" {
  source                = "../../modules/assignments"
  providers             = { aws = aws.identity_center }
  agent_application_arn = var.agent_application_arn
}
`);
  });
});

describe("the README", () => {
  it("shows how both modules are called", () => {
    const { "README.md": readme } = moduleOf("examples/people.yaml");
    expect(readme).toContain(`# Single sign-on for Amazon Connect: people

SAML providers, roles and the permission that let users of IAM Identity Center sign in to the Amazon Connect instance \`b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10\` in eu-central-1, account 123456789012. It also creates the users of that instance. The outputs are the values that the Identity Center console asks for, besides the Application ACS URL: \`https://eu-central-1.signin.aws.amazon.com/saml\` (\`https://signin.aws.amazon.com/saml\` works too).

Synthesized from \`people.yaml\`: to change this module, change that file and synthesize again.

## Usage

\`\`\`hcl
provider "aws" {
  region              = "eu-central-1"
  allowed_account_ids = ["123456789012"]
}

provider "aws" {
  alias               = "identity_center"
  region              = "eu-west-1"
  allowed_account_ids = ["210987654321"]
}

module "federation" {
  source       = "./module"
  instance_arn = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"
}

module "assignments" {
  source    = "./module/modules/assignments"
  providers = { aws = aws.identity_center }
}
\`\`\`
`);
  });

  it("shows calls that stand alone where the config does not give everything", () => {
    const files = london("applications: { agent: { assign: { groups: [ConnectAgents] } } }\n");
    expect(files["README.md"]).toContain(`
module "federation" {
  source                       = "./module"
  instance_arn                 = "${LONDON_ARN}"
  agent_saml_metadata_document = file("agent.xml")
}

module "assignments" {
  source                = "./module/modules/assignments"
  providers             = { aws = aws.identity_center }
  agent_application_arn = "arn:aws:sso::210987654321:application/ssoins-0000000000000000/apl-0000000000000000"
}
\`\`\`

Download the metadata files from the applications' pages in the Identity Center console. The ARNs of the applications are samples: copy yours from the same pages.
`);
    expect(files["modules/assignments/README.md"]).toContain(`
\`\`\`

The ARNs of the applications are samples: copy yours from the same pages.
`);
  });

  it("has tables of requirements, inputs and outputs", () => {
    const { "README.md": readme } = london(
      'applications: { agent: {} }\ntags: { team: "Contact center" }\n',
    );
    expect(readme).toContain(`
## Requirements

| Name | Version |
| --- | --- |
| terraform | \`>= 1.5.0\` |
| aws | \`>= 5.100.0, < 7.0.0\` |

## Resources

| Name | Type |
| --- | --- |
| \`data.aws_caller_identity.current\` | data source |
| \`aws_iam_policy.sign_in_permission\` | resource |
| \`aws_iam_role.agent\` | resource |
| \`aws_iam_role_policy_attachment.agent\` | resource |
| \`aws_iam_saml_provider.agent\` | resource |
| \`terraform_data.sign_in_protection\` | resource |

## Inputs

| Name | Description | Type | Default | Required |
| --- | --- | --- | --- | --- |
| \`instance_arn\` | ARN of the Amazon Connect instance. | \`string\` | \`"${LONDON_ARN}"\` | no |
| \`agent_saml_metadata_document\` | SAML metadata document (XML) of the Identity Center application "agent": the text itself, not a file name. | \`string\` | n/a | yes |
| \`tags\` | Tags of every IAM resource. | \`map(string)\` | \`{"team":"Contact center"}\` | no |

## Outputs

| Name | Description |
| --- | --- |
| \`agent_attribute_mapping_value\` | Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application "agent". Copy it without a line break or a space. |
| \`agent_relay_state_url\` | Relay state of the Identity Center application "agent". |
| \`agent_role_arn\` | ARN of the role that users of "agent" assume. |
| \`agent_saml_provider_arn\` | ARN of the SAML provider that holds the metadata of "agent". |

## Tests
`);
  });

  it("tells what its tests do not see, and which Terraform reads them", () => {
    const files = moduleOf("examples/people.yaml");
    for (const readme of ["README.md", "modules/assignments/README.md"]) {
      expect(files[readme]).toContain(`## Tests

\`terraform init && terraform test\`, with Terraform 1.11 or later. The tests mock the AWS provider and need no account. They check the values of the resources, and that the module refuses invalid inputs. A plan with mocks shows neither that a resource was added nor that \`lifecycle\` arguments such as \`prevent_destroy\` are gone: look at both when you review a change.

Where this module is the root module, Terraform 1.6 and later reads \`tests/\` at \`terraform init\`. The tests use \`override_during\`, which needs Terraform 1.11 or later: to apply this module as a root module with an earlier version, remove \`tests/\`. Modules that call this one are not affected.
`);
    }
  });

  it("does not repeat a metadata document", () => {
    const { "README.md": readme } = moduleOf("examples/people.yaml");
    expect(readme).toContain("| `string` | the document in `variables.tf` | no |");
    expect(readme).not.toContain("EntityDescriptor");
  });

  it("of the assignments has its own provider and inputs", () => {
    const { "modules/assignments/README.md": readme } = moduleOf("examples/people.yaml");
    expect(readme).toContain(`# Assignments for Amazon Connect: people

Assigns groups and users to the applications of IAM Identity Center in eu-west-1, account 210987654321. The applications are created in the console, which shows their ARNs.
`);
    expect(readme).toContain(
      `| \`agent_application_arn\` | ARN of the Identity Center application "agent", as its page in the console shows it. | \`string\` | \`"${AGENT}"\` | no |\n`,
    );
    expect(readme).toContain("## Outputs\n\nNone.\n");
    expect(readme).not.toContain("eu-central-1");
  });
});

describe("names that Terraform could take for something else", () => {
  const files = () =>
    london(`applications:
  agent:
    assign:
      groups: ['Agents "A" \\ \${aws:x} %{if} | $\${y}', 'Zoë & Müller']
      users: ['o''brien\\\${x}"|']
identityCenter: { createGroups: ['Zoë & Müller'] }
users:
  - email: zoe1@example.com
    givenName: 'Zoë "Z" \${x}'
    familyName: 'Müller \\ | %{y}'
    applications: [agent]
    securityProfiles: ['Agent "A" | \${x}']
    createInIdentityCenter: true
`);

  it("stay as they are in the assignments", () => {
    const main = files()["modules/assignments/main.tf"];
    expect(main).toContain('"Zoë & Müller" = "Zoë & Müller"');
    expect(main).toContain(
      '"Agents \\"A\\" \\\\ $${aws:x} %%{if} | $$${y}" = "Agents \\"A\\" \\\\ $${aws:x} %%{if} | $$${y}"',
    );
    expect(main).toContain('["Agents \\"A\\" \\\\ $${aws:x} %%{if} | $$${y}"]');
    expect(main).toContain('"user o\'brien\\\\$${x}\\"|" = {');
    expect(main).toContain('given_name = "Zoë \\"Z\\" $${x}"');
  });

  it("stay as they are in what the tests promise", () => {
    const own = files();
    expect(own["modules/assignments/tests/assignments.tftest.hcl"]).toContain(`
    condition = { for key, one in aws_ssoadmin_application_assignment.agent : key => one.principal_type } == {
      "group Agents \\"A\\" \\\\ $\${aws:x} %%{if} | $$\${y}" = "GROUP"
      "group Zoë & Müller"                              = "GROUP"
      "user o'brien\\\\$\${x}\\"|"                          = "USER"
    }
`);
    expect(own["main.tf"]).toContain('"Agent \\"A\\" | $${x}" = "Agent \\"A\\" | $${x}"');
  });

  it("break no table", () => {
    const own = files();
    for (const file of ["README.md", "modules/assignments/README.md"]) {
      const rows = own[file]?.split("\n").filter((line) => line.startsWith("|")) ?? [];
      const columns = rows.map((row) => row.split(/(?<!\\)\|/).length - 2);
      expect(new Set(columns)).toEqual(new Set([2, 5]));
    }
  });
});
