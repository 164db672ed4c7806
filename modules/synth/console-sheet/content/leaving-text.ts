import { code, type Text, text, ui } from "../../../text";
import type { ConsoleSheetInput } from "../input";

/**
 * Says what becomes of a user who leaves, where Terraform removes users.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/delete-users.html
 */
export function leavingText({ users = [], configFile }: ConsoleSheetInput): Text[] {
  if (users.length === 0 || configFile === undefined) return [];
  return [
    text`Who leaves: remove the person from the groups or disable the user in Identity Center first, which closes the tile. To sign the person out of Amazon Connect at once, run ${code("aws connect delete-all-entity-sessions")} with the user's ID, while the user exists; otherwise an open session goes on, for up to 12 hours. Then remove the user from the config and deploy: Terraform deletes the user in Amazon Connect, which cannot be undone. Contact records and reports keep the name; delete the user's quick connect under ${ui("Quick connects")} too.`,
  ];
}
