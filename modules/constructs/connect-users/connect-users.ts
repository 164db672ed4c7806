import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";

import { mapTexts } from "../../text";
import { ofSameLibrary } from "../library";
import { asToken, Each, literal, tagged } from "../terraform";
import { checkUsersProps } from "./checks";
import { findInstance, findProfiles, type Profiles } from "./lookups";
import type { ConnectUserProps, ConnectUsersProps } from "./props";

/**
 * Creates users of an Amazon Connect instance that signs people in with SAML. They have no password:
 * the identity provider has users with the same names.
 *
 * The AWS provider must be that of the instance's account and region.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
 */
export class ConnectUsers extends Construct {
  private readonly users: Each;

  /**
   * @throws Error when the instance ARN is invalid, or Amazon Connect would refuse a plain value; it
   * names every such value
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ConnectUsersProps,
  ) {
    super(ofSameLibrary(scope), id);
    checkUsersProps(this, props);
    const { instanceId } = findInstance(this, props.instanceArn);
    const profiles = findProfiles(this, instanceId, Object.values(props.users));
    const users = Object.entries(props.users);
    this.users = this.makeUsers(
      instanceId,
      Object.fromEntries(users.map(([name, user]) => [name, userValues(user, profiles)])),
    );
  }

  /**
   * Returns the ID that Amazon Connect gives a user.
   *
   * @throws Error when there is no user with this name
   */
  public userId(name: string): string {
    const id = this.users.attribute(name, "user_id");
    if (id === undefined) {
      throw new Error(`${this.node.path}: ${JSON.stringify(name)} is not a user here`);
    }
    return asToken(id, this);
  }

  private makeUsers(instanceId: string, values: Readonly<Record<string, UserValues>>): Each {
    const { users, tags } = this.props;
    const has = (property: keyof ConnectUserProps) =>
      Object.values(users).some((user) => user[property] !== undefined);
    return new Each(
      this,
      "users",
      values,
      (forEach) =>
        new ConnectUser(this, "user", {
          forEach,
          instanceId,
          name: forEach.key,
          identityInfo: {
            firstName: forEach.getString("first_name"),
            lastName: forEach.getString("last_name"),
            ...(has("email") && { email: ofUser("email") }),
            ...(has("secondaryEmail") && { secondaryEmail: ofUser("secondary_email") }),
          },
          phoneConfig: {
            phoneType: forEach.getString("phone_type"),
            ...(has("deskPhone") && { deskPhoneNumber: ofUser("desk_phone_number") }),
            ...(has("autoAccept") && { autoAccept: Token.asAny(ofUser("auto_accept")) }),
            ...(has("afterContactWorkSeconds") && {
              afterContactWorkTimeLimit: Token.asNumber(ofUser("after_contact_work_time_limit")),
            }),
          },
          ...(has("hierarchyGroup") && { hierarchyGroupId: ofUser("hierarchy_group_id") }),
          routingProfileId: forEach.getString("routing_profile_id"),
          securityProfileIds: forEach.getList("security_profile_ids"),
          ...(has("tags") ? { tags: withOwnTags(tags, forEach.value) } : tagged(tags)),
        }),
    );
  }
}

/** Value of a key that only some users have. */
function ofUser(key: string): string {
  return `\${lookup(each.value, "${key}", null)}`;
}

/** Tags of all users and those of each one. */
function withOwnTags(tags: ConnectUsersProps["tags"], user: unknown): Record<string, string> {
  return Token.asStringMap(Fn.merge([tagged(tags).tags ?? {}, Fn.lookup(user, "tags", {})]));
}

type UserValues = ReturnType<typeof userValues>;

/** Values of a user that the resource reads. */
function userValues(user: ConnectUserProps, { routing, security, hierarchyGroups }: Profiles) {
  const { givenName, familyName, routingProfile, securityProfiles, deskPhone, email } = user;
  const { autoAccept, afterContactWorkSeconds, hierarchyGroup, secondaryEmail, tags } = user;
  return {
    // Amazon Connect refuses letters that consist of several characters.
    first_name: literal(givenName.normalize("NFC")),
    last_name: literal(familyName.normalize("NFC")),
    routing_profile_id: routing.attribute(routingProfile, "routing_profile_id"),
    security_profile_ids: securityProfiles.map((one) =>
      security.attribute(one, "security_profile_id"),
    ),
    phone_type: deskPhone === undefined ? "SOFT_PHONE" : "DESK_PHONE",
    ...(deskPhone !== undefined && { desk_phone_number: deskPhone }),
    ...(autoAccept !== undefined && { auto_accept: autoAccept }),
    ...(afterContactWorkSeconds !== undefined && {
      after_contact_work_time_limit: afterContactWorkSeconds,
    }),
    ...(hierarchyGroup !== undefined && {
      hierarchy_group_id:
        hierarchyGroups.attribute(hierarchyGroup, "hierarchy_group_id") ?? literal(hierarchyGroup),
    }),
    ...(email !== undefined && { email: literal(email) }),
    ...(secondaryEmail !== undefined && { secondary_email: literal(secondaryEmail) }),
    ...(tags !== undefined && { tags: mapTexts(tags, literal) }),
  };
}
