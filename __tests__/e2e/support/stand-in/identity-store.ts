import { type Call, ServiceError } from "./service";

interface Membership {
  readonly IdentityStoreId: string;
  readonly MembershipId: string;
  readonly GroupId: string;
  readonly MemberId: { readonly UserId: string };
}

type Pass = (operation: string, input: object) => Promise<Record<string, unknown>>;

/**
 * What moto's identity store lacks: `DescribeGroupMembership`, `GetGroupMembershipId`, the conflict
 * when somebody is made a member twice, and that memberships go with their user or group. What moto
 * holds stays in moto.
 */
export class IdentityStore {
  private readonly members = new Map<string, { readonly UserId: string }>();

  public constructor(private readonly pass: Pass) {}

  public readonly answer = async ({ operation, input }: Call): Promise<unknown> => {
    if (operation === "CreateGroupMembership") {
      const { GroupId, MemberId } = input as unknown as Membership;
      const groups = (await this.memberships(input, MemberId)).map((one) => one.GroupId);
      if (groups.includes(GroupId)) {
        throw new ServiceError(
          "ConflictException",
          "Member and Group relationship already exists.",
        );
      }
      const made = await this.pass(operation, input);
      this.members.set(String(made["MembershipId"]), MemberId);
      return made;
    }
    if (operation === "DescribeGroupMembership") {
      const id = String(input["MembershipId"]);
      const member = this.members.get(id);
      const found = member && (await this.memberships(input, member));
      const membership = found?.find((one) => one.MembershipId === id);
      if (!membership) throw new ServiceError("ResourceNotFoundException", "MEMBERSHIP not found.");
      return membership;
    }
    if (operation === "GetGroupMembershipId") {
      const { GroupId, MemberId } = input as unknown as Membership;
      const groups = await this.memberships(input, MemberId);
      const membership = groups.find((one) => one.GroupId === GroupId);
      if (!membership) throw new ServiceError("ResourceNotFoundException", "MEMBERSHIP not found.");
      const { IdentityStoreId, MembershipId } = membership;
      return { IdentityStoreId, MembershipId };
    }
    if (operation === "DeleteUser") {
      await this.leave(input, await this.memberships(input, { UserId: String(input["UserId"]) }));
    }
    if (operation === "DeleteGroup") {
      const { GroupMemberships } = await this.pass("ListGroupMemberships", input);
      await this.leave(input, GroupMemberships as Membership[]);
    }
    return undefined;
  };

  private async leave({ IdentityStoreId }: Call["input"], memberships: readonly Membership[]) {
    for (const { MembershipId } of memberships) {
      await this.pass("DeleteGroupMembership", { IdentityStoreId, MembershipId });
    }
  }

  private async memberships(
    { IdentityStoreId }: Call["input"],
    MemberId: Membership["MemberId"],
  ): Promise<Membership[]> {
    const input = { IdentityStoreId, MemberId };
    const { GroupMemberships } = await this.pass("ListGroupMembershipsForMember", input);
    return GroupMemberships as Membership[];
  }
}
