import { code, type Text, text } from "../../../text";
import type { SectionInput } from "./section-input";

/** A place that a sign-in passes through, and what happens there. */
export interface Station {
  readonly where: string;
  readonly what: Text;
}

/** Lists the stations of a sign-in, in order. */
export function flow({ own, given, values }: SectionInput): Station[] {
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
      what: text`finds the user of the same name in the instance ${code(values.instance.instanceId)}, and opens ${landing}`,
    },
  ];
}
