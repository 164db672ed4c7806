import type { ConsoleSheetInput } from "../input";
import { code, text } from "../../../text";
import type { Step } from "./step";

/** Steps with the commands that deploy, in the order in which to run them. */
export function deploySteps({ deploy = [] }: ConsoleSheetInput): Step[] {
  return deploy.map(({ command, accountId }, index) => ({
    id: `deploy-${String(index)}`,
    text: text`With credentials of account ${code(accountId)}:`,
    fields: [{ label: "Command", value: command }],
  }));
}
