import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import { DataAwsIdentitystoreGroup } from "@cdktf/provider-aws/lib/data-aws-identitystore-group";
import { DataAwsIdentitystoreGroupMemberships } from "@cdktf/provider-aws/lib/data-aws-identitystore-group-memberships";
import { DataAwsIdentitystoreUser } from "@cdktf/provider-aws/lib/data-aws-identitystore-user";
import { DataAwsSsoadminInstances } from "@cdktf/provider-aws/lib/data-aws-ssoadmin-instances";
import { TerraformLocal, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";

import { isPrincipalId } from "../../aws/identity-center";
import { mapTexts } from "../../text";
import { ofSameLibrary } from "../library";
import { Each, instanceFrom, keys, literal, refuse } from "../terraform";
import { groupUsersProblems } from "./group-checks";
import type { GroupUsersProps } from "./group-props";
import { findInstance, findProfiles } from "./lookups";
import { limitRemovals } from "./removals";

/**
 * Makes a user of an Amazon Connect instance of each direct member of groups of Identity Center, and
 * removes the user when the member leaves. Groups and members are read at every plan.
 *
 * People whom Amazon Connect would refuse are left out, and named in a warning of the plan.
 */
export class GroupUsers extends Construct {
  /**
   * @throws Error when the instance ARN is invalid, or Amazon Connect would refuse a plain value
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: GroupUsersProps,
  ) {
    super(ofSameLibrary(scope), id);
    refuse(this, groupUsersProblems(props));
    const { instanceId } = findInstance(this, props.instanceArn);
    const sources = this.local("sources", this.sources(instanceId));
    const { groupsOf, directory } = this.members(sources);
    const users = this.usersOf(groupsOf, directory);
    const user = this.makeUsers(instanceId, sources, users);
    limitRemovals(this, {
      path: `/connect-sso/${instanceFrom(this, props.instanceArn).instanceId}/people`,
      names: `keys(${users})`,
      most: props.maxRemovals,
      after: user,
    });
  }

  /** The groups, each with its ID and what its members have. */
  private sources(instanceId: string): Record<string, object> {
    const { groups, identityCenter: provider } = this.props;
    const { routing, security, hierarchyGroups } = findProfiles(
      this,
      instanceId,
      Object.values(groups),
    );
    const found = new Each(
      this,
      "found-groups",
      keys(Object.keys(groups).filter((group) => !isPrincipalId(group))),
      (forEach) =>
        new DataAwsIdentitystoreGroup(this, "group", {
          forEach,
          provider,
          identityStoreId: this.identityStoreId,
          alternateIdentifier: {
            uniqueAttribute: { attributePath: "DisplayName", attributeValue: forEach.key },
          },
        }),
    );
    return Object.fromEntries(
      Object.entries(groups).map(([group, own]) => [
        literal(group),
        {
          group_id: found.attribute(group, "group_id") ?? group,
          routing_profile_id: routing.attribute(own.routingProfile, "routing_profile_id"),
          security_profile_ids: own.securityProfiles.map((one) =>
            security.attribute(one, "security_profile_id"),
          ),
          ...(own.autoAccept !== undefined && { auto_accept: own.autoAccept }),
          ...(own.afterContactWorkSeconds !== undefined && {
            after_contact_work_time_limit: own.afterContactWorkSeconds,
          }),
          ...(own.hierarchyGroup !== undefined && {
            hierarchy_group_id:
              hierarchyGroups.attribute(own.hierarchyGroup, "hierarchy_group_id") ??
              literal(own.hierarchyGroup),
          }),
          ...(own.sendEmail === true && { send_email: true }),
          tags: mapTexts({ ...this.props.tags, ...own.tags }, literal),
        },
      ]),
    );
  }

  private storeId: string | undefined;

  /** ID of the one identity store that the account sees, or that of a given Identity Center. */
  private get identityStoreId(): string {
    this.storeId ??= this.findIdentityStore();
    return this.storeId;
  }

  private findIdentityStore(): string {
    const { identityCenterArn: arn, identityCenter: provider } = this.props;
    const instances = new DataAwsSsoadminInstances(this, "identity-center", {
      provider,
      lifecycle: {
        postcondition: [
          {
            condition:
              arn === undefined
                ? "${length(self.arns) == 1}"
                : `\${contains(self.arns, ${JSON.stringify(arn)})}`,
            errorMessage:
              "The Identity Center of the groups was not found in this account and region. Check the credentials of the provider identity_center, and identityCenter.accountId and identityCenter.region in the config.",
          },
        ],
      },
    });
    const name = `data.aws_ssoadmin_instances.${instances.friendlyUniqueId}`;
    const index = arn === undefined ? "0" : `index(${name}.arns, ${JSON.stringify(arn)})`;
    return `\${${this.local("identity-store-id", `\${${name}.identity_store_ids[${index}]}`)}}`;
  }

  /** The direct members, by their IDs: the groups of each, and their entries in the directory. */
  private members(sources: string): { groupsOf: string; directory: string } {
    const { identityCenter: provider } = this.props;
    const { identityStoreId } = this;
    const memberships = new DataAwsIdentitystoreGroupMemberships(this, "memberships", {
      provider,
      identityStoreId,
      groupId: "${each.value.group_id}",
      lifecycle: {
        postcondition: [
          {
            // The provider says null for an empty list.
            condition: "${try(length(self.group_memberships), 0) > 0}",
            errorMessage:
              "The group ${each.key} has no direct members, so every user who comes from it would be removed; members of nested groups do not count. Add its members again, or remove the group from usersFrom.",
          },
        ],
      },
    });
    memberships.addOverride("for_each", `\${${sources}}`);
    const all = `data.aws_identitystore_group_memberships.${memberships.friendlyUniqueId}`;
    const groupsOf = this.local(
      "groups-of-members",
      `\${{ for one in flatten([for name, group in ${all} : [for member in try(tolist(group.group_memberships), []) : { group = name, id = member.member_id.user_id }]]) : one.id => one.group... }}`,
    );
    const member = new DataAwsIdentitystoreUser(this, "member", {
      provider,
      identityStoreId,
      userId: "${each.key}",
    });
    member.addOverride("for_each", `\${toset(keys(${groupsOf}))}`);
    const people = `data.aws_identitystore_user.${member.friendlyUniqueId}`;
    const email = `one([for mail in person.emails : mail.value if mail.primary])`;
    const name = this.props.roleSessionName === "userName" ? "person.user_name" : email;
    const directory = this.local(
      "members",
      `\${{ for id, person in ${people} : id => { user_name = person.user_name, email = ${email}, name = ${name}, first_name = try(person.name[0].given_name, null), last_name = try(person.name[0].family_name, null) } }}`,
    );
    return { groupsOf, directory };
  }

  /** The users by name: those of whom Amazon Connect can make one. The plan warns of all others. */
  private usersOf(groupsOf: string, members: string): string {
    const leftOut = [this.withoutEmail(members), this.withOtherNames(members)];
    const all = [...leftOut, this.withoutNames(members), ...this.listedToo(members)];
    this.warn(
      "in-two-groups",
      members,
      `length(distinct(${groupsOf}[id])) > 1`,
      "These people are members of several groups of usersFrom, and get what the first one in alphabetical order gives: WHO. Remove each from all groups but one; with separate roles, Amazon Connect lets a person in through one of them only.",
    );
    const isLeft = all.map((one) => `!can(${one}[id])`).join(" && ");
    const byName = this.local(
      "members-by-name",
      `\${{ for id, member in ${members} : member.name => id... if ${isLeft} }}`,
    );
    return this.local(
      "users",
      `\${{ for name, ids in ${byName} : name => merge(${members}[ids[0]], { group = sort(${groupsOf}[ids[0]])[0] }) }}`,
    );
  }

  private withoutEmail(members: string): string {
    const sent = this.props.roleSessionName === "userName" ? "user name" : "primary e-mail address";
    return this.warn(
      "without-name",
      members,
      `coalesce(member.name, "-") == "-"`,
      `These members have no ${sent} in Identity Center, so they are left out, and cannot sign in: WHO. Add it.`,
    );
  }

  private withOtherNames(members: string): string {
    return this.warn(
      "with-other-names",
      members,
      `coalesce(member.name, "-") != "-" && !can(regex("^[A-Za-z0-9_.-]{2,64}$|^[A-Za-z0-9_.-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$", substr(coalesce(member.name, "-"), 0, 65))) || length(coalesce(member.name, "-")) > 64`,
      "Amazon Connect takes no user with the names of these members, so they are left out: WHO. A name has 2 to 64 letters, digits and _.-, or is an e-mail address of these. Change what Identity Center sends.",
    );
  }

  private withoutNames(members: string): string {
    return this.warn(
      "without-person",
      members,
      `trimspace(coalesce(member.first_name, " ")) == "" || trimspace(coalesce(member.last_name, " ")) == ""`,
      "These members have no given or family name in Identity Center, which Amazon Connect requires, so they are left out: WHO. Add the names.",
    );
  }

  private listedToo(members: string): string[] {
    const { listedUsers = [] } = this.props;
    if (listedUsers.length === 0) return [];
    const listed = this.local(
      "listed-users",
      Object.fromEntries(listedUsers.map((one) => [literal(one), true])),
    );
    return [
      this.warn(
        "listed-too",
        members,
        `can(${listed}[member.name])`,
        "These members are listed in the config too, and only the stack of the federation makes their users: WHO. Remove them from the config, or from the group.",
      ),
    ];
  }

  /** Makes a local of the members that a condition is true for, and a check that names them. */
  private warn(id: string, members: string, condition: string, message: string): string {
    const found = this.local(
      `members-${id}`,
      `\${{ for id, member in ${members} : id => member.user_name if ${condition} }}`,
    );
    TerraformStack.of(this).addOverride(`check.members_${id.replaceAll("-", "_")}`, {
      assert: [
        {
          condition: `\${length(${found}) == 0}`,
          error_message: message.replace("WHO", `\${join(", ", values(${found}))}`),
        },
      ],
    });
    return found;
  }

  private makeUsers(instanceId: string, sources: string, users: string): ConnectUser {
    const { groups } = this.props;
    const own = Object.values(groups);
    const ofGroup = (key: string) => `\${lookup(${sources}[each.value.group], "${key}", null)}`;
    const user = new ConnectUser(this, "user", {
      instanceId,
      name: "${each.key}",
      identityInfo: {
        firstName: "${each.value.first_name}",
        lastName: "${each.value.last_name}",
        ...(own.some(({ sendEmail }) => sendEmail) && {
          email: `\${lookup(${sources}[each.value.group], "send_email", false) ? each.value.email : null}`,
        }),
      },
      phoneConfig: {
        phoneType: "SOFT_PHONE",
        ...(own.some(({ autoAccept }) => autoAccept !== undefined) && {
          autoAccept: Token.asAny(ofGroup("auto_accept")),
        }),
        ...(own.some(({ afterContactWorkSeconds }) => afterContactWorkSeconds !== undefined) && {
          afterContactWorkTimeLimit: Token.asNumber(ofGroup("after_contact_work_time_limit")),
        }),
      },
      ...(own.some(({ hierarchyGroup }) => hierarchyGroup !== undefined) && {
        hierarchyGroupId: ofGroup("hierarchy_group_id"),
      }),
      routingProfileId: `\${${sources}[each.value.group].routing_profile_id}`,
      securityProfileIds: Token.asList(`\${${sources}[each.value.group].security_profile_ids}`),
      tags: Token.asStringMap(`\${${sources}[each.value.group].tags}`),
    });
    user.addOverride("for_each", `\${${users}}`);
    return user;
  }

  /** Makes a local, which Terraform evaluates once, and returns its name. */
  private local(id: string, value: unknown): string {
    return `local.${new TerraformLocal(this, id, value).friendlyUniqueId}`;
  }
}
