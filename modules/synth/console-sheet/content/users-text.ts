import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import type { ConsoleSheetInput } from "../input";
import { code, listed, type Text, text, ui } from "../../../text";

/** Paragraphs about the users that must exist in Amazon Connect, shown before the users' table. */
export function usersText({
  users = [],
  userGroups = [],
  configFile,
  roleSessionName = "email",
  usersApply,
  permissionSets = {},
}: ConsoleSheetInput): Text[] {
  const differs = roleSessionName === "email" && Object.keys(permissionSets).length > 0;
  const sent = SESSION_NAME_ATTRIBUTES[roleSessionName].what;
  const rule = text`Amazon Connect lets a person in when it has a user with exactly the name that Identity Center sends: the person's ${sent} in Identity Center. ${differs ? "Through a permission set, it is the user name. " : ""}Upper and lower case count.`;
  const members =
    userGroups.length === 0
      ? []
      : [
          text`The direct members of ${userGroups.length === 1 ? "the group" : "the groups"} ${listed(userGroups.map(code))} in Identity Center are users too: ${usersApply === undefined ? "Terraform" : code(usersApply)} creates them, and follows who joins and leaves.`,
        ];
  return users.length + members.length > 0
    ? [rule, ...members, ...(users.length > 0 ? [createdBy(usersApply)] : [])]
    : [
        rule,
        text`Create them by hand: on the Amazon Connect admin website choose ${ui("Users")}, ${ui("User management")}, ${ui("Add new users")}; enter the ${sent} as the login name, and choose the routing profile and the security profile: ${code("Agent")} for agents, ${code("Admin")} for administrators.${configFile === undefined ? [] : text` Or list them under ${code("users")} in the config, and Terraform creates them.`}`,
      ];
}

function createdBy(usersApply: string | undefined): Text {
  return usersApply === undefined
    ? text`Terraform creates these users when it deploys:`
    : text`${code(usersApply)} creates these users:`;
}
