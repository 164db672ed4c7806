import type { TerraformProvider } from "cdktf";

import type { RoleSessionName } from "../../aws/identity-center";
import type { ConnectUserProps } from "./props";

/** What each member of a group has as a user of an Amazon Connect instance. */
export interface GroupUserProps extends Pick<
  ConnectUserProps,
  | "routingProfile"
  | "securityProfiles"
  | "hierarchyGroup"
  | "autoAccept"
  | "afterContactWorkSeconds"
  | "tags"
> {
  /**
   * Set to `true` to give Amazon Connect the e-mail address in addition to the name.
   *
   * @default false
   */
  readonly sendEmail?: boolean;
}

/** Properties of `GroupUsers`. */
export interface GroupUsersProps {
  /** ARN of the Amazon Connect instance, as plain text or a Terraform token. */
  readonly instanceArn: string;
  /** Groups by display name or ID, with what their members have. */
  readonly groups: Readonly<Record<string, GroupUserProps>>;
  /** AWS provider of the account and primary region of Identity Center. */
  readonly identityCenter: TerraformProvider;
  /**
   * ARN of the Identity Center instance.
   *
   * @default - the only one in the account and region
   */
  readonly identityCenterArn?: string;
  /**
   * What Identity Center sends as the role session name, which is the user name in Amazon Connect.
   *
   * @default "email"
   */
  readonly roleSessionName?: RoleSessionName;
  /**
   * Names of users who are made elsewhere, and not here.
   *
   * @default - none
   */
  readonly listedUsers?: readonly string[];
  /**
   * Number of users that one deployment may remove.
   *
   * @default - a tenth of them, but at least 5
   */
  readonly maxRemovals?: number;
  /**
   * Tags of all users.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}
