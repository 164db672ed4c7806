import type { InstanceSettings } from "../../../config";
import { nearest } from "../../../text";
import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import { type Application, fixOf } from "./application";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, stepResult } from "../step";

/** Checks that Connect has a user with exactly this name, for this application. */
export function checkUser(name: string, of: Application): RehearsalStep {
  const { settings, application } = of;
  const { users, roles, file, roleSessionName } = settings;
  const { what } = SESSION_NAME_ATTRIBUTES[roleSessionName];
  const seen = quoted(name);
  const unknownUser = (message: string, fix: string) =>
    stepResult("user", seen, [refused("notOnboarded", message, fix)]);
  if (/[^\w.@-]/.test(name)) {
    return unknownUser(
      "has a character other than letters, digits and _.@-, which a Connect user name cannot have",
      `give the user another ${what} in Identity Center`,
    );
  }
  if (users.length === 0) {
    const problem = {
      kind: "unverified",
      message: `${file} lists no users, so whether Connect has one of the same name is not known here`,
      needs: "a look at the users in Amazon Connect, or a list of them in the config",
      decisive: false,
    } as const;
    return stepResult("user", seen, [problem], unlikeAddress(name, settings));
  }
  const user = users.find(({ connectUserName }) => connectUserName === name);
  if (user?.applications.includes(application.key)) return stepResult("user", seen);
  if (user) {
    const others = listed(user.applications);
    if (roles.kind === "shared") {
      const remark = `The config has this user for ${others}, not for ${application.key}; the role is the same, so this makes no difference to Connect.`;
      return stepResult("user", seen, [], [remark]);
    }
    return stepResult("user", seen, [
      {
        kind: "unverified",
        message: `is a user of ${others}, not of ${application.key}; Connect ties a user to the role of the first sign-in and refuses another`,
        needs: `the role through which the user signed in first: in CloudTrail, or by asking the user which tile was chosen`,
        fix: `have the user choose the tile of ${others}, or move the user in the config before the first sign-in`,
      },
    ]);
  }
  const other = users.find(({ email, userName }) => [email, userName].includes(name));
  if (other) {
    const sent = roleSessionName === "email" ? "userName" : "email";
    return unknownUser(
      `is the ${SESSION_NAME_ATTRIBUTES[sent].what} of the user ${quoted(other.connectUserName)}, but by the config the application sends the ${what}`,
      `${fixOf(of, "sessionNameMissing")}, or set roleSessionName: ${sent} in ${file} and deploy`,
    );
  }
  const twin = users.find((one) => one.connectUserName.toLowerCase() === name.toLowerCase());
  if (twin) {
    return unknownUser(
      `differs from the Connect user ${quoted(twin.connectUserName)} only in upper and lower case, which Connect distinguishes`,
      `write the ${what} the same in Identity Center and in the config`,
    );
  }
  const near = nearest(
    name,
    users.map(({ connectUserName }) => connectUserName),
  );
  return stepResult("user", seen, [
    {
      kind: "unverified",
      message: `is not a user of ${file}${near === undefined ? "" : `; ${quoted(near)} is`}; Connect may have it all the same`,
      needs: "a look at the users in Amazon Connect",
      fix: `list the user in ${file} and deploy`,
    },
  ]);
}

/** Remarks on a name without an @ where the config says that the e-mail address is sent. */
function unlikeAddress(name: string, { roleSessionName, file }: InstanceSettings): string[] {
  return roleSessionName === "email" && !name.includes("@")
    ? [
        `This is not an e-mail address, but by ${file} the application sends the e-mail address. If it sends the user name on purpose, set roleSessionName: userName.`,
      ]
    : [];
}
