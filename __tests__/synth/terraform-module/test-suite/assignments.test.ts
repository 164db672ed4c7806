import { blocks, moduleOf } from "../../../support/terraform-module";

describe("the tests of a module", () => {
  it("of the assignments promise who is assigned", () => {
    const { "modules/assignments/tests/assignments.tftest.hcl": tests } =
      moduleOf("examples/people.yaml");
    expect(blocks(tests, "run")).toEqual([
      "assigns_the_applications",
      "creates_the_groups",
      "creates_the_users",
      "adds_the_users_to_their_groups",
      "takes_null_for_the_defaults",
      "refuses_arns_of_anything_else",
      "refuses_one_application_for_several",
      "refuses_applications_of_two_accounts",
      "refuses_applications_of_an_identity_center_elsewhere",
      "refuses_an_account_without_identity_center",
    ]);
    expect(tests).toContain(`
    condition = { for key, one in aws_ssoadmin_application_assignment.supervisor : key => one.principal_type } == {
      "group ConnectSupervisors"     = "GROUP"
      "user supervisor1@example.com" = "USER"
    }
    error_message = "The application supervisor is assigned to other groups or users."
`);
    expect(tests).toContain(`
      "group ConnectSupervisors"     = data.aws_identitystore_group.existing["ConnectSupervisors"].group_id
      "user supervisor1@example.com" = data.aws_identitystore_user.existing["supervisor1@example.com"].user_id
`);
    expect(tests).toContain(`
      "agent1@example.com in ConnectAgents" = [
        aws_identitystore_group.created["ConnectAgents"].group_id,
        aws_identitystore_user.created["agent1@example.com"].user_id,
      ]
`);
  });
});
