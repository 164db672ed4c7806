import type { ConsoleSheetInput, SheetUser } from "../input";
import type { Text } from "../../../text";
import { type ConsoleValues, consoleValues, sheetAcsUrls } from "../values";
import { type ApplicationSection, applicationSection } from "./application-section";
import { deploySteps } from "./deploy-steps";
import { type ErrorRow, errorRows } from "./error-rows";
import { onceSteps } from "./once-steps";
import type { Step } from "./step";
import { usersText } from "./users-text";
import { verifySteps } from "./verify-steps";

/** Content of a sheet, which the HTML page and the runbook both show. */
export interface SheetContent {
  readonly title: string;
  readonly values: ConsoleValues;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly once: readonly Step[];
  readonly applications: readonly ApplicationSection[];
  readonly deploy: readonly Step[];
  readonly users: readonly SheetUser[];
  readonly usersText: readonly Text[];
  readonly verify: readonly Step[];
  readonly errors: readonly ErrorRow[];
}

/**
 * Composes the content of a sheet.
 *
 * @throws Error when `consoleValues` refuses the input
 */
export function sheetContent(input: ConsoleSheetInput): SheetContent {
  const values = consoleValues(input);
  const { instance } = values;
  const { otherAcsUrl } = sheetAcsUrls(input);
  const region = input.identityCenter?.region ?? instance.region;
  const account = input.identityCenter?.accountId;
  return {
    title: input.name ?? instance.instanceId,
    values,
    facts: [
      { name: "Amazon Connect instance", value: instance.arn },
      { name: "Account of the instance", value: instance.accountId },
      {
        name: "IAM Identity Center",
        value: account === undefined ? region : `${region}, account ${account}`,
      },
    ],
    once: onceSteps(values, region, input),
    applications: Object.entries(input.applications).map(([key, given]) => {
      const own = values.applications[key];
      if (!own) throw new Error(`applications.${key}: has no values`);
      return applicationSection({ key, own, given, input, region, otherAcsUrl, values });
    }),
    deploy: deploySteps(input),
    users: input.users ?? [],
    usersText: usersText(input),
    verify: verifySteps(values, region),
    errors: errorRows(values, otherAcsUrl),
  };
}
