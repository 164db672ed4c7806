import { code, link, text, ui } from "../../../text";
import type { ConsoleValues } from "../values";
import { connectUrl } from "./console-urls";
import type { Step } from "./step";

/**
 * The step that lets the first administrator in, before anybody can sign in to the admin website.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonConnectReadOnlyAccess.html
 * names the permission for it, `connect:AdminGetEmergencyAccessToken`
 */
export function firstAdministrator(values: ConsoleValues): Step {
  return {
    id: "first-administrator",
    text: text`The first administrator has a user with the security profile ${code("Admin")}. Until one can sign in through the tile, the admin website opens only from ${link(connectUrl(values), "the Amazon Connect console")}: choose the instance, and ${ui("Log in for emergency access")}.`,
  };
}
