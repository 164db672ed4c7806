import { homedir, tmpdir } from "node:os";
import { resolve } from "node:path";

import { fixture } from "../../support/fixture";
import { block, blocks, london, LONDON_ARN, moduleOf } from "../../support/terraform-module";

const AGENT = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-1111111111111111";

const ROOT = [
  "LICENSE",
  "README.md",
  "examples/complete/README.md",
  "examples/complete/main.tf",
  "examples/several-instances/README.md",
  "examples/several-instances/main.tf",
  "main.tf",
  "outputs.tf",
  "terraform.tfvars",
  "tests/federation.tftest.hcl",
  "tests/refusals.tftest.hcl",
  "variables.tf",
  "versions.tf",
];
const NESTED = [
  "modules/assignments/README.md",
  "modules/assignments/main.tf",
  "modules/assignments/outputs.tf",
  "modules/assignments/terraform.tfvars",
  "modules/assignments/tests/assignments.tftest.hcl",
  "modules/assignments/variables.tf",
  "modules/assignments/versions.tf",
];

describe("the module of an instance", () => {
  it("stands as one of the Terraform Registry, with the assignments as a module within", () => {
    const documents = ["examples/complete/agent.xml", "examples/complete/supervisor.xml"];
    expect(Object.keys(moduleOf("examples/people.yaml")).sort()).toEqual(
      [...ROOT, ...NESTED, ...documents].sort(),
    );
    expect(Object.keys(london("applications: { agent: {} }\n")).sort()).toEqual([...ROOT].sort());
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

  it("has the licence of this project", () => {
    expect(london("applications: { agent: {} }\n")["LICENSE"]).toContain("Apache License");
  });

  it("needs a Terraform that reads its tests, in each of its folders", () => {
    const versions = `terraform {
  required_version = ">= 1.7.0"

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
    expect(files["versions.tf"]).toContain('required_version = ">= 1.7.0"\n');
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
  instance_account_id  = element(split(":", var.instance_arn), 4)
  global_sign_in_url   = (local.instance_partition == "aws-us-gov") ? "https://signin.amazonaws-us-gov.com/saml" : "https://signin.aws.amazon.com/saml"
  instance_region      = element(split(":", var.instance_arn), 3)
  regional_sign_in_url = ((local.instance_partition == "aws-us-gov") || (local.instance_region == "us-east-1")) ? local.global_sign_in_url : "https://\${local.instance_region}.signin.aws.amazon.com/saml"
  sign_in_urls         = distinct([local.global_sign_in_url, local.regional_sign_in_url])
  console_url          = (local.instance_partition == "aws-us-gov") ? "https://console.amazonaws-us-gov.com" : "https://\${local.instance_region}.console.aws.amazon.com"
  instance_id          = element(split("/", var.instance_arn), 1)
}`);
    expect(block(main, 'resource "aws_iam_saml_provider" "agent"'))
      .toBe(`resource "aws_iam_saml_provider" "agent" {
  name                   = "\${var.name_prefix}AmazonConnectAgentAccess"
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
      Resource = ["\${var.instance_arn}/user/$\${aws:userid}"]
    }]
  })
  tags = var.tags
`);
    expect(block(main, 'resource "aws_iam_role" "agent"')).toContain(`
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:saml-provider/\${var.name_prefix}AmazonConnectAgentAccess"
      }
      Action    = "sts:AssumeRoleWithSAML"
      Condition = { StringEquals = { "SAML:aud" = local.sign_in_urls } }
    }]
  })
  max_session_duration = 43200
  name                 = "\${var.name_prefix}AmazonConnectAgentAccessRole"
  path                 = "/"
  tags                 = var.tags
  depends_on           = [aws_iam_saml_provider.agent]
`);
    expect(block(main, 'resource "terraform_data"'))
      .toBe(`resource "terraform_data" "sign_in_protection" {
  for_each = toset([
    "agent (\${var.name_prefix}AmazonConnectAgentAccessRole, \${var.name_prefix}AmazonConnectAgentAccess): users would be locked out (protect: false allows it)",
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

  it("puts out values that a plan knows, and the ARNs of the resources, which prove them", () => {
    const { "outputs.tf": outputs } = london(
      "applications: { agent: { destination: /connect/ccp } }\n",
    );
    expect(outputs).toBe(`output "agent_attribute_mapping_value" {
  description = "Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application \\"agent\\". Copy it without a line break or a space."
  value       = "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:role/\${var.name_prefix}AmazonConnectAgentAccessRole,arn:\${local.instance_partition}:iam::\${local.instance_account_id}:saml-provider/\${var.name_prefix}AmazonConnectAgentAccess"

  precondition {
    condition     = "\${aws_iam_role.agent.arn},\${aws_iam_saml_provider.agent.arn}" == "arn:\${local.instance_partition}:iam::\${local.instance_account_id}:role/\${var.name_prefix}AmazonConnectAgentAccessRole,arn:\${local.instance_partition}:iam::\${local.instance_account_id}:saml-provider/\${var.name_prefix}AmazonConnectAgentAccess"
    error_message = "Nobody could sign in with this value, because the ARNs of the role and the SAML provider of \\"agent\\" are \${aws_iam_role.agent.arn},\${aws_iam_saml_provider.agent.arn}. Undo the change to their names or to the path of the role, and do not use the value in the console."
  }
}

output "agent_relay_state_url" {
  description = "Relay state of the Identity Center application \\"agent\\"."
  value       = "\${local.console_url}/connect/federate/\${local.instance_id}?destination=%2Fconnect%2Fccp"
}

output "agent_role_arn" {
  description = "ARN of the role that users of \\"agent\\" assume."
  value       = aws_iam_role.agent.arn
}

output "agent_saml_provider_arn" {
  description = "ARN of the SAML provider that holds the metadata of \\"agent\\"."
  value       = aws_iam_saml_provider.agent.arn
}
`);
  });
});

describe("the variables of a module", () => {
  it("are those of any installation, and must be set where a default would be that of one", () => {
    const { "variables.tf": variables = "" } = moduleOf("examples/people.yaml");
    expect(blocks(variables, "variable")).toEqual([
      "instance_arn",
      "agent_saml_metadata_document",
      "supervisor_saml_metadata_document",
      "name_prefix",
      "tags",
    ]);
    expect(variables.match(/^ {2}default +=.*$/gm)).toEqual([
      '  default     = ""',
      "  default     = {}",
    ]);
    expect(variables).not.toMatch(/EntityDescriptor|123456789012|eu-central-1/);
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

  it("refuse metadata for three reasons that a reviewer sees at a glance", () => {
    const { "variables.tf": variables } = london("applications: { agent: {} }\n");
    expect(block(variables, 'variable "agent_saml_metadata_document"'))
      .toBe(`variable "agent_saml_metadata_document" {
  description = "SAML metadata document (XML) of the Identity Center application \\"agent\\": the text itself, not a file name."
  type        = string
  nullable    = false

  validation {
    error_message = "The value must be the whole text of the metadata file, not its name, in UTF-8 without a byte order mark."
    condition     = startswith(trimspace(var.agent_saml_metadata_document), "<") && endswith(trimspace(var.agent_saml_metadata_document), ">")
  }

  validation {
    error_message = "IAM takes SAML metadata of 1,000 to 10,000,000 characters."
    condition     = length(var.agent_saml_metadata_document) >= 1000 && length(var.agent_saml_metadata_document) <= 10000000
  }

  validation {
    error_message = "The document must be an identity provider's SAML metadata, with an entityID, an IDPSSODescriptor and an X509Certificate. Download the application's metadata file in the Identity Center console."
    condition = alltrue([
      for part in ["entityID", "IDPSSODescriptor", "X509Certificate"] : strcontains(var.agent_saml_metadata_document, part)
    ])
  }
}`);
  });

  it("refuse a prefix with which a name would be too long, and tags that AWS refuses", () => {
    const { "variables.tf": variables } = london("applications: { agent: {} }\n");
    expect(block(variables, 'variable "name_prefix"')).toBe(`variable "name_prefix" {
  description = "Text before the name of every SAML provider, role and policy. Each instance of one account needs another."
  type        = string
  default     = ""
  nullable    = false

  validation {
    error_message = "The prefix takes letters, digits and _.-, and up to 36 characters, so that IAM takes every name with it."
    condition     = can(regex("^[A-Za-z0-9_.-]{0,36}$", var.name_prefix))
  }
}`);
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
    error_message = "A tag key has up to 128 characters and a value up to 256, and AWS reserves keys that start with \\"aws:\\"."
    condition = alltrue([
      for key, value in var.tags : length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:")
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

describe("terraform.tfvars", () => {
  it("has the config's values, for the root module only", () => {
    const files = moduleOf("examples/people.yaml");
    expect(files["terraform.tfvars"]).toBe(
      `# Values of people.yaml, which Terraform reads only where this module is the root module.
instance_arn                      = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"
agent_saml_metadata_document      = <<EOT
${fixture("examples/metadata/people-agent.xml")}EOT
supervisor_saml_metadata_document = <<EOT
${fixture("examples/metadata/people-supervisor.xml")}EOT
`,
    );
    expect(files["modules/assignments/terraform.tfvars"]).toContain(
      `\nagent_application_arn      = "${AGENT}"\n`,
    );
  });

  it("has the prefix that all names have, and the tags to the letter", () => {
    const { "terraform.tfvars": values, "main.tf": main } = london(
      "namePrefix: Names\napplications: { agent: {} }\ntags: { cost-center: '4711', Team: Contact center }\n",
    );
    expect(values).toContain(`
name_prefix  = "Names"
tags = {
  cost-center = "4711"
  Team        = "Contact center"
}
`);
    expect(main).toContain(
      'name                 = "${var.name_prefix}AmazonConnectAgentAccessRole"',
    );
  });

  it("leaves out a prefix that a given name does not have, which the module has as it is", () => {
    const { "terraform.tfvars": values, "main.tf": main } = london(
      "namePrefix: Names\napplications: { agent: { roleName: Agents } }\n",
    );
    expect(values).not.toContain("name_prefix");
    expect(main).toContain('name                 = "${var.name_prefix}Agents"');
    expect(main).toContain('= "${var.name_prefix}NamesAmazonConnectAgentAccess"');
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
    expect(variables).not.toContain("default");
    expect(files["modules/assignments/terraform.tfvars"]).toContain(
      `\nlead_application_arn = "${AGENT}"\n`,
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

  it("takes a provider for the additional region that an application was created in", () => {
    const metadata = fixture("examples/metadata/workshop-agent.xml").replaceAll(
      "us-east-1",
      "eu-north-1",
    );
    const files = london(
      "applications: { agent: { samlMetadataFile: agent.xml, assign: { groups: [ConnectAgents] } } }\nidentityCenter: { region: eu-west-1 }\n",
      { "agent.xml": metadata },
    );
    expect(files["modules/assignments/versions.tf"]).toContain(
      "      configuration_aliases = [aws.eu_north_1]\n",
    );
    expect(files["modules/assignments/main.tf"]).toContain(
      'resource "aws_ssoadmin_application_assignment" "agent" {\n  provider        = aws.eu_north_1\n',
    );
    expect(files["modules/assignments/tests/assignments.tftest.hcl"]).toContain(
      'mock_provider "aws" {\n  alias = "eu_north_1"\n',
    );
    const example = files["examples/complete/main.tf"];
    expect(example).toContain(`provider "aws" {
  alias  = "identity_center_eu_north_1"
  region = "eu-north-1"
}
`);
    expect(block(example, 'module "assignments"')).toContain(`  providers = {
    aws            = aws.identity_center
    aws.eu_north_1 = aws.identity_center_eu_north_1
  }
`);
    expect(files["modules/assignments/README.md"]).toContain(
      "`aws.eu_north_1` is the provider of eu-north-1, an additional region of Identity Center: assignments of applications that were created there are made there.\n",
    );
    expect(files["modules/assignments/README.md"]).toContain(
      "`terraform validate` in this folder ends with `Provider configuration not present`: Terraform checks a module with provider aliases only together with a caller.",
    );
  });

  it("calls a guessed region of Identity Center a guess, with the key that sets it", () => {
    const config = "applications: { agent: { assign: { groups: [ConnectAgents] } } }\n";
    const guess =
      "The region of Identity Center, eu-west-2, is a guess: set `identityCenter.region` in the config to the right one.";
    for (const readme of ["README.md", "modules/assignments/README.md"]) {
      expect(london(config)[readme]).toContain(guess);
      expect(london(`${config}identityCenter: { region: eu-west-2 }\n`)[readme]).not.toContain(
        "a guess",
      );
    }
  });

  it("puts out nothing, and says so in the file where tools look for it", () => {
    expect(moduleOf("examples/people.yaml")["modules/assignments/outputs.tf"]).toBe(
      "# This module has no outputs.\n",
    );
  });
});

describe("the example of one instance", () => {
  it("calls both modules with the config's values, and the documents as files beside it", () => {
    const files = moduleOf("examples/people.yaml");
    const { "examples/complete/main.tf": example = "" } = files;
    expect(example.slice(example.indexOf("provider"))).toContain(`
provider "aws" {
  alias               = "identity_center"
  region              = "eu-west-1"
  allowed_account_ids = ["210987654321"]
}

module "federation" {
  source                            = "../.."
  instance_arn                      = "arn:aws:connect:eu-central-1:123456789012:instance/b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"
  agent_saml_metadata_document      = file("\${path.module}/agent.xml")
  supervisor_saml_metadata_document = file("\${path.module}/supervisor.xml")
}

module "assignments" {
  source                     = "../../modules/assignments"
  providers                  = { aws = aws.identity_center }
  agent_application_arn      = "${AGENT}"
  supervisor_application_arn = "arn:aws:sso::210987654321:application/ssoins-1234567890abcdef/apl-2222222222222222"
}

output "console" {
  description = "Values that the Identity Center console asks for."
  value       = module.federation
}
`);
    expect(files["examples/complete/agent.xml"]).toBe(
      fixture("examples/metadata/people-agent.xml"),
    );
  });

  it("has a variable for what the config does not have yet", () => {
    const files = london("applications: { agent: { assign: { groups: [ConnectAgents] } } }\n");
    const { "examples/complete/main.tf": example = "" } = files;
    expect(example.slice(example.indexOf("variable")))
      .toContain(`variable "agent_saml_metadata_document" {
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
    expect(files["examples/complete/README.md"]).toContain(
      'export TF_VAR_agent_saml_metadata_document="$(cat agent.xml)"',
    );
  });
});

describe("the example of several instances", () => {
  it("gives each its prefix, and refuses two of the same name when Terraform plans", () => {
    const { "examples/several-instances/main.tf": example = "" } = london(
      "applications: { agent: {}, admin: {} }\n",
    );
    expect(example.slice(example.indexOf("variable"))).toBe(`variable "instances" {
  description = "Amazon Connect instances of one account, by the prefix of their names."
  type = map(object({
    instance_arn             = string
    agent_saml_metadata_file = string
    admin_saml_metadata_file = string
  }))
}

module "federation" {
  source                       = "../.."
  for_each                     = var.instances
  instance_arn                 = each.value.instance_arn
  agent_saml_metadata_document = file(each.value.agent_saml_metadata_file)
  admin_saml_metadata_document = file(each.value.admin_saml_metadata_file)
  name_prefix                  = each.key
}

locals {
  arns = flatten([
    for one in module.federation : distinct(split(",", lower("\${one.agent_attribute_mapping_value},\${one.admin_attribute_mapping_value}")))
  ])
}

output "console" {
  description = "Values that the Identity Center console asks for, by prefix."
  value       = module.federation

  precondition {
    condition     = length(distinct(local.arns)) == length(local.arns)
    error_message = "Two instances would have roles or SAML providers of the same name, for which IAM ignores upper and lower case. Give each instance another prefix."
  }
}
`);
  });
});

describe("the README", () => {
  it("shows a call that stands alone, with metadata files to save and ARNs to copy", () => {
    const files = london("applications: { agent: { assign: { groups: [ConnectAgents] } } }\n");
    expect(files["README.md"]).toContain(`# Single sign-on for Amazon Connect: london

SAML providers, roles and the permission that let users of IAM Identity Center sign in to an Amazon Connect instance. The outputs are the values that the Identity Center console asks for, besides the Application ACS URL, here \`https://eu-west-2.signin.aws.amazon.com/saml\` (\`https://signin.aws.amazon.com/saml\` works too).

The role session name is the e-mail address in IAM Identity Center (\`\${user:email}\`), and the user in Amazon Connect has exactly that name.

Synthesized from \`london.yaml\`: to change this module, change that file and synthesize again.

## Usage

\`\`\`hcl
provider "aws" {
  region              = "eu-west-2"
  allowed_account_ids = ["210987654321"]
}

provider "aws" {
  alias  = "identity_center"
  region = "eu-west-2"
}

module "federation" {
  source                       = "./module"
  instance_arn                 = "${LONDON_ARN}"
  agent_saml_metadata_document = file("\${path.module}/agent.xml")
}

module "assignments" {
  source                = "./module/modules/assignments"
  providers             = { aws = aws.identity_center }
  agent_application_arn = "arn:aws:sso::210987654321:application/ssoins-0000000000000000/apl-0000000000000000"
}
\`\`\`

Save the metadata files of the applications next to this code, from the applications' pages in the Identity Center console. The ARNs with \`apl-000000\` are samples: copy those of your applications from the same pages.
`);
    expect(files["modules/assignments/README.md"]).toContain(`
\`\`\`

The ARNs with \`apl-000000\` are samples: copy those of your applications from the same pages.
`);
    expect(moduleOf("examples/people.yaml")["README.md"]).not.toContain("samples");
  });

  it("has tables between the markers of terraform-docs", () => {
    const { "README.md": readme = "" } = london(
      'applications: { agent: {} }\ntags: { team: "Contact center" }\n',
    );
    const [, reference] = /<!-- BEGIN_TF_DOCS -->([^]*)<!-- END_TF_DOCS -->/.exec(readme) ?? [];
    expect(reference).toBe(`

## Requirements

| Name | Version |
| --- | --- |
| <a name="requirement_terraform"></a> [terraform](#requirement\\_terraform) | >= 1.7.0 |
| <a name="requirement_aws"></a> [aws](#requirement\\_aws) | >= 5.100.0, < 7.0.0 |

## Providers

| Name | Version |
| --- | --- |
| <a name="provider_aws"></a> [aws](#provider\\_aws) | >= 5.100.0, < 7.0.0 |

## Modules

No modules.

## Resources

| Name | Type |
| --- | --- |
| [aws_iam_policy.sign_in_permission](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy) | resource |
| [aws_iam_role.agent](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role) | resource |
| [aws_iam_role_policy_attachment.agent](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachment) | resource |
| [aws_iam_saml_provider.agent](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_saml_provider) | resource |
| [terraform_data.sign_in_protection](https://registry.terraform.io/providers/hashicorp/terraform/latest/docs/resources/data) | resource |
| [aws_caller_identity.current](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/caller_identity) | data source |

## Inputs

| Name | Description | Type | Default | Required |
| --- | --- | --- | --- | --- |
| <a name="input_agent_saml_metadata_document"></a> [agent\\_saml\\_metadata\\_document](#input\\_agent\\_saml\\_metadata\\_document) | SAML metadata document (XML) of the Identity Center application "agent": the text itself, not a file name. | \`string\` | n/a | yes |
| <a name="input_instance_arn"></a> [instance\\_arn](#input\\_instance\\_arn) | ARN of the Amazon Connect instance. | \`string\` | n/a | yes |
| <a name="input_name_prefix"></a> [name\\_prefix](#input\\_name\\_prefix) | Text before the name of every SAML provider, role and policy. Each instance of one account needs another. | \`string\` | \`""\` | no |
| <a name="input_tags"></a> [tags](#input\\_tags) | Tags of every IAM resource. | \`map(string)\` | \`{}\` | no |

## Outputs

| Name | Description |
| --- | --- |
| <a name="output_agent_attribute_mapping_value"></a> [agent\\_attribute\\_mapping\\_value](#output\\_agent\\_attribute\\_mapping\\_value) | Value of the attribute https://aws.amazon.com/SAML/Attributes/Role in the attribute mappings of the Identity Center application "agent". Copy it without a line break or a space. |
| <a name="output_agent_relay_state_url"></a> [agent\\_relay\\_state\\_url](#output\\_agent\\_relay\\_state\\_url) | Relay state of the Identity Center application "agent". |
| <a name="output_agent_role_arn"></a> [agent\\_role\\_arn](#output\\_agent\\_role\\_arn) | ARN of the role that users of "agent" assume. |
| <a name="output_agent_saml_provider_arn"></a> [agent\\_saml\\_provider\\_arn](#output\\_agent\\_saml\\_provider\\_arn) | ARN of the SAML provider that holds the metadata of "agent". |

`);
  });

  it("tells what its tests do not see, and which programs run them", () => {
    const files = moduleOf("examples/people.yaml");
    for (const readme of ["README.md", "modules/assignments/README.md"]) {
      expect(files[readme]).toContain(`## Tests

\`terraform init && terraform test\`, or the same with \`tofu\`: Terraform 1.7 or OpenTofu 1.8, or later. The tests mock the AWS provider and need no account.`);
    }
  });

  it("of the assignments has its own provider and inputs", () => {
    const { "modules/assignments/README.md": readme } = moduleOf("examples/people.yaml");
    expect(readme).toContain(`# Assignments for Amazon Connect: people

Assigns groups and users to the applications of IAM Identity Center in eu-west-1, account 210987654321. The applications are created in the console, which shows their ARNs.
`);
    expect(readme).toContain(
      `| <a name="input_agent_application_arn"></a> [agent\\_application\\_arn](#input\\_agent\\_application\\_arn) | ARN of the Identity Center application "agent", as its page in the console shows it. | \`string\` | n/a | yes |\n`,
    );
    expect(readme).toContain("## Outputs\n\nNo outputs.\n");
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
