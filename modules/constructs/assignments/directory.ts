import { DataAwsIdentitystoreGroup } from "@cdktf/provider-aws/lib/data-aws-identitystore-group";
import { DataAwsIdentitystoreUser } from "@cdktf/provider-aws/lib/data-aws-identitystore-user";
import { IdentitystoreGroup } from "@cdktf/provider-aws/lib/identitystore-group";
import { IdentitystoreGroupMembership } from "@cdktf/provider-aws/lib/identitystore-group-membership";
import { IdentitystoreUser } from "@cdktf/provider-aws/lib/identitystore-user";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";

import { isPrincipalId, membershipName } from "../../aws/identity-center";
import { Each, keys, labelOf, literal } from "../terraform";
import type { ApplicationAssignmentsProps } from "./props";

interface DirectoryProps extends ApplicationAssignmentsProps {
  readonly identityStoreId: string;
}

type CreatedUsers = NonNullable<DirectoryProps["createUsers"]>;

/**
 * Groups and users of the identity store that assignments name. Those that are not created here
 * are looked up, each only once, however many applications use it.
 */
export class Directory {
  private readonly createdGroups: Each;
  private readonly existingGroups: Each;
  private readonly createdUsers: Each;
  private readonly existingUsers: Each;
  private readonly identityStoreId: string;
  /** Scope of what is created, which gives it its name: `aws_identitystore_group.created`. */
  private readonly made: Construct;
  /** Scope of what is looked up: `data.aws_identitystore_group.existing`. */
  private readonly found: Construct;

  public constructor(
    private readonly scope: Construct,
    props: DirectoryProps,
  ) {
    const { identityStoreId, applications, permissionSets, createGroups = [] } = props;
    const { createUsers = {}, protectGroups = true } = props;
    this.identityStoreId = identityStoreId;
    this.made = new Construct(scope, "created");
    this.found = new Construct(scope, "existing");
    const assigned = Object.values({ ...applications, ...permissionSets });
    const members = Object.values(createUsers);

    const groups = [...assigned, ...members].flatMap((one) => one.groups ?? []);
    this.createdGroups = this.makeGroups(createGroups, protectGroups);
    this.existingGroups = this.findGroups(lookedUp(groups, createGroups));

    const users = assigned.flatMap((one) => one.users ?? []);
    this.createdUsers = this.makeUsers(createUsers);
    this.existingUsers = this.findUsers(lookedUp(users, Object.keys(createUsers)));

    this.makeMemberships(createUsers);
  }

  /**
   * Returns the ID of a group, given its display name or the ID itself.
   *
   * @throws Error when the group is neither created nor looked up here
   */
  public groupId(nameOrId: string): string {
    return (
      this.createdGroups.attribute(nameOrId, "group_id") ??
      this.existingGroups.attribute(nameOrId, "group_id") ??
      this.idItself(nameOrId, "group")
    );
  }

  /**
   * Returns the ID of a user, given the user name or the ID itself.
   *
   * @throws Error when the user is neither created nor looked up here
   */
  public userId(nameOrId: string): string {
    return (
      this.createdUsers.attribute(nameOrId, "user_id") ??
      this.existingUsers.attribute(nameOrId, "user_id") ??
      this.idItself(nameOrId, "user")
    );
  }

  /** Returns IDs unchanged, and tokens too, since they stand for IDs. */
  private idItself(given: string, what: string): string {
    if (isId(given)) return given;
    throw new Error(`${this.scope.node.path}: ${JSON.stringify(given)} is not a ${what} here`);
  }

  private makeGroups(names: readonly string[], preventDestroy: boolean): Each {
    const { identityStoreId } = this;
    return new Each(
      this.scope,
      "created-groups",
      keys(names),
      (forEach) =>
        new IdentitystoreGroup(this.made, "group", {
          forEach,
          identityStoreId,
          displayName: forEach.key,
          ...(preventDestroy && { lifecycle: { preventDestroy } }),
        }),
    );
  }

  private findGroups(names: Readonly<Record<string, string>>): Each {
    const { identityStoreId } = this;
    return new Each(
      this.scope,
      "existing-groups",
      names,
      (forEach) =>
        new DataAwsIdentitystoreGroup(this.found, "group", {
          forEach,
          identityStoreId,
          alternateIdentifier: {
            uniqueAttribute: { attributePath: "DisplayName", attributeValue: forEach.key },
          },
        }),
    );
  }

  private makeUsers(users: CreatedUsers): Each {
    const { identityStoreId } = this;
    const hasEmails = Object.values(users).some(({ email }) => email !== undefined);
    return new Each(
      this.scope,
      "created-users",
      createdUserValues(users),
      (forEach) =>
        new IdentitystoreUser(this.made, "user", {
          forEach,
          identityStoreId,
          userName: forEach.key,
          displayName: Fn.join(" ", [
            forEach.getString("given_name"),
            forEach.getString("family_name"),
          ]),
          name: {
            givenName: forEach.getString("given_name"),
            familyName: forEach.getString("family_name"),
          },
          emails: {
            value: hasEmails ? '${lookup(each.value, "email", each.key)}' : forEach.key,
            primary: true,
          },
        }),
    );
  }

  private findUsers(names: Readonly<Record<string, string>>): Each {
    const { identityStoreId } = this;
    return new Each(
      this.scope,
      "existing-users",
      names,
      (forEach) =>
        new DataAwsIdentitystoreUser(this.found, "user", {
          forEach,
          identityStoreId,
          alternateIdentifier: {
            uniqueAttribute: { attributePath: "UserName", attributeValue: forEach.key },
          },
        }),
    );
  }

  private makeMemberships(users: CreatedUsers): void {
    const { identityStoreId } = this;
    new Each(
      this.scope,
      "created-memberships",
      this.memberships(users),
      (forEach) =>
        new IdentitystoreGroupMembership(this.made, "membership", {
          forEach,
          identityStoreId,
          groupId: forEach.getString("group_id"),
          memberId: forEach.getString("member_id"),
        }),
    );
  }

  /** Values of the memberships, by keys such as `agent1@example.com in ConnectAgents`. */
  private memberships(users: CreatedUsers) {
    return Object.fromEntries(
      Object.entries(users).flatMap(([name, { groups = [] }]) =>
        groups.map((group) => [
          membershipName(name, labelOf(group, this.scope)),
          { group_id: this.groupId(group), member_id: this.userId(name) },
        ]),
      ),
    );
  }
}

/** Names that have to be looked up: they are not IDs, and are not created here. */
function lookedUp(wanted: readonly string[], made: readonly string[]): Record<string, string> {
  const here = new Set(made);
  return keys(wanted.filter((one) => !isId(one) && !here.has(one)));
}

function isId(text: string): boolean {
  return Token.isUnresolved(text) || isPrincipalId(text);
}

function createdUserValues(users: CreatedUsers) {
  return Object.fromEntries(
    Object.entries(users).map(([name, { givenName, familyName, email }]) => [
      name,
      {
        given_name: literal(givenName),
        family_name: literal(familyName),
        ...(email !== undefined && { email: literal(email) }),
      },
    ]),
  );
}
