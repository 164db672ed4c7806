import { TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

import { groupsOfTerraform, type InstanceSettings } from "../../config";
import { GroupUsers } from "../../constructs/connect-users";
import { identityCenterArn } from "../../aws/identity-center";
import { adopt, peopleImports } from "./imports";
import { InstanceStack } from "./instance-stack";
import { hideTokens } from "./tokens-as-text";

const PROFILE = "var.identity_center_profile";

/**
 * Stack `<instance>-people` for users of the instance who are members of groups in Identity Center. It
 * takes the credentials of both accounts: those of the instance as every stack does, and those of
 * Identity Center from a named profile, where they are others.
 */
export class PeopleStack extends InstanceStack {
  public constructor(scope: Construct, given: InstanceSettings) {
    super(scope, `${given.name}-people`, given.instance, given.backend);
    const settings = hideTokens(given);
    const { instance, identityCenter, applications, users, userGroups, tags } = settings;
    const [arn] = applications.flatMap(({ applicationArn }) => applicationArn ?? []);
    const { accountId } = given.identityCenter;
    const profile = new TerraformVariable(this, "identity-center-profile", {
      type: "string",
      default: "",
      description:
        "Profile with the credentials of the account of Identity Center, if they are others than those of the instance.",
    });
    profile.overrideLogicalId("identity_center_profile");
    const provider = this.addProvider({
      region: identityCenter.region,
      alias: "identity_center",
      ...(accountId !== undefined && { accountId }),
      profile: `\${${PROFILE} == "" ? null : ${PROFILE}}`,
    });
    new GroupUsers(this, "people", {
      instanceArn: instance.arn,
      groups: Object.fromEntries(
        userGroups.map(({ group, emailInConnect, ...own }) => [
          group,
          { ...own, ...(emailInConnect && { sendEmail: true }) },
        ]),
      ),
      identityCenter: provider,
      ...(arn !== undefined && { identityCenterArn: identityCenterArn(arn) }),
      roleSessionName: settings.roleSessionName,
      listedUsers: users.map(({ connectUserName }) => connectUserName),
      ...(settings.maxRemovals !== undefined && { maxRemovals: settings.maxRemovals }),
      tags,
    });
    adopt(this, peopleImports(settings));
  }

  /** Returns true when the config names a group whose members are users that Terraform manages. */
  public static isDue(settings: InstanceSettings): boolean {
    return groupsOfTerraform(settings).length > 0;
  }
}
