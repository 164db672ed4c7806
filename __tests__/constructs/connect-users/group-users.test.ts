import { AwsProvider } from "@cdktf/provider-aws/lib/provider";

import { GroupUsers } from "../../../modules/constructs/connect-users";
import type { GroupUsersProps } from "../../../modules/constructs/connect-users/group-props";
import { only, synthesized, type Terraform } from "../../support/synth";
import { refusal } from "../refusal";

interface Written extends Terraform {
  readonly data?: Terraform["resource"];
  readonly locals?: Record<string, unknown>;
  readonly check?: Record<string, { readonly assert: readonly Record<string, string>[] }>;
}

const ARN = "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENTS = { routingProfile: "Sales", securityProfiles: ["Agent"] };

function groupUsers(
  groups: GroupUsersProps["groups"],
  more: Partial<GroupUsersProps> = {},
): Written {
  return synthesized((stack) => {
    const identityCenter = new AwsProvider(stack, "identity-center", {
      region: "eu-west-1",
      alias: "identity_center",
    });
    new GroupUsers(stack, "people", { instanceArn: ARN, groups, identityCenter, ...more });
  });
}

describe("the users of a group", () => {
  const made = groupUsers(
    { ConnectAgents: AGENTS, "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b": AGENTS },
    { listedUsers: ["ana@example.com"] },
  );

  it("come from the direct members, which are read in Identity Center", () => {
    const data = made.data ?? {};
    for (const type of ["group", "group_memberships", "user"]) {
      const own = only({ resource: data }, `aws_identitystore_${type}`);
      expect(own).toMatchObject({ provider: "aws.identity_center" });
    }
    expect(only({ resource: data }, "aws_connect_instance")).not.toHaveProperty("provider");
    expect(only(made, "aws_connect_user")).toMatchObject({ name: "${each.key}" });
  });

  it("are found by the name of the group, or by its ID alone", () => {
    expect(Object.entries(made.locals ?? {})).toContainEqual([
      expect.stringMatching(/found-groups_/),
      { ConnectAgents: "ConnectAgents" },
    ]);
  });

  it("are named in the plan where they are left out", () => {
    expect(Object.keys(made.check ?? {})).toEqual([
      "members_in_two_groups",
      "members_listed_too",
      "members_with_other_names",
      "members_without_name",
      "members_without_person",
    ]);
    expect(made.check?.["members_listed_too"]?.assert[0]?.["error_message"]).toMatch(
      /^These members are listed in the config too, and only the stack of the federation makes their users: \$\{join\(", ", values\(local\.people_members-listed-too_\w+\)\)\}\. Remove them from the config, or from the group\.$/,
    );
  });

  it("may leave up to a bound, which is a tenth or what the caller says", () => {
    const limit = ({ locals = {} }: Written) =>
      Object.entries(locals).find(([name]) => name.includes("max-removals"))?.[1];
    expect(limit(made)).toMatch(/^\$\{max\(5, floor\(length\(local\.\S+\) \/ 10\)\)\}$/);
    expect(limit(groupUsers({ ConnectAgents: AGENTS }, { maxRemovals: 0 }))).toBe("${0}");
  });

  it("do not include values that Amazon Connect refuses", () => {
    expect(
      refusal("test/people", () =>
        groupUsers({
          " Agents": { routingProfile: "", securityProfiles: ["Agent\n"], hierarchyGroup: "/" },
        }),
      ).map((problem) => problem.split(": ")[0]),
    ).toEqual([
      "groups",
      "groups. Agents.routingProfile",
      "groups. Agents.securityProfiles",
      "groups. Agents.hierarchyGroup",
    ]);
  });
});
