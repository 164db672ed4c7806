import { isDeepStrictEqual } from "node:util";

import { PARTITIONS, isPartitionName } from "../../aws";
import { SIGN_IN_FAILURES, type SignInAnswer, type SignInFailure } from "../../aws/saml";
import type { ConsoleSheetInput, SheetApplication, SheetUser } from "./input";
import { code, type Inline, link, listed, sentence, type Text, text, ui } from "./text";
import { type ApplicationValues, type ConsoleValues, consoleValues } from "./values";

/** A value to copy or to compare, under the console's name for it. */
export interface Field {
  readonly label: string;
  readonly value: string;
  /** Several lines, such as a part of a config file. */
  readonly block?: boolean;
}

/** One thing to do, which can be ticked. */
export interface Step {
  /** Names the step for good, within its sheet. */
  readonly id: string;
  readonly text: Text;
  readonly fields?: readonly Field[];
  /** Rows of the attribute mapping table. */
  readonly mappings?: ApplicationValues["attributeMappings"];
  /** Whether the config tells already that it is done. */
  readonly done?: boolean;
}

export interface ApplicationSection {
  readonly key: string;
  readonly displayName: string;
  /** Whether the config has all that comes back from the console. */
  readonly done: boolean;
  /** What that is, or what is still to come. */
  readonly status: string;
  readonly steps: readonly Step[];
  /** What comes back from the console, and the config lines that take it. */
  readonly returns: readonly Step[];
  /** The stations of a sign-in, in their order. */
  readonly flow: readonly { readonly where: string; readonly what: Text }[];
}

export interface ErrorRow {
  readonly message: string;
  /** `sight`: the message is a description, not to be shown as a quotation. */
  readonly kind: SignInAnswer["kind"];
  readonly cause: Text;
  readonly fix: Text;
}

/** Everything that a sheet says; the HTML page and the runbook say it in their ways. */
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

export function sheetContent(input: ConsoleSheetInput): SheetContent {
  const values = consoleValues(input);
  const { instance, applications } = values;
  const keys = Object.keys(applications);
  const region = input.identityCenter?.region ?? instance.region;
  const sections = keys.flatMap((key) => {
    const own = applications[key];
    const given = input.applications[key];
    return own && given ? [section({ key, own, given, input, region, values })] : [];
  });
  return {
    title: input.name ?? instance.instanceId,
    values,
    facts: [
      { name: "Amazon Connect instance", value: instance.arn },
      { name: "Account of the instance", value: instance.accountId },
      {
        name: "IAM Identity Center",
        value: `${region}${input.identityCenter?.accountId === undefined ? "" : `, account ${input.identityCenter.accountId}`}`,
      },
    ],
    once: onceSteps(values, region, input),
    applications: sections,
    deploy: deploySteps(input),
    users: input.users ?? [],
    usersText: usersText(input),
    verify: verifySteps(values, region),
    errors: errorRows(values),
  };
}

interface SectionInput {
  readonly key: string;
  readonly own: ApplicationValues;
  readonly given: SheetApplication;
  readonly input: ConsoleSheetInput;
  readonly region: string;
  readonly values: ConsoleValues;
}

function section(of: SectionInput): ApplicationSection {
  const { key, own, given } = of;
  const missing = [
    ...(given.hasMetadata ? [] : ["metadata file"]),
    ...(own.applicationArn === null ? ["application ARN"] : []),
  ];
  return {
    key,
    displayName: own.displayName,
    done: missing.length === 0,
    status:
      missing.length === 0
        ? "the config has its metadata file and its ARN"
        : `${missing.join(" and ")} still to come from the console`,
    steps: consoleSteps(of),
    returns: returnSteps(of),
    flow: flow(of),
  };
}

/** The console of IAM Identity Center, in its region. */
function identityCenterUrl(values: ConsoleValues, region: string): string {
  return `${consoleHost(values, region)}/singlesignon/home?region=${region}`;
}

function connectUrl(values: ConsoleValues): string {
  const { region } = values.instance;
  return `${consoleHost(values, region)}/connect/v2/app/instances?region=${region}`;
}

function consoleHost({ instance: { partition } }: ConsoleValues, region: string): string {
  return isPartitionName(partition) ? PARTITIONS[partition].consoleUrl(region) : "";
}

function onceSteps(values: ConsoleValues, region: string, input: ConsoleSheetInput): Step[] {
  const { instance } = values;
  const account = input.identityCenter?.accountId;
  return [
    {
      id: "once-identity-center",
      text: text`The organization has IAM Identity Center enabled${account === undefined ? "" : ` in account ${account}`}, in the region ${code(region)}. Open ${link(identityCenterUrl(values, region), "its console")} there: where it is not enabled, the page offers ${ui("Enable")}. Only the organization's management account can enable it. Or ask with the AWS CLI, which must name an instance:`,
      fields: [
        {
          label: "AWS CLI, Identity Center account",
          value: `aws sso-admin list-instances --region ${region}`,
        },
      ],
    },
    {
      id: "once-saml",
      text: text`The Amazon Connect instance manages identities with SAML 2.0. That is chosen when an instance is made, and cannot be changed. Open ${link(connectUrl(values), "the Amazon Connect console")} and choose the instance, or ask with the AWS CLI, which must answer ${code("SAML")}:`,
      fields: [
        {
          label: `AWS CLI, account ${instance.accountId}`,
          value: `aws connect describe-instance --region ${instance.region} --instance-id ${instance.instanceId} --query Instance.IdentityManagementType --output text`,
        },
      ],
    },
  ];
}

function consoleSteps({ key, own, given, region, values }: SectionInput): Step[] {
  const made = own.applicationArn !== null || given.hasMetadata === true;
  const step = (name: string, rest: Omit<Step, "id">): Step => ({
    id: `application-${key}-${name}`,
    ...rest,
  });
  return [
    step("add", {
      done: made,
      text: text`Open ${link(identityCenterUrl(values, region), "the IAM Identity Center console")} in ${code(region)}. Choose ${ui("Applications")}, the tab ${ui("Customer managed")}, and ${ui("Add application")}.`,
    }),
    step("catalog", {
      done: made,
      text: text`Under ${ui("Setup preference")} choose ${ui("I want to select an application from the catalog")}. Search for ${ui("Amazon Connect")}, choose it, and choose ${ui("Next")}.`,
    }),
    step("display-name", {
      done: made,
      text: text`On the page ${ui("Configure application")}, enter the name that people will see on the tile. The description may be anything.`,
      fields: [{ label: "Display name", value: own.displayName }],
    }),
    step("metadata", {
      done: given.hasMetadata === true,
      text: text`Under ${ui("IAM Identity Center metadata")}, at ${ui("IAM Identity Center SAML metadata file")}, choose ${ui("Download")}. Keep the file as it comes, under this name:`,
      fields: [{ label: "File name", value: `${key}.xml` }],
    }),
    step("relay-state", {
      text: text`Under ${ui("Application properties")}, leave ${ui("Application start URL")} blank, and enter:`,
      fields: [{ label: "Relay state", value: own.relayStateUrl }],
    }),
    step("session-duration", {
      text: text`There too, set ${ui("Session duration")} to ${inWords(own.sessionDuration)}. The role allows that long.`,
      fields: [{ label: "Session duration", value: own.sessionDuration }],
    }),
    step("acs", {
      text: text`Under ${ui("Application metadata")}, change nothing, but compare both values. Where the fields are empty, choose ${ui("Manually type your metadata values")} and enter them.`,
      fields: [
        { label: "Application ACS URL", value: own.acsUrl },
        { label: "Application SAML audience", value: own.samlAudience },
      ],
    }),
    step("submit", { done: made, text: text`Choose ${ui("Submit")}.` }),
    step("mappings", {
      text: text`On the application's page choose ${ui("Actions")}, ${ui("Edit attribute mappings")}. All three rows must be there, to the letter: the catalogue may have filled in the first two. No blank and no line break may stand in a value. Choose ${ui("Save changes")}.`,
      mappings: own.attributeMappings,
    }),
    step("assign", assignStep(own)),
  ];
}

function assignStep({ groups, users, applicationArn }: ApplicationValues): Omit<Step, "id"> {
  const names = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  if (names.length === 0) {
    return {
      text: text`Under ${ui("Assigned users and groups")} choose ${ui("Assign users and groups")}, and choose who may use the application. Or name them in the config, and Terraform assigns them.`,
    };
  }
  return {
    done: applicationArn !== null,
    text: text`Assign nobody here: as soon as the config has the application's ARN, Terraform assigns ${listed(names.map(code))}.`,
  };
}

function returnSteps({ key, own, given, input }: SectionInput): Step[] {
  const arn = own.applicationArn;
  const where = input.configFile === undefined ? text`` : text`, in ${code(input.configFile)}`;
  const lines = (own: string) => `applications:\n  ${key}:\n    ${own}\n`;
  return [
    {
      id: `application-${key}-return-metadata`,
      done: given.hasMetadata === true,
      text: text`The metadata file: save it as ${code(`metadata/${key}.xml`)} beside the config, and name it${where}:`,
      fields: [
        { label: "Config", value: lines(`samlMetadataFile: metadata/${key}.xml`), block: true },
      ],
    },
    {
      id: `application-${key}-return-arn`,
      done: arn !== null,
      text:
        arn === null
          ? text`The application's ARN: copy it from the application's page, and put it behind this key${where}:`
          : text`The application's ARN is in the config:`,
      fields: [
        { label: "Config", value: lines(`applicationArn: ${arn ?? ""}`.trimEnd()), block: true },
      ],
    },
  ];
}

function flow({ own, given, values }: SectionInput): ApplicationSection["flow"] {
  const landing = given.destination === undefined ? "the admin website" : code(given.destination);
  return [
    {
      where: "AWS access portal",
      what: text`A person assigned to it chooses the tile ${code(own.displayName)}`,
    },
    {
      where: "IAM Identity Center",
      what: text`signs a response with the person's e-mail address as the role session name, and sends it to ${code(own.acsUrl)}`,
    },
    {
      where: `IAM, account ${values.instance.accountId}`,
      what: text`trusts it through the SAML provider ${code(own.samlProviderName)}, and lets the person assume the role ${code(own.roleName)}`,
    },
    {
      where: "Amazon Connect",
      what: text`finds the user of that very name in the instance ${code(values.instance.instanceId)}, and opens ${landing}`,
    },
  ];
}

function deploySteps({ deploy = [] }: ConsoleSheetInput): Step[] {
  return deploy.map(({ command, accountId }, index) => ({
    id: `deploy-${String(index)}`,
    text: text`With credentials of account ${code(accountId)}:`,
    fields: [{ label: "Command", value: command }],
  }));
}

function usersText({ users = [] }: ConsoleSheetInput): Text[] {
  const rule = text`Connect lets in whoever has a user of the very name that Identity Center sends, which is the e-mail address there. Letter case counts.`;
  return users.length > 0
    ? [rule, text`Terraform makes these users when it deploys:`]
    : [
        rule,
        text`Make them by hand: on the Amazon Connect admin website choose ${ui("Users")}, ${ui("User management")}, ${ui("Add new users")}; enter the e-mail address as the login name, and choose the routing profile and the security profile, ${code("Agent")} for agents. Or list them under ${code("users")} in the config, and Terraform makes them.`,
      ];
}

function verifySteps({ applications }: ConsoleValues, region: string): Step[] {
  return [
    ...Object.entries(applications).map(([key, { displayName }]): Step => ({
      id: `verify-${key}`,
      text: text`As somebody assigned to it, open the AWS access portal and choose the tile ${code(displayName)}. Amazon Connect opens without asking for a password.`,
    })),
    {
      id: "assertion",
      text: text`Where it does not, hold Shift while choosing the tile: the portal shows what it sends. Compare its attributes with this sheet, and the message with the table below. The portal's address is in the Identity Center console in ${code(region)}, under ${ui("Settings")}.`,
    },
  ];
}

function errorRows({ instance, applications }: ConsoleValues): ErrorRow[] {
  const all = Object.values(applications);
  const fixOf = (fix: SignInFailure["fix"], own: ApplicationValues, application: Inline) => {
    const { instanceId } = instance;
    const roleMapping = "the value from this sheet";
    return sentence(fix({ ...own, instanceId, application, roleMapping }));
  };
  /** One sentence where it is the same for several applications, or else one for each. */
  const fixText = (fix: SignInFailure["fix"]): Text => {
    const [first, ...others] = all.map((own) => fixOf(fix, own, "the application"));
    const isShared = others.length > 0 && others.every((one) => isDeepStrictEqual(one, first));
    if (first && isShared) return first;
    return all.flatMap((own, index) => [
      ...(index > 0 ? [" "] : []),
      ...fixOf(fix, own, code(own.displayName)),
    ]);
  };
  return Object.values(SIGN_IN_FAILURES).map(({ answer, cause, fix }) => ({
    message: answer.text,
    kind: answer.kind,
    cause: sentence(cause),
    fix: fixText(fix),
  }));
}

function inWords(duration: string): string {
  const [, hours, minutes] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration) ?? [];
  const unit = (count: string | undefined, name: string) =>
    count === undefined ? [] : [`${count} ${name}${count === "1" ? "" : "s"}`];
  return [...unit(hours, "hour"), ...unit(minutes, "minute")].join(" ");
}
