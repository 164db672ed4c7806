import { code, link, listed, type Text, text, ui } from "../../../text";
import type { ConsoleSheetInput } from "../input";
import type { ConsoleValues, PermissionSetValues } from "../values";
import { identityCenterUrl } from "./console-urls";
import type { Region } from "./region";
import type { Step } from "./step";

/**
 * Steps that give people their tiles and a way to sign in to the portal.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/userswithoutpwd.html
 */
export function peopleSteps(
  values: ConsoleValues,
  region: Region,
  { users = [], configFile, roleSessionName }: ConsoleSheetInput,
): Step[] {
  const created = users.filter(({ createInIdentityCenter }) => createInIdentityCenter);
  const console = link(identityCenterUrl(values, region.code), "the Identity Center console");
  const names =
    roleSessionName === "userName"
      ? "a primary e-mail address, and with the user name that is the name in Amazon Connect, in exactly that spelling"
      : "a primary e-mail address, in exactly the spelling of the name in Amazon Connect";
  const noPassword =
    created.length === 0
      ? []
      : text` Users that Terraform creates have no password and get no mail, unless ${ui("Send email OTP for users created from API")} is on in ${ui("Settings")}, ${ui("Authentication")}: for each of them choose ${ui("Reset password")}.`;
  return [
    {
      id: "people-users",
      text: text`Under ${ui("Users")} in ${console}, each person has a user with ${names}, and has accepted the invitation or has a password.${noPassword}`,
    },
    {
      id: "people-assigned",
      text: text`Each person is assigned to one application: as a user, or as a direct member of a group that is. Members of a nested group do not count.${Object.values(
        values.applications,
      ).flatMap((one) => assignees(one, configFile !== undefined))}${Object.values(
        values.permissionSets ?? {},
      ).flatMap(holders)}${
        configFile === undefined
          ? []
          : text` Groups that Terraform creates have only the users that it creates: add all others under ${ui("Groups")}.`
      }`,
    },
  ];
}

function assignees(
  { displayName, groups, users }: ConsoleValues["applications"][string],
  hasConfig: boolean,
): Text {
  const names = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  if (names.length > 0) {
    return text` Terraform assigns ${listed(names.map(code))} to ${code(displayName)}.`;
  }
  return text` For ${code(displayName)}, choose ${ui("Assign users and groups")} on the application's page${hasConfig ? ", or name them in the config under assign, and Terraform assigns them" : ""}.`;
}

function holders({ permissionSetName, groups, users }: PermissionSetValues): Text {
  const names = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  return names.length > 0
    ? text` Terraform assigns ${listed(names.map(code))} to the permission set ${code(permissionSetName)}.`
    : text` Name groups or users of the permission set ${code(permissionSetName)} in the config under assign.`;
}

/** Says in the table of users who creates a user in Identity Center. */
export function inDirectory(createInIdentityCenter = false): string {
  return createInIdentityCenter ? "Terraform creates it" : "must exist";
}
