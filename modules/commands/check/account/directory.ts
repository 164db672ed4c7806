import type { Group, User } from "@aws-sdk/client-identitystore";

import { type Aws, booleanIn, listIn, mapped, optionalText, type Reading, textIn } from "../../aws";

/** A user of Identity Center. */
export interface Person {
  readonly userName: string;
  /** E-mail address, which Identity Center sends as the role session name. */
  readonly email?: string;
}

/** Pages that are read of a list before single entries are asked for: 500 groups, users or members. */
export const FIRST_PAGES = 5;

/** The members of a group, or the first of them. */
export interface Members {
  readonly listed: Reading<readonly string[]>;
  readonly isWhole: boolean;
}

/** The identity store of an Identity Center instance. */
export class Directory {
  private readonly client;

  public constructor(
    private readonly aws: Aws,
    private readonly IdentityStoreId: string,
  ) {
    this.client = new aws.sdk.identityStore.IdentitystoreClient(aws.options);
  }

  /** Reads groups with their display names, at least those with these names or IDs. */
  public async groups(
    names: readonly string[],
    ids: readonly string[],
  ): Promise<Reading<ReadonlyMap<string, string>>> {
    const { aws, client, IdentityStoreId } = this;
    const { identityStore } = aws.sdk;
    const listed = await aws.readPages(
      FIRST_PAGES + names.length + ids.length,
      "identitystore:ListGroups",
      () => identityStore.paginateListGroups({ client }, { IdentityStoreId }),
      (page) => page.Groups,
      group,
    );
    if (listed.is !== "there") return listed;
    const known = new Map(listed.value.entries);
    if (listed.value.isWhole) return { is: "there", value: known };

    const listedNames = new Set(known.values());
    for (const name of names.filter((one) => !listedNames.has(one))) {
      const id = await this.id("displayName", name);
      if (id.is === "unread") return id;
      if (id.is === "there") known.set(id.value, name);
    }
    for (const GroupId of ids.filter((id) => !known.has(id))) {
      const found = await aws.read(
        "identitystore:DescribeGroup",
        () => client.send(new identityStore.DescribeGroupCommand({ IdentityStoreId, GroupId })),
        group,
      );
      if (found.is === "unread") return found;
      if (found.is === "there") known.set(...found.value);
    }
    return { is: "there", value: known };
  }

  /** Reads users, at least those with these e-mail addresses, user names or IDs. */
  public async users(
    { emails, userNames }: { emails: readonly string[]; userNames: readonly string[] },
    ids: readonly string[],
  ): Promise<Reading<ReadonlyMap<string, Person>>> {
    const { aws, client, IdentityStoreId } = this;
    const { identityStore } = aws.sdk;
    const listed = await aws.readPages(
      FIRST_PAGES + emails.length + userNames.length + ids.length,
      "identitystore:ListUsers",
      () => identityStore.paginateListUsers({ client }, { IdentityStoreId }),
      (page) => page.Users,
      user,
    );
    if (listed.is !== "there") return listed;
    const known = new Map(listed.value.entries);
    if (listed.value.isWhole) return { is: "there", value: known };

    const people = [...known.values()];
    const listedNames = new Set(people.map(({ userName }) => userName));
    const listedEmails = new Set(people.map(({ email }) => email));
    const missing = new Set(ids.filter((id) => !known.has(id)));
    for (const [path, value] of [
      ...userNames
        .filter((name) => !listedNames.has(name))
        .map((name) => ["userName", name] as const),
      ...emails
        .filter((one) => !listedEmails.has(one))
        .map((one) => ["emails.value", one] as const),
    ]) {
      const id = await this.id(path, value);
      if (id.is === "unread") return id;
      if (id.is === "there" && !known.has(id.value)) missing.add(id.value);
    }
    for (const UserId of missing) {
      const found = await aws.read(
        "identitystore:DescribeUser",
        () => client.send(new identityStore.DescribeUserCommand({ IdentityStoreId, UserId })),
        user,
      );
      if (found.is === "unread") return found;
      if (found.is === "there") known.set(...found.value);
    }
    return { is: "there", value: known };
  }

  /** Reads the members of a group, of at most so many pages. */
  public async members(GroupId: string, most: number): Promise<Members> {
    const { aws, client, IdentityStoreId } = this;
    const { identityStore } = aws.sdk;
    const listed = await aws.readPages(
      most,
      "identitystore:ListGroupMemberships",
      () => identityStore.paginateListGroupMemberships({ client }, { IdentityStoreId, GroupId }),
      (page) => page.GroupMemberships,
      ({ MemberId }) => optionalText(MemberId?.UserId, "MemberId.UserId"),
    );
    return {
      listed: mapped(listed, ({ entries }) => entries.flatMap((id) => id ?? [])),
      isWhole: listed.is !== "there" || listed.value.isWhole,
    };
  }

  /** Adds the configured users to the groups whose members are not all known. */
  public async withConfigured(
    members: ReadonlyMap<string, Members>,
    users: Reading<ReadonlyMap<string, Person>>,
    configured: { emails: ReadonlySet<string>; userNames: ReadonlySet<string> },
  ): Promise<ReadonlyMap<string, Reading<readonly string[]>>> {
    const known = new Map([...members].map(([id, { listed }]) => [id, listed]));
    const GroupIds = [...members].flatMap(([id, { isWhole }]) => (isWhole ? [] : [id]));
    if (users.is !== "there" || GroupIds.length === 0) return known;
    const { emails, userNames } = configured;
    const ids = [...users.value].flatMap(([id, { email, userName }]) =>
      userNames.has(userName) || (email !== undefined && emails.has(email)) ? [id] : [],
    );
    for (const UserId of ids) {
      const groups = await this.groupsOf(UserId, GroupIds);
      for (const id of GroupIds) {
        const before = known.get(id);
        if (groups.is === "unread") known.set(id, groups);
        else if (before?.is === "there" && groups.is === "there" && groups.value.includes(id)) {
          known.set(id, { is: "there", value: [...before.value, UserId] });
        }
      }
    }
    return known;
  }

  /** Asks which of these groups a user is a direct member of. */
  private groupsOf(
    UserId: string,
    groupIds: readonly string[],
  ): Promise<Reading<readonly string[]>> {
    const { aws, client, IdentityStoreId } = this;
    const { IsMemberInGroupsCommand } = aws.sdk.identityStore;
    // AWS takes at most 100 groups; an application of more is past comparing person by person.
    const GroupIds = groupIds.slice(0, 100);
    const input = { IdentityStoreId, MemberId: { UserId }, GroupIds };
    return aws.read(
      "identitystore:IsMemberInGroups",
      () => client.send(new IsMemberInGroupsCommand(input)),
      ({ Results }) =>
        listIn(Results).flatMap(({ GroupId, MembershipExists }) =>
          booleanIn(MembershipExists, "MembershipExists") ? [textIn(GroupId, "GroupId")] : [],
        ),
    );
  }

  /** Asks for the ID of the group or user with a unique attribute. */
  private id(
    AttributePath: "displayName" | "userName" | "emails.value",
    AttributeValue: string,
  ): Promise<Reading<string>> {
    const { aws, client, IdentityStoreId } = this;
    const { GetGroupIdCommand, GetUserIdCommand } = aws.sdk.identityStore;
    const AlternateIdentifier = { UniqueAttribute: { AttributePath, AttributeValue } };
    const input = { IdentityStoreId, AlternateIdentifier };
    return AttributePath === "displayName"
      ? aws.read(
          "identitystore:GetGroupId",
          () => client.send(new GetGroupIdCommand(input)),
          ({ GroupId }) => textIn(GroupId, "GroupId"),
        )
      : aws.read(
          "identitystore:GetUserId",
          () => client.send(new GetUserIdCommand(input)),
          ({ UserId }) => textIn(UserId, "UserId"),
        );
  }
}

function group({ GroupId, DisplayName }: Partial<Group>): readonly [id: string, name: string] {
  return [textIn(GroupId, "GroupId"), optionalText(DisplayName, "DisplayName") ?? ""];
}

function user({ UserId, UserName, Emails }: Partial<User>): readonly [id: string, Person] {
  const emails = listIn(Emails);
  const email = optionalText((emails.find(({ Primary }) => Primary) ?? emails[0])?.Value, "Emails");
  const userName = textIn(UserName, "UserName");
  return [textIn(UserId, "UserId"), { userName, ...(email !== undefined && { email }) }];
}
