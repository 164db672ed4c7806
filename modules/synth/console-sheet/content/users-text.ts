import type { ConsoleSheetInput } from "../input";
import { code, type Text, text, ui } from "../../../text";

/** Paragraphs on the users that must exist in Amazon Connect, before their table if there is one. */
export function usersText({ users = [] }: ConsoleSheetInput): Text[] {
  const rule = text`Connect lets in whoever has a user of exactly the name that Identity Center sends, which is the e-mail address there. Letter case counts.`;
  return users.length > 0
    ? [rule, text`Terraform makes these users when it deploys:`]
    : [
        rule,
        text`Make them by hand: on the Amazon Connect admin website choose ${ui("Users")}, ${ui("User management")}, ${ui("Add new users")}; enter the e-mail address as the login name, and choose the routing profile and the security profile, ${code("Agent")} for agents. Or list them under ${code("users")} in the config, and Terraform makes them.`,
      ];
}
