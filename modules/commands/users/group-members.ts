import type { User } from "@aws-sdk/client-identitystore";

import { isPrincipalId } from "../../aws/identity-center";
import { type Aws, listIn, mapped, optionalText, type Reading, textIn } from "../aws";

/** A member of a group in Identity Center. */
export interface Member {
  readonly id: string;
  readonly userName: string;
  /** Primary e-mail address. */
  readonly email?: string;
  readonly givenName?: string;
  readonly familyName?: string;
}

/** Pages of 100 users that are read of a directory before members are asked for one by one. */
const FIRST_PAGES = 5;

/** Reads groups of an identity store and their direct members. */
export class GroupReader {
  private readonly client;

  public constructor(
    private readonly aws: Aws,
    private readonly IdentityStoreId: string,
  ) {
    this.client = new aws.sdk.identityStore.IdentitystoreClient(aws.options);
  }

  /** Reads the IDs of the direct members of a group, by its display name or ID. */
  public async members(group: string): Promise<Reading<readonly string[]>> {
    const { aws, client, IdentityStoreId } = this;
    const { identityStore } = aws.sdk;
    const id = isPrincipalId(group)
      ? ({ is: "there", value: group } as const)
      : await this.groupId(group);
    if (id.is !== "there") return id;
    const input = { IdentityStoreId, GroupId: id.value };
    const members = await aws.readList(
      "identitystore:ListGroupMemberships",
      () => identityStore.paginateListGroupMemberships({ client }, input),
      (page) => page.GroupMemberships,
      ({ MemberId }) => optionalText(MemberId?.UserId, "MemberId.UserId"),
    );
    return mapped(members, (ids) => ids.flatMap((own) => own ?? []));
  }

  /** Reads users by their IDs: as many pages as there may be users to find, and then each alone. */
  public async people(ids: ReadonlySet<string>): Promise<Reading<ReadonlyMap<string, Member>>> {
    const { aws, client, IdentityStoreId } = this;
    const { identityStore } = aws.sdk;
    const listed = await aws.readPages(
      FIRST_PAGES + ids.size,
      "identitystore:ListUsers",
      () => identityStore.paginateListUsers({ client }, { IdentityStoreId }),
      (page) => page.Users,
      member,
    );
    if (listed.is !== "there") return listed;
    const known = new Map(
      listed.value.entries.filter(({ id }) => ids.has(id)).map((one) => [one.id, one]),
    );
    for (const UserId of ids) {
      if (known.has(UserId)) continue;
      const found = await aws.read(
        "identitystore:DescribeUser",
        () => client.send(new identityStore.DescribeUserCommand({ IdentityStoreId, UserId })),
        member,
      );
      if (found.is === "unread") return found;
      if (found.is === "there") known.set(UserId, found.value);
    }
    return { is: "there", value: known };
  }

  private groupId(name: string): Promise<Reading<string>> {
    const { aws, client, IdentityStoreId } = this;
    const { GetGroupIdCommand } = aws.sdk.identityStore;
    const UniqueAttribute = { AttributePath: "displayName", AttributeValue: name };
    const input = { IdentityStoreId, AlternateIdentifier: { UniqueAttribute } };
    return aws.read(
      "identitystore:GetGroupId",
      () => client.send(new GetGroupIdCommand(input)),
      ({ GroupId }) => textIn(GroupId, "GroupId"),
    );
  }
}

function member({ UserId, UserName, Emails, Name }: Partial<User>): Member {
  const email = optionalText(listIn(Emails).find(({ Primary }) => Primary)?.Value, "Emails");
  const givenName = optionalText(Name?.GivenName, "Name.GivenName");
  const familyName = optionalText(Name?.FamilyName, "Name.FamilyName");
  return {
    id: textIn(UserId, "UserId"),
    userName: textIn(UserName, "UserName"),
    ...(email !== undefined && { email }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
  };
}
