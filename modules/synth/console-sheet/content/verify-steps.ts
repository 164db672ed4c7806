import type { ConsoleSheetInput } from "../input";
import { code, listed, type Text, text, ui } from "../../../text";
import type { ConsoleValues } from "../values";
import { type Region, regionText } from "./region";
import type { Step } from "./step";

/** The step that tries a sign-in. */
export function verifySteps({ applications, permissionSets = {} }: ConsoleValues): Step[] {
  const tiles = Object.values(applications).map(({ displayName }) => code(displayName));
  const sets = Object.keys(permissionSets).map(code);
  const step = (id: string, what: Text): Step => ({ id, text: what });
  return [
    ...(tiles.length > 0
      ? [
          step(
            "verify",
            text`As a person who is assigned to the application, open the AWS access portal and choose the tile: ${listed(tiles)}. Amazon Connect opens without asking for a password.`,
          ),
        ]
      : []),
    ...(sets.length > 0
      ? [
          step(
            "verify-permission-set",
            text`As one test user of ${listed(sets)}, open the shortcut link. Amazon Connect opens without asking for a password. This is the preview: until you have seen it, nobody has confirmed it for your organization.`,
          ),
        ]
      : []),
  ];
}

/** Says how to find out what is wrong, before the table of failures. */
export function verifyText(region: Region, input: ConsoleSheetInput): Text[] {
  const { applications, trace } = input;
  const hasTiles = Object.keys(applications).length > 0;
  const rehearse = hasTiles ? input.rehearse : undefined;
  return [
    ...(hasTiles ? [whatThePortalSends(region)] : []),
    ...(rehearse === undefined
      ? []
      : [
          text`Or save what the browser posts to the sign-in URL, the field ${code("SAMLResponse")}, in a file, and have the person at the terminal run ${code(rehearse)}: it names the step that fails, and the fix. Treat the file like a password: for five minutes, it signs in whoever has it. Where the portal itself shows an error, there is no such field: look the words up below. With ${code("--capture")} in place of the file, it shows a page that explains how to get the response. Within five minutes of the sign-in, ${code("--live")} has AWS itself answer.`,
        ]),
    ...(trace === undefined
      ? []
      : [
          text`Without a file, ${code(trace)} says some minutes later what AWS and Amazon Connect answered to one person: ${code("NAME")} is the user name in Amazon Connect.`,
        ]),
    text`Messages of Terraform, its AWS provider and AWS itself, which the person at the terminal sees, are in ${code("docs/troubleshooting.md")} of connect-sso, with cause and fix.`,
  ];
}

function whatThePortalSends(region: Region): Text {
  return text`Hold Shift while you choose the tile: the portal shows what it sends. Compare its attributes with this sheet, and the message with the list below. The portal's address is in the Identity Center console in ${regionText(region)}, under ${ui("Settings")}.`;
}
