import { code, listed, type Text, text, ui } from "../../../text";
import type { ConsoleValues, PermissionSetValues } from "../values";
import { durationInWords } from "./duration-in-words";
import type { Station } from "./flow";
import type { Step } from "./step";

/** What the sheet says about permission sets. */
export interface PermissionSets {
  /** What they are, what they cost, and what nobody has confirmed. */
  readonly texts: readonly Text[];
  /** A step for each of them, with the values that its people need. */
  readonly steps: readonly Step[];
}

/** Composes what the sheet says about permission sets; `undefined` without any. */
export function permissionSets({
  permissionSets: sets,
}: ConsoleValues): PermissionSets | undefined {
  const entries = Object.entries(sets ?? {});
  const [first] = entries;
  if (!first) return undefined;
  const [, { roleNamePrefix, accountId }] = first;
  return {
    texts: [
      text`${ui("Preview")}: Terraform creates permission sets, and nothing is entered in the console for them. Every part is documented by AWS, but nobody has confirmed the whole on a live account. Try it with one test user first: ${code("docs/no-console.md")} of connect-sso has the recipe.`,
      text`The access portal shows account ${code(accountId)} with the permission set as a role, not a tile; the shortcut link opens Amazon Connect at once. The name in Amazon Connect is the user name in Identity Center, not the e-mail address.`,
      text`Identity Center creates the role, such as ${code(`${roleNamePrefix}…`)}, and Amazon Connect ties each user to it. Do not delete the permission set, and do not take away the last of its groups and users: the role would come back under another name, and every user would have to be deleted and created again in Amazon Connect. Only the organization's management account and a delegated administrator of Identity Center can change permission sets.`,
      text`Its one permission is ${code("connect:GetFederationToken")} on this instance, in the form that the config says: on ${code("<instance ARN>/user/${aws:userid}")}, where the variable is ${code("<role ID>:<user name>")} as in any session of a role, or by a condition on the ID of the instance.`,
    ],
    steps: entries.map(([key, set]) => ({
      id: `permission-set-${key}`,
      text: text`Give the link of ${code(key)} to its people: ${people(set)}.${set.shortcutLink === null ? text` Put it after the ${ui("AWS access portal URL")}, which the Identity Center console shows under ${ui("Settings")}; Terraform's output ${code(`${key}_shortcut_link`)} has it too.` : []}`,
      fields: [
        { label: "Role in the access portal", value: set.permissionSetName },
        { label: "Relay state", value: set.relayStateUrl },
        { label: "Session duration", value: durationInWords(set.sessionDuration) },
        set.shortcutLink === null
          ? { label: "After the access portal URL", value: set.shortcut }
          : { label: "Shortcut link", value: set.shortcutLink },
      ],
    })),
  };
}

function people({ groups, users }: PermissionSetValues): Text {
  const names = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  return names.length > 0
    ? text`Terraform assigns ${listed(names.map(code))}`
    : text`the config assigns nobody yet; name them under ${code("assign")}`;
}

/** Lists the stations of a sign-in through a permission set, in order. */
export function permissionSetFlow({
  instance,
  permissionSets: sets = {},
}: ConsoleValues): Station[] {
  const all = Object.values(sets);
  return [
    {
      where: "AWS access portal",
      what: text`A person opens the shortcut link, or account ${code(instance.accountId)} and in it ${listed(all.map((one) => code(one.permissionSetName)))}`,
    },
    {
      where: "IAM Identity Center",
      what: text`signs the person in to the role that it has created for the permission set, with the person's user name as the role session name`,
    },
    {
      where: "Amazon Connect",
      what: text`finds the user of the same name in the instance ${code(instance.instanceId)}, and opens the page of the relay state`,
    },
  ];
}
