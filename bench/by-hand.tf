# The resources of one instance of the benchmark, as a person writes them. The benchmark copies this file and
# the two metadata documents into a folder of their own.
terraform {
  required_version = ">= 1.5.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["123456789012"]
}

locals {
  instance = "9690dd9b-3de7-4097-b4d9-000000000000"
  names = {
    agent = "i000000000000-AmazonConnectAgentAccess"
    admin = "i000000000000-AmazonConnectAdminAccess"
  }
}

resource "aws_iam_saml_provider" "application" {
  for_each               = local.names
  name                   = each.value
  saml_metadata_document = file("${path.module}/${each.key}.xml")

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_iam_role" "application" {
  for_each             = local.names
  name                 = "${each.value}Role"
  max_session_duration = 43200
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_saml_provider.application[each.key].arn }
      Action    = "sts:AssumeRoleWithSAML"
      Condition = { StringEquals = { "SAML:aud" = ["https://signin.aws.amazon.com/saml"] } }
    }]
  })

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_iam_policy" "sign_in" {
  name = "i000000000000-AmazonConnectSSOPolicy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "connect:GetFederationToken"
      Resource = ["arn:aws:connect:us-east-1:123456789012:instance/${local.instance}/user/$${aws:userid}"]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "application" {
  for_each   = local.names
  role       = aws_iam_role.application[each.key].name
  policy_arn = aws_iam_policy.sign_in.arn
}

resource "terraform_data" "protection" {
  lifecycle {
    prevent_destroy = true
  }
}

output "relay_state_url" {
  value = "https://us-east-1.console.aws.amazon.com/connect/federate/${local.instance}"
}

output "attribute_mapping_value" {
  value = {
    for key in keys(local.names) :
    key => "${aws_iam_role.application[key].arn},${aws_iam_saml_provider.application[key].arn}"
  }
}
