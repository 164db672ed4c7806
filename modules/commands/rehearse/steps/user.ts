import { nearest } from "../../../text";
import { SIGN_IN_ERRORS } from "../../../aws/saml";
import type { Application } from "./application";
import type { RehearsalStep } from "../rehearsal";
import { judged, listed, quoted } from "../step";

/** Whether Connect knows the user, by the exact name, and for this application. */
export function judgeUser(
  name: string,
  { settings: { users, roles, file }, application }: Application,
): RehearsalStep {
  const seen = quoted(name);
  const answer = SIGN_IN_ERRORS.notOnboarded;
  const unknown = (message: string, mend: string) =>
    judged("user", seen, [{ message, answer, mend }]);
  if (/[^\w.@-]/.test(name)) {
    return unknown(
      "has a character that no Connect user name has: letters, digits and _.@-",
      "give the user another e-mail address in Identity Center",
    );
  }
  if (users.length === 0) {
    const remark = `${file} lists no users, so whether Connect has one of this very name is not known here.`;
    return judged("user", seen, [], [remark]);
  }
  const user = users.find(({ email }) => email === name);
  if (user?.applications.includes(application.key)) return judged("user", seen);
  if (user) {
    const others = listed(user.applications);
    if (roles.kind === "shared") {
      const remark = `The config has this user for ${others}, not for ${application.key}; the role is the same, so Connect makes no difference.`;
      return judged("user", seen, [], [remark]);
    }
    return judged("user", seen, [
      {
        message: `is a user of ${others}, not of ${application.key}; Connect ties a user to one role and refuses another`,
        answer: SIGN_IN_ERRORS.otherRole,
        mend: `have the user choose the tile of ${others}, or move the user in the config before the first sign-in`,
      },
    ]);
  }
  const twin = users.find(({ email }) => email.toLowerCase() === name.toLowerCase());
  if (twin) {
    return unknown(
      `differs from the Connect user ${quoted(twin.email)} in letter case, which counts`,
      "write the address the same in Identity Center and in the config",
    );
  }
  const near = nearest(
    name,
    users.map(({ email }) => email),
  );
  return unknown(
    `is no user of ${file}${near === undefined ? "" : `; ${quoted(near)} is`}`,
    `list the user in ${file}, and deploy`,
  );
}
