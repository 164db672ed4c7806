import { type Text, text, ui } from "../../../text";
import type { ConsoleSheetInput } from "../input";

/** A part of the work, and who does it. */
export interface Stage {
  readonly who: string;
  readonly what: Text;
}

/** Lists the parts of the work in order. Two people may share it: one at the console, one at a terminal. */
export function orderOfWork({ applications, deploy = [], users = [] }: ConsoleSheetInput): Stage[] {
  const terminal =
    deploy.length > 0
      ? text`Enter what came back in the config, synthesize once more, and deploy twice: ${ui("At the terminal")}.`
      : text`Enter what came back in your CDKTF app, and deploy it.`;
  const people: Stage[] = [
    {
      who: "Console",
      what: text`${users.length > 0 ? "See to the first administrator" : "Create the users and the first administrator"} in Amazon Connect, and see to the people in Identity Center.`,
    },
    { who: "Everybody", what: text`Sign in: ${ui("Verify")}.` },
  ];
  if (Object.keys(applications).length === 0) {
    const what = text`Check the ${ui("Prerequisites")}, and deploy: ${ui("At the terminal")}. Nothing is entered in the Identity Center console.`;
    return [{ who: "Terminal", what }, ...people];
  }
  return [
    {
      who: "Console",
      what: text`Check the ${ui("Prerequisites")}. Add the applications in one visit, and send back a metadata file and an ARN for each: ${ui("The applications")}.`,
    },
    { who: "Terminal", what: terminal },
    ...people,
  ];
}
