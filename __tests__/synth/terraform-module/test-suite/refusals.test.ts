import { blocks, moduleOf } from "../../../support/terraform-module";

describe("the tests of a module", () => {
  it("promise what is refused, every application's document for each reason at once", () => {
    const { "tests/refusals.tftest.hcl": tests } = moduleOf("examples/people.yaml");
    expect(blocks(tests, "run")).toEqual([
      "takes_null_for_the_defaults",
      "refuses_credentials_of_another_account",
      "refuses_the_arn_of_a_queue",
      "refuses_an_arn_of_a_partition_without_amazon_connect",
      "refuses_an_arn_of_a_region_of_another_partition",
      "refuses_the_name_of_a_file",
      "refuses_metadata_with_a_byte_order_mark",
      "refuses_metadata_that_is_cut_off",
      "refuses_metadata_that_is_too_short",
      "refuses_metadata_of_a_service_provider",
      "refuses_metadata_without_a_certificate",
      "refuses_metadata_without_an_entity_id",
      "refuses_a_page_of_html",
      "refuses_metadata_of_one_application_for_several",
      "refuses_a_tag_of_aws",
      "refuses_a_tag_key_with_a_brace",
      "refuses_a_tag_value_with_a_brace",
      "refuses_a_tag_value_of_257_characters",
      "refuses_tags_that_differ_in_letter_case",
      "refuses_51_tags",
      "refuses_users_of_an_instance_without_saml",
    ]);
    expect(tests).toContain(`
run "refuses_metadata_with_a_byte_order_mark" {
  command         = plan
  expect_failures = [var.agent_saml_metadata_document, var.supervisor_saml_metadata_document]

  variables {
    agent_saml_metadata_document      = "\\ufeff\${file("./tests/metadata.xml")}"
    supervisor_saml_metadata_document = "\\ufeff\${file("./tests/metadata.xml")}"
  }
}
`);
  });
});
