import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { code, text } from "../../../text";
import type { ConsoleValues } from "../values";
import type { ErrorRow } from "./error-rows";

/** Composes the table of failures where nobody signs in through an application. */
export function permissionSetErrors({
  instance,
  permissionSets: sets = {},
}: ConsoleValues): ErrorRow[] {
  const names = Object.values(sets).map((one) => one.permissionSetName);
  return [
    {
      message: SIGN_IN_FAILURES.notOnboarded.answer.text,
      kind: "words",
      cause: text`There is no user in Amazon Connect whose name is exactly the user name in Identity Center, or the user has signed in through another role before.`,
      fix: text`Compare the two names with upper and lower case. If they are the same, delete the user in Amazon Connect and create it again.`,
    },
    {
      message: SIGN_IN_FAILURES.accessDenied.answer.text,
      kind: "words",
      cause: text`The permission set has no permission for this instance, or the session is that of another role.`,
      fix: text`Deploy the assignments again, and open the shortcut link: the role must be ${code(names.join(", "))}, and the instance ${code(instance.instanceId)}.`,
    },
    {
      message: `The access portal does not show account ${instance.accountId}`,
      kind: "sight",
      cause: text`The person is in no assigned group, or only in a nested one, or the assignment is not done yet.`,
      fix: text`Make the person a direct member of an assigned group, and wait for some minutes.`,
    },
    {
      message: "The AWS Management Console opens instead of Amazon Connect",
      kind: "sight",
      cause: text`The permission set has another relay state, or the link lacks its end.`,
      fix: text`Copy the shortcut link as it stands in this sheet, and deploy the assignments again.`,
    },
  ];
}
