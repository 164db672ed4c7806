import { blocks, moduleOf } from "../../../support/terraform-module";

describe("the tests of a module", () => {
  it("promise what is refused", () => {
    const { "tests/refusals.tftest.hcl": tests } = moduleOf("examples/people.yaml");
    expect(blocks(tests, "run")).toEqual([
      "refuses_credentials_of_another_account",
      "refuses_the_arn_of_a_queue",
      "refuses_the_name_of_a_metadata_file",
      "refuses_metadata_of_one_application_for_several",
      "refuses_a_prefix_with_a_space",
      "refuses_a_tag_of_aws",
      "refuses_users_of_an_instance_without_saml",
    ]);
    expect(tests).toContain(`
run "refuses_the_name_of_a_metadata_file" {
  command         = plan
  expect_failures = [var.agent_saml_metadata_document, var.supervisor_saml_metadata_document]

  variables {
    agent_saml_metadata_document      = "metadata/agent.xml"
    supervisor_saml_metadata_document = "metadata/agent.xml"
  }
}
`);
  });
});
