import { SESSION_DURATION } from "../iam";

/**
 * What a permission set takes as its relay state.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
 */
const RELAY_STATE = { max: 240, pattern: /^[\w&$@#\\/%?=~\-'"|!:,.;*+[\] (){}]+$/ } as const;

/** Says what is wrong with the relay state of a permission set; `undefined` when nothing is. */
export function permissionSetRelayStateProblem(url: string): string | undefined {
  if (url.length > RELAY_STATE.max) {
    return `leads to a relay state of ${String(url.length)} characters; a permission set takes at most ${String(RELAY_STATE.max)}; shorten the destination, or sign in through an application`;
  }
  return RELAY_STATE.pattern.test(url)
    ? undefined
    : "leads to a relay state with characters that a permission set does not take; choose another destination, or sign in through an application";
}

/**
 * Says what is wrong with the session duration of a permission set, in seconds; `undefined` when nothing
 * is.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
 */
export function permissionSetSessionProblem(seconds: number): string | undefined {
  return seconds < SESSION_DURATION.roleMin
    ? "is shorter than 1 hour, and a permission set takes no less; set 1h or more"
    : seconds % 60 === 0
      ? undefined
      : "is not a number of whole minutes, as a permission set takes; set a multiple of 60";
}

/** Writes a number of seconds, whole minutes, as ISO 8601 does: `PT12H`, `PT1H30M`. */
export function isoDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `PT${hours > 0 ? `${String(hours)}H` : ""}${minutes > 0 ? `${String(minutes)}M` : ""}`;
}

/** Form of the address of an access portal, with or without a slash at its end. */
export const PORTAL_URL_PATTERN = /^https:\/\/[a-z0-9.-]+(?:\/[\w./-]*)?$/;

/** Says what is wrong with the address of the access portal; `undefined` when nothing is. */
export function portalUrlProblem(url: string): string | undefined {
  return PORTAL_URL_PATTERN.test(url)
    ? undefined
    : "is not the address of an access portal, such as https://d-1234567890.awsapps.com/start; copy the AWS access portal URL from Settings in the Identity Center console";
}

/** What a shortcut link of the access portal leads to. */
export interface ShortcutTarget {
  /** Account that the role is in. */
  readonly accountId: string;
  /** Name of the permission set, which the portal calls the role. */
  readonly permissionSet: string;
  /** Page of the console to open. */
  readonly destination: string;
}

/**
 * Returns what follows the address of the access portal in a shortcut link, which opens an account
 * through a permission set at once.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function shortcut({ accountId, permissionSet, destination }: ShortcutTarget): string {
  const role = encodeURIComponent(permissionSet);
  return `/#/console?account_id=${accountId}&role_name=${role}&destination=${encodeURIComponent(destination)}`;
}

/** Returns the shortcut link of an access portal. */
export function shortcutLink(portalUrl: string, target: ShortcutTarget): string {
  return `${portalUrl.replace(/\/+$/, "")}${shortcut(target)}`;
}

/** Start of the name of the role that Identity Center creates in an account for a permission set. */
export function reservedRolePrefix(permissionSet: string): string {
  return `AWSReservedSSO_${permissionSet}_`;
}

/** Form of the ARN of an Identity Center instance. */
export const IDENTITY_CENTER_ARN_PATTERN =
  /^arn:aws(?:-[a-z]{1,5}){0,3}:sso:::instance\/(?:sso)?ins-[a-zA-Z0-9.-]{16}$/;

/** Says what is wrong with the ARN of an Identity Center instance; `undefined` when nothing is. */
export function identityCenterArnProblem(arn: string): string | undefined {
  return IDENTITY_CENTER_ARN_PATTERN.test(arn)
    ? undefined
    : "is not the ARN of an IAM Identity Center instance (arn:aws:sso:::instance/ssoins-<16 characters>); copy it from Settings in the Identity Center console";
}

/**
 * Form of the ARN of a permission set, which has the ID of its Identity Center instance.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html
 */
export const PERMISSION_SET_ARN_PATTERN =
  /^arn:(aws(?:-[a-z]{1,5}){0,3}):sso:::permissionSet\/((?:sso)?ins-[a-zA-Z0-9.-]{16})\/ps-[a-zA-Z0-9./-]{16}$/;

/** Says what is wrong with the ARN of a permission set; `undefined` when nothing is. */
export function permissionSetArnProblem(arn: string): string | undefined {
  return PERMISSION_SET_ARN_PATTERN.test(arn)
    ? undefined
    : "is not the ARN of a permission set, such as arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef; copy it from the permission set in the Identity Center console";
}

/**
 * Returns the ARN of the Identity Center instance that a permission set is in.
 *
 * @throws Error when the ARN is not that of a permission set
 */
export function instanceOfPermissionSet(arn: string): string {
  const [, partition, id] = PERMISSION_SET_ARN_PATTERN.exec(arn) ?? [];
  if (partition === undefined || id === undefined)
    throw new Error(`${arn} is not the ARN of a permission set`);
  return `arn:${partition}:sso:::instance/${id}`;
}
