import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import { code, type Inline, type Text, text } from "../../../text";
import type { ConsoleSheetInput } from "../input";
import type { ConsoleValues } from "../values";

/** A place that a sign-in passes through, and what happens there. */
export interface Station {
  readonly where: string;
  readonly what: Text;
}

/** Lists the stations of a sign-in, in order; where applications differ, with the values of each. */
export function flow(
  { instance, applications }: ConsoleValues,
  input: ConsoleSheetInput,
): Station[] {
  const sent = SESSION_NAME_ATTRIBUTES[input.roleSessionName ?? "email"].what;
  const all = Object.entries(applications);
  const each = (value: (one: (typeof all)[number][1]) => string) =>
    either([...new Set(all.map(([, one]) => value(one)))].map(code));
  const landings = all.flatMap(([key, { displayName }], index): Text => {
    const { destination } = input.applications[key] ?? {};
    const page = destination === undefined ? "the admin website" : code(destination);
    return [
      ...(index === 0 ? [] : [", "]),
      page,
      ...(all.length > 1 ? text` for ${code(displayName)}` : []),
    ];
  });
  return [
    {
      where: "AWS access portal",
      what: text`A person assigned to it chooses the tile ${each((one) => one.displayName)}`,
    },
    {
      where: "IAM Identity Center",
      what: text`signs a response with the person's ${sent} as the role session name, and sends it to ${each((one) => one.acsUrl)}`,
    },
    {
      where: `IAM, account ${instance.accountId}`,
      what: text`trusts it through the SAML provider ${each((one) => one.samlProviderName)}, and lets the person assume the role ${each((one) => one.roleName)}`,
    },
    {
      where: "Amazon Connect",
      what: text`finds the user of the same name in the instance ${code(instance.instanceId)}, and opens ${landings}`,
    },
  ];
}

/** Joins parts as in `a, b or c`. */
function either(parts: readonly Inline[]): Text {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " or " : ", ", part];
  });
}
