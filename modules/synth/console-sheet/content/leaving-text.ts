import { code, type Text, text, ui } from "../../../text";
import type { ConsoleSheetInput } from "../input";
import type { ConsoleValues } from "../values";

/**
 * Says what becomes of a user who leaves.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/delete-users.html
 */
export function leavingText(
  { users = [], userGroups = [], usersApply, configFile }: ConsoleSheetInput,
  { instance: { instanceId, region } }: ConsoleValues,
): Text[] {
  if (configFile === undefined) return [];
  const ofInstance = `--instance-id ${instanceId} --region ${region}`;
  const isListed = users.length > 0;
  const apply = usersApply === undefined ? text`deploy` : text`run ${code(usersApply)}`;
  const deletion =
    isListed || userGroups.length > 0
      ? text`Then ${isListed ? "remove the user from the config and " : ""}${apply}: that deletes the user in Amazon Connect`
      : text`Then delete the user on the Amazon Connect admin website, under ${ui("Users")}, ${ui("User management")}`;
  return [
    text`Who leaves: remove the person from the groups or disable the user in Identity Center first, which closes the tile. To sign the person out of Amazon Connect at once, run ${code(`aws connect delete-all-entity-sessions ${ofInstance} --entity-type USER --entity-id ID`)} while the user exists, with the ID that ${code(`aws connect list-users ${ofInstance}`)} shows; otherwise an open session goes on, for up to 12 hours. ${deletion}, which cannot be undone. Contact records and reports keep the name; delete the user's quick connect under ${ui("Quick connects")} too.`,
  ];
}
