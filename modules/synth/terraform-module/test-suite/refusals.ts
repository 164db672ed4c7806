import { type InstanceSettings, usersOfTerraform } from "../../../config";
import { metadataVariableName } from "../../../text";
import type { Block } from "../../hcl";
import { CALLER_IDENTITY, CONNECT_INSTANCE, samlProviderAddress } from "../../stacks";
import { NAME_PREFIX } from "../variables";
import { dataSource, refused, variables } from "./blocks";
import { sampleMetadata } from "./samples";

/** Runs with inputs that the module for the instance's account refuses, each in its own run. */
export function federationRefusals(settings: InstanceSettings): Block[] {
  const { applications, instance } = settings;
  const documents = applications.map(({ key }) => metadataVariableName(key));
  const [first, ...others] = applications.map(({ key }) => key);
  return [
    refused(
      "credentials_of_another_account",
      [CALLER_IDENTITY],
      [dataSource(CALLER_IDENTITY, { account_id: "000000000000" })],
    ),
    refused(
      "the_arn_of_a_queue",
      ["var.instance_arn"],
      [variables({ instance_arn: `${instance.arn}/queue/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e` })],
    ),
    ...(documents.length > 0
      ? [
          refused(
            "the_name_of_a_metadata_file",
            documents.map((name) => `var.${name}`),
            [variables(Object.fromEntries(documents.map((name) => [name, "metadata/agent.xml"])))],
          ),
        ]
      : []),
    ...(first !== undefined && others.length > 0
      ? [
          refused(
            "metadata_of_one_application_for_several",
            [samlProviderAddress(first)], // which has the condition on all documents
            [
              variables(
                Object.fromEntries(
                  others.map((key) => [metadataVariableName(key), sampleMetadata(first)]),
                ),
              ),
            ],
          ),
        ]
      : []),
    refused(
      "a_prefix_with_a_space",
      [`var.${NAME_PREFIX}`],
      [variables({ [NAME_PREFIX]: "Contact center" })],
    ),
    refused("a_tag_of_aws", ["var.tags"], [variables({ tags: { "aws:team": "" } })]),
    ...(usersOfTerraform(settings).length > 0
      ? [
          refused(
            "users_of_an_instance_without_saml",
            [CONNECT_INSTANCE],
            [dataSource(CONNECT_INSTANCE, { identity_management_type: "CONNECT_MANAGED" })],
          ),
        ]
      : []),
  ];
}
