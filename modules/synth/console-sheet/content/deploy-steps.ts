import type { ConsoleSheetInput } from "../input";
import { code, text } from "../../../text";
import type { Step } from "./step";

/** Commands that deploy, in their order. */
export function deploySteps({ deploy = [] }: ConsoleSheetInput): Step[] {
  return deploy.map(({ command, accountId }, index) => ({
    id: `deploy-${String(index)}`,
    text: text`With credentials of account ${code(accountId)}:`,
    fields: [{ label: "Command", value: command }],
  }));
}
