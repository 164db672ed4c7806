import type { RefusedStep } from "../../../aws/saml";
import type { PermissionSetSession } from "./permission-set-session";

/** Says what the proof of a session will do, in one paragraph, before it does it. */
export function sessionAnnouncement(session: PermissionSetSession): string {
  const { settings, permissionSet, userName, roleName } = session;
  const { instanceId, region } = settings.instance;
  return [
    `Preview: --live asks with the session of the permission set ${permissionSet.name} for connect:GetFederationToken on instance ${instanceId} in ${region}, which signs ${JSON.stringify(userName)} in.`,
    `If that is the user's first sign-in, Amazon Connect ties the user to the role ${roleName}.`,
    "Credentials are neither shown nor kept. CloudTrail records the call.",
  ].join(" ");
}

/** Says what to do about a step that refused the session of a permission set; a clause. */
export function sessionFix(
  step: RefusedStep | undefined,
  { settings, permissionSet, userName }: PermissionSetSession,
): string {
  const assignments = `${settings.name}-assignments`;
  switch (step) {
    case "user":
      return `make sure that Amazon Connect has a user with exactly the name ${JSON.stringify(userName)}; if it has and the user signed in through another role before, delete the user there and create it again`;
    case "permission":
      return `deploy ${assignments}, and wait until Identity Center has provisioned the permission set ${permissionSet.name}`;
    default:
      return `compare ${settings.file} with the account, and deploy ${assignments}`;
  }
}
