import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeleteUserCommand,
  IdentitystoreClient,
  paginateListGroupMemberships,
  paginateListGroups,
  paginateListUsers,
} from "@aws-sdk/client-identitystore";
import { ListApplicationAssignmentsCommand, SSOAdminClient } from "@aws-sdk/client-sso-admin";

import type { StandIn } from "./stand-in";

const CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** The people of an Identity Center, read through its APIs and told by their names. */
export class People {
  private readonly store: IdentitystoreClient;
  private readonly admin: SSOAdminClient;
  private readonly IdentityStoreId: string;

  public constructor(standIn: StandIn, region: string) {
    const options = { endpoint: standIn.url, region, credentials: CREDENTIALS, maxAttempts: 1 };
    this.store = new IdentitystoreClient(options);
    this.admin = new SSOAdminClient(options);
    this.IdentityStoreId = standIn.identityCenter.identityStoreId;
  }

  /** What an administrator does in the console. */
  public async addGroup(DisplayName: string): Promise<string> {
    const { IdentityStoreId } = this;
    const { GroupId } = await this.store.send(
      new CreateGroupCommand({ IdentityStoreId, DisplayName }),
    );
    return GroupId ?? "";
  }

  public async addUser(UserName: string, email?: string): Promise<string> {
    const { IdentityStoreId } = this;
    const user = {
      UserName,
      DisplayName: "A Person",
      Name: { GivenName: "A", FamilyName: "Person" },
      ...(email !== undefined && { Emails: [{ Value: email, Primary: true }] }),
    };
    const { UserId } = await this.store.send(new CreateUserCommand({ IdentityStoreId, ...user }));
    return UserId ?? "";
  }

  public async addMember(GroupId: string, UserId: string): Promise<void> {
    const { IdentityStoreId } = this;
    await this.store.send(
      new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId } }),
    );
  }

  public async deleteGroup(name: string): Promise<void> {
    const { IdentityStoreId } = this;
    for (const [GroupId, displayName] of await this.groupNames()) {
      if (displayName === name) {
        await this.store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId }));
      }
    }
  }

  public async deleteUser(name: string): Promise<void> {
    const { IdentityStoreId } = this;
    for (const [UserId, userName] of await this.userNames()) {
      if (userName === name) {
        await this.store.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
      }
    }
  }

  /** Members by group: `{ConnectAgents: ["agent1@example.com"]}` */
  public async groups(): Promise<Record<string, string[]>> {
    const { IdentityStoreId } = this;
    const users = await this.userNames();
    const groups: [string, string[]][] = [];
    for (const [GroupId, name] of await this.groupNames()) {
      const members: string[] = [];
      for await (const page of paginateListGroupMemberships(
        { client: this.store },
        { IdentityStoreId, GroupId },
      )) {
        for (const { MemberId } of page.GroupMemberships ?? []) {
          members.push(users.get(MemberId?.UserId ?? "") ?? "");
        }
      }
      groups.push([name, members.sort()]);
    }
    return Object.fromEntries(groups);
  }

  /** Every user: `agent1@example.com (Agent One, agent1@example.com)` */
  public async users(): Promise<string[]> {
    return (await this.listUsers())
      .map(
        ({ UserName, DisplayName, Emails }) =>
          `${UserName ?? ""} (${[DisplayName, ...(Emails ?? []).map(({ Value }) => Value)].join(", ")})`,
      )
      .sort();
  }

  /** Who is assigned to an application: `["group ConnectAgents", "user agent1@example.com"]` */
  public async assigned(ApplicationArn: string): Promise<string[]> {
    const groups = await this.groupNames();
    const users = await this.userNames();
    const { ApplicationAssignments } = await this.admin.send(
      new ListApplicationAssignmentsCommand({ ApplicationArn }),
    );
    return (ApplicationAssignments ?? [])
      .map(({ PrincipalId = "", PrincipalType }) =>
        PrincipalType === "GROUP"
          ? `group ${groups.get(PrincipalId) ?? PrincipalId}`
          : `user ${users.get(PrincipalId) ?? PrincipalId}`,
      )
      .sort();
  }

  private async groupNames(): Promise<Map<string, string>> {
    const { IdentityStoreId } = this;
    const names = new Map<string, string>();
    for await (const { Groups } of paginateListGroups(
      { client: this.store },
      { IdentityStoreId },
    )) {
      for (const { GroupId = "", DisplayName = "" } of Groups ?? [])
        names.set(GroupId, DisplayName);
    }
    return names;
  }

  private async userNames(): Promise<Map<string, string>> {
    const users = await this.listUsers();
    return new Map(users.map(({ UserId = "", UserName = "" }) => [UserId, UserName]));
  }

  private async listUsers() {
    const { IdentityStoreId } = this;
    const users = [];
    for await (const { Users } of paginateListUsers({ client: this.store }, { IdentityStoreId })) {
      users.push(...(Users ?? []));
    }
    return users;
  }
}
