import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import { DataAwsConnectUserHierarchyGroup } from "@cdktf/provider-aws/lib/data-aws-connect-user-hierarchy-group";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";

import { isHierarchyGroupId } from "../../aws/connect";
import { mapTexts } from "../../text";
import { ofSameLibrary } from "../library";
import { Each, instanceArnConditions, instanceFrom, keys, literal, tagged } from "../terraform";
import { checkUsersProps } from "./checks";
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
    const { instanceId } = this.findInstance();
    const profiles = this.findProfiles(instanceId);
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
    return id;
  }

  private findInstance(): DataAwsConnectInstance {
    const { instanceArn } = this.props;
    return new DataAwsConnectInstance(this, "instance", {
      instanceId: instanceFrom(this, instanceArn).instanceId,
      lifecycle: {
        ...instanceArnConditions(this, instanceArn),
        postcondition: [
          {
            condition: '${self.identity_management_type == "SAML"}',
            errorMessage:
              "The Amazon Connect instance manages identities as ${self.identity_management_type}, not with SAML 2.0, so nobody can sign in through Identity Center. Identity management is chosen when an instance is created and cannot be changed: create an instance with SAML 2.0-based authentication.",
          },
        ],
      },
    });
  }

  private findProfiles(instanceId: string): Profiles {
    const users = Object.values(this.props.users);
    return {
      routing: new Each(
        this,
        "routing-profiles",
        keys(users.map(({ routingProfile }) => routingProfile)),
        (forEach) =>
          new DataAwsConnectRoutingProfile(this, "routing-profile", {
            forEach,
            instanceId,
            name: forEach.key,
          }),
      ),
      security: new Each(
        this,
        "security-profiles",
        keys(users.flatMap(({ securityProfiles }) => securityProfiles)),
        (forEach) =>
          new DataAwsConnectSecurityProfile(this, "security-profile", {
            forEach,
            instanceId,
            name: forEach.key,
          }),
      ),
      hierarchyGroups: this.findHierarchyGroups(instanceId),
    };
  }

  /** Finds groups by their own names, as the data source does, and makes sure of their paths. */
  private findHierarchyGroups(instanceId: string): Each {
    const paths = Object.values(this.props.users).flatMap(({ hierarchyGroup: path }) =>
      path === undefined || isHierarchyGroupId(path) ? [] : [path],
    );
    return new Each(
      this,
      "hierarchy-groups",
      Object.fromEntries(
        paths.map((path) => [path, literal(path.slice(path.lastIndexOf("/") + 1))]),
      ),
      (forEach) =>
        new DataAwsConnectUserHierarchyGroup(this, "hierarchy-group", {
          forEach,
          instanceId,
          name: forEach.value as string,
          lifecycle: {
            postcondition: [
              { condition: `\${${PATH_OF_SELF} == each.key}`, errorMessage: OTHER_PATH },
            ],
          },
        }),
    );
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

const LEVELS = ["one", "two", "three", "four", "five"];

/** Names of the levels of a hierarchy group, with slashes between them. */
const PATH_OF_SELF = `join("/", flatten([for path in self.hierarchy_path : [${LEVELS.map((level) => `path.level_${level}[*].name`).join(", ")}]]))`;

const OTHER_PATH = `The hierarchy group \${each.key} was not found: the one with its name is \${${PATH_OF_SELF}}. Correct the path, or write the group's ID in its place.`;

/** Data sources of the profiles that users have, by name. */
interface Profiles {
  readonly routing: Each;
  readonly security: Each;
  readonly hierarchyGroups: Each;
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
