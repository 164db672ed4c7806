import { DataAwsIdentitystoreGroup } from "@cdktf/provider-aws/lib/data-aws-identitystore-group";
import { DataAwsIdentitystoreUser } from "@cdktf/provider-aws/lib/data-aws-identitystore-user";
import { IdentitystoreGroup } from "@cdktf/provider-aws/lib/identitystore-group";
import { IdentitystoreGroupMembership } from "@cdktf/provider-aws/lib/identitystore-group-membership";
import { IdentitystoreUser } from "@cdktf/provider-aws/lib/identitystore-user";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";

import { isPrincipalId } from "../../aws/identity-center";
import { Each, keys, labelOf, literal } from "../terraform";
import type { ApplicationAssignmentsProps } from "./props";

interface DirectoryProps extends ApplicationAssignmentsProps {
  readonly identityStoreId: string;
}

/**
 * The groups and users that assignments name, in the identity store. Those that are not made here
 * are looked up, each once however many applications use it.
 */
export class Directory {
  /** ID of a group, given its display name or the ID itself. */
  public readonly groupId: (nameOrId: string) => string;
  /** ID of a user, given the user name or the ID itself. */
  public readonly userId: (nameOrId: string) => string;

  public constructor(scope: Construct, props: DirectoryProps) {
    const { identityStoreId, applications, createGroups = [], createUsers = {} } = props;
    const made = new Construct(scope, "created");
    const found = new Construct(scope, "existing");
    const assigned = Object.values(applications);
    const members = Object.values(createUsers);

    const groups = [...assigned, ...members].flatMap((one) => one.groups ?? []);
    const createdGroups = new Each(
      scope,
      "created-groups",
      keys(createGroups),
      (forEach) =>
        new IdentitystoreGroup(made, "group", {
          forEach,
          identityStoreId,
          displayName: forEach.key,
        }),
    );
    const existingGroups = new Each(
      scope,
      "existing-groups",
      lookedUp(groups, createGroups),
      (forEach) =>
        new DataAwsIdentitystoreGroup(found, "group", {
          forEach,
          identityStoreId,
          alternateIdentifier: {
            uniqueAttribute: { attributePath: "DisplayName", attributeValue: forEach.key },
          },
        }),
    );
    this.groupId = (given) =>
      createdGroups.attribute(given, "group_id") ??
      existingGroups.attribute(given, "group_id") ??
      given;

    const users = assigned.flatMap((one) => one.users ?? []);
    const createdUsers = new Each(
      scope,
      "created-users",
      createdUserValues(createUsers),
      (forEach) =>
        new IdentitystoreUser(made, "user", {
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
          // What Identity Center sends as the role session name.
          emails: { value: forEach.key, primary: true },
        }),
    );
    const existingUsers = new Each(
      scope,
      "existing-users",
      lookedUp(users, Object.keys(createUsers)),
      (forEach) =>
        new DataAwsIdentitystoreUser(found, "user", {
          forEach,
          identityStoreId,
          alternateIdentifier: {
            uniqueAttribute: { attributePath: "UserName", attributeValue: forEach.key },
          },
        }),
    );
    this.userId = (given) =>
      createdUsers.attribute(given, "user_id") ??
      existingUsers.attribute(given, "user_id") ??
      given;

    new Each(
      scope,
      "created-memberships",
      this.memberships(scope, createUsers),
      (forEach) =>
        new IdentitystoreGroupMembership(made, "membership", {
          forEach,
          identityStoreId,
          groupId: forEach.getString("group_id"),
          memberId: forEach.getString("member_id"),
        }),
    );
  }

  /** `agent1@example.com in ConnectAgents` */
  private memberships(scope: Construct, users: NonNullable<DirectoryProps["createUsers"]>) {
    return Object.fromEntries(
      Object.entries(users).flatMap(([email, { groups = [] }]) =>
        groups.map((group) => [
          `${email} in ${labelOf(group, scope)}`,
          { group_id: this.groupId(group), member_id: this.userId(email) },
        ]),
      ),
    );
  }
}

/** Names that are neither IDs nor made here. */
function lookedUp(wanted: readonly string[], made: readonly string[]): Record<string, string> {
  const here = new Set(made);
  return keys(
    wanted.filter((one) => !Token.isUnresolved(one) && !isPrincipalId(one) && !here.has(one)),
  );
}

function createdUserValues(users: NonNullable<DirectoryProps["createUsers"]>) {
  return Object.fromEntries(
    Object.entries(users).map(([email, { givenName, familyName }]) => [
      email,
      { given_name: literal(givenName), family_name: literal(familyName) },
    ]),
  );
}
