import { code, text, ui } from "../../../text";
import type { ConsoleValues } from "../values";
import type { Step } from "./step";

/** Steps that try a sign-in through every application. */
export function verifySteps({ applications }: ConsoleValues, region: string): Step[] {
  return [
    ...Object.entries(applications).map(([key, { displayName }]): Step => ({
      id: `verify-${key}`,
      text: text`As a person who is assigned to the application, open the AWS access portal and choose the tile ${code(displayName)}. Amazon Connect opens without asking for a password.`,
    })),
    {
      id: "assertion",
      text: text`If it does not, hold Shift while you choose the tile: the portal shows what it sends. Compare its attributes with this sheet, and the message with the table below. The portal's address is in the Identity Center console in ${code(region)}, under ${ui("Settings")}.`,
    },
  ];
}
