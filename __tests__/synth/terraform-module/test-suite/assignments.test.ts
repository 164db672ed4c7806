import { blocks, moduleOf } from "../../../support/terraform-module";

describe("the tests of a module", () => {
  it("of the assignments promise who is assigned", () => {
    const { "modules/assignments/tests/assignments.tftest.hcl": tests } =
      moduleOf("examples/people.yaml");
    expect(blocks(tests, "run")).toEqual([
      "assigns_the_applications",
      "creates_the_groups_and_users",
      "refuses_arns_of_anything_else",
      "refuses_one_application_for_several",
      "refuses_applications_of_another_identity_center",
    ]);
    expect(tests).toContain(`
    condition = { for key, one in aws_ssoadmin_application_assignment.supervisor : key => one.principal_type } == {
      "group ConnectSupervisors"     = "GROUP"
      "user supervisor1@example.com" = "USER"
    }
    error_message = "The application supervisor is assigned to other groups or users."
`);
    expect(tests).toContain(`
    condition     = aws_ssoadmin_application_assignment.supervisor["group ConnectSupervisors"].principal_id == data.aws_identitystore_group.existing["ConnectSupervisors"].group_id
`);
    expect(tests).toContain(`
    condition = toset(keys(aws_identitystore_group_membership.created)) == toset([
      "agent1@example.com in ConnectAgents",
    ])
`);
  });
});
