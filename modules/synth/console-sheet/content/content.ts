import { sentName } from "../../../aws/identity-center";
import type { ConsoleSheetInput, SheetUser } from "../input";
import { type Text, unmarked } from "../../../text";
import { type ConsoleValues, consoleValues, sheetAcsUrls } from "../values";
import { type ApplicationSection, applicationSection } from "./application-section";
import { consoleGuide } from "./console-guide";
import { type ErrorRow, errorRows } from "./error-rows";
import { firstAdministrator } from "./first-administrator";
import { flow, type Station } from "./flow";
import { onceSteps } from "./once-steps";
import { leavingText } from "./leaving-text";
import { listedPeople } from "./listed-people";
import { orderOfWork, type Stage } from "./order-of-work";
import { peopleSteps } from "./people-steps";
import { permissionSetErrors } from "./permission-set-errors";
import { permissionSetFlow, type PermissionSets, permissionSets } from "./permission-sets";
import type { Instruction, Step } from "./step";
import { CREDENTIALS, terminalSteps } from "./terminal-steps";
import type { SectionInput } from "./section-input";
import { regionText } from "./region";
import { usersText } from "./users-text";
import { verifySteps, verifyText } from "./verify-steps";

/** A user of the sheet, with its name in Amazon Connect. */
interface ConnectUser extends SheetUser {
  readonly name: string;
}

/** Content of a sheet, which the HTML page and the runbook both show. */
export interface SheetContent {
  readonly title: string;
  readonly values: ConsoleValues;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** True when a config file is behind the sheet, and Terraform's values are its own. */
  readonly hasConfig: boolean;
  readonly order: readonly Stage[];
  readonly flow: readonly Station[];
  readonly credentials: Text;
  readonly once: readonly Step[];
  /** What to do at the console for each application. */
  readonly guide: readonly Instruction[];
  readonly applications: readonly ApplicationSection[];
  /** What stands for applications; `undefined` without permission sets. */
  readonly permissionSets: PermissionSets | undefined;
  readonly terminal: readonly Step[];
  readonly users: readonly ConnectUser[];
  /** Where the users are that are not listed. */
  readonly moreUsers: readonly Text[];
  readonly usersText: readonly Text[];
  /** What becomes of a user who is removed from the config. */
  readonly leavingText: readonly Text[];
  readonly userSteps: readonly Step[];
  readonly people: readonly Step[];
  readonly verify: readonly Step[];
  readonly verifyText: readonly Text[];
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
  const region = {
    code: input.identityCenter?.region ?? instance.region,
    isGuessed: input.identityCenter?.region === undefined,
  };
  const account = input.identityCenter?.accountId;
  const sections = Object.entries(input.applications).map(([key, given]): SectionInput => {
    const own = values.applications[key];
    if (!own) throw new Error(`applications.${key}: has no values`);
    return { key, own, given, region, otherAcsUrl, values };
  });
  const people = listedPeople(input);
  return {
    title: input.name ?? instance.instanceId,
    values,
    facts: [
      { name: "Amazon Connect instance", value: instance.arn },
      { name: "Account of the instance", value: instance.accountId },
      {
        name: "IAM Identity Center",
        value: `${unmarked(regionText(region))}${account === undefined ? "" : `, account ${account}`}`,
      },
    ],
    hasConfig: input.configFile !== undefined,
    order: orderOfWork(input),
    flow: sections.length > 0 ? flow(values, input) : permissionSetFlow(values),
    credentials: CREDENTIALS,
    once: onceSteps(values, region, input),
    guide: consoleGuide(sections),
    applications: sections.map(applicationSection),
    permissionSets: permissionSets(values),
    terminal: terminalSteps(input, values),
    users: people.users.map((user) => ({
      ...user,
      name: user.connectUserName ?? sentName(user, input.roleSessionName),
    })),
    moreUsers: people.more,
    usersText: usersText(input),
    leavingText: leavingText(input, values),
    userSteps: [firstAdministrator(values)],
    people: peopleSteps(values, region, input),
    verify: verifySteps(values),
    verifyText: verifyText(region, input),
    errors:
      sections.length > 0 ? errorRows(values, input, otherAcsUrl) : permissionSetErrors(values),
  };
}

/** Lists every step with a check box, in the order of the sheet. */
export function stepsOf(content: SheetContent): Step[] {
  const { once, applications, permissionSets, terminal, userSteps, people, verify } = content;
  const own = applications.flatMap(({ steps }) => steps);
  const sets = permissionSets?.steps ?? [];
  return [...once, ...own, ...sets, ...terminal, ...userSteps, ...people, ...verify];
}
