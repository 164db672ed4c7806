import { nearest } from "../../../text";
import { SIGN_IN_FAILURES } from "../../../aws/saml";
import type { Application } from "./application";
import type { RehearsalStep } from "../rehearsal";
import { stepResult, listed, quoted } from "../step";

/** Checks that Connect has a user with exactly this name, for this application. */
export function checkUser(
  name: string,
  { settings: { users, roles, file }, application }: Application,
): RehearsalStep {
  const seen = quoted(name);
  const answer = SIGN_IN_FAILURES.notOnboarded.answer;
  const unknownUser = (message: string, fix: string) =>
    stepResult("user", seen, [{ message, answer, fix }]);
  if (/[^\w.@-]/.test(name)) {
    return unknownUser(
      "has a character other than letters, digits and _.@-, which a Connect user name cannot have",
      "give the user another e-mail address in Identity Center",
    );
  }
  if (users.length === 0) {
    const remark = `${file} lists no users, so whether Connect has one of the same name is not known here.`;
    return stepResult("user", seen, [], [remark]);
  }
  const user = users.find(({ email }) => email === name);
  if (user?.applications.includes(application.key)) return stepResult("user", seen);
  if (user) {
    const others = listed(user.applications);
    if (roles.kind === "shared") {
      const remark = `The config has this user for ${others}, not for ${application.key}; the role is the same, so this makes no difference to Connect.`;
      return stepResult("user", seen, [], [remark]);
    }
    return stepResult("user", seen, [
      {
        message: `is a user of ${others}, not of ${application.key}; Connect ties a user to one role and refuses another`,
        answer: SIGN_IN_FAILURES.otherRole.answer,
        fix: `have the user choose the tile of ${others}, or move the user in the config before the first sign-in`,
      },
    ]);
  }
  const twin = users.find(({ email }) => email.toLowerCase() === name.toLowerCase());
  if (twin) {
    return unknownUser(
      `differs from the Connect user ${quoted(twin.email)} only in upper and lower case, which Connect distinguishes`,
      "write the address the same in Identity Center and in the config",
    );
  }
  const near = nearest(
    name,
    users.map(({ email }) => email),
  );
  return unknownUser(
    `is not a user of ${file}${near === undefined ? "" : `; ${quoted(near)} is`}`,
    `list the user in ${file} and deploy`,
  );
}
