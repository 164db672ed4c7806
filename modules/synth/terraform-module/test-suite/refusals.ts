import type { ConnectInstance } from "../../../aws/connect";
import type { InstanceSettings } from "../../../config";
import { metadataVariableName } from "../../../text";
import type { Block, Json, TerraformJson } from "../../hcl";
import { CALLER_IDENTITY, CONNECT_INSTANCE, samlProviderAddress } from "../../stacks";
import { variablesOf } from "../inputs";
import { accepted, override, refused, variables } from "./blocks";
import { REFUSED_METADATA, sampleMetadata } from "./samples";

/** Checks that null gives the default: a variable here is not nullable. Others need a value. */
export function acceptedNull(json: TerraformJson): Block[] {
  const defaults = variablesOf(json).filter((one) => one.default !== undefined);
  const nulls = Object.fromEntries(defaults.map(({ name }) => [name, null]));
  return defaults.length > 0 ? [accepted("null_for_the_defaults", variables(nulls))] : [];
}

/** Runs with inputs that the module for the instance's account refuses, each in its own run. */
export function federationRefusals(settings: InstanceSettings, json: TerraformJson): Block[] {
  const { applications, instance, users } = settings;
  const documents = applications.map(({ key }) => metadataVariableName(key));
  // The condition on all documents is that of the first SAML provider.
  const [first, ...others] = applications.map(({ key }) => samlProviderAddress(key));
  const ofAll = (document: string) =>
    variables(Object.fromEntries(documents.map((name) => [name, document])));
  return [
    ...acceptedNull(json),
    refused(
      "credentials_of_another_account",
      [CALLER_IDENTITY],
      [override("data", CALLER_IDENTITY, { account_id: "000000000000" })],
    ),
    ...Object.entries(refusedArns(instance)).map(([what, arn]) =>
      refused(what, ["var.instance_arn"], variables({ instance_arn: arn })),
    ),
    ...Object.entries(REFUSED_METADATA).map(([what, document]) =>
      refused(
        what,
        documents.map((name) => `var.${name}`),
        ofAll(document),
      ),
    ),
    ...(first !== undefined && others.length > 0
      ? [refused("metadata_of_one_application_for_several", [first], ofAll(sampleMetadata("one")))]
      : []),
    ...Object.entries(REFUSED_TAGS).map(([what, tags]) =>
      refused(what, ["var.tags"], variables({ tags })),
    ),
    ...(users.length > 0
      ? [
          refused(
            "users_of_an_instance_without_saml",
            [CONNECT_INSTANCE],
            [
              override("data", CONNECT_INSTANCE, {
                identity_management_type: "CONNECT_MANAGED",
              }),
            ],
          ),
        ]
      : []),
  ];
}

function refusedArns({ arn, accountId: account }: ConnectInstance): Record<string, string> {
  return {
    the_arn_of_a_queue: `${arn}/queue/0b7c1d52-9e3f-4a68-8d27-5f6a1c2b3d4e`,
    an_arn_of_a_partition_without_amazon_connect: `arn:aws-cn:connect:cn-north-1:${account}:instance/x`,
    an_arn_of_a_region_of_another_partition: `arn:aws:connect:us-gov-west-1:${account}:instance/x`,
  };
}

const REFUSED_TAGS: Readonly<Record<string, Json>> = {
  a_tag_of_aws: { "aws:team": "" },
  a_tag_key_with_a_brace: { "{team}": "" },
  a_tag_value_with_a_brace: { team: "{x}" },
  a_tag_value_of_257_characters: { team: '${format("%0257d", 0)}' },
  tags_that_differ_in_letter_case: { team: "", Team: "" },
  "51_tags": '${{ for number in range(51) : "tag${number}" => "" }}',
};
