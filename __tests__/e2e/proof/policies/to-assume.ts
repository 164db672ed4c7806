import type { Choice, Parts } from "./choices";
import { isAllowed, type Policy } from "./decide";

/** A role that is to be assumed with a SAML response. */
export interface ToAssume {
  /** Who asks: for a SAML response, the SAML provider that it names. */
  readonly principal: string;
  /** The actions that the request takes. */
  readonly actions: readonly string[];
  /** The recipient of the assertion, which is the ACS URL that it is sent to. */
  readonly recipient: string | undefined;
  readonly subjectType: string;
  readonly sessionName: string;
}

/** A role, and what AWS documents of signing in through it. */
export interface TrustedRole {
  readonly partition: "aws" | "aws-us-gov";
  readonly arn: string;
  /** ARNs of the SAML providers of its applications. */
  readonly providers: readonly string[];
  /** ARNs of the SAML providers of the other applications, which have other roles. */
  readonly otherProviders: readonly string[];
  /** ACS URL of the applications. */
  readonly recipient: string;
  /** ACS URL of the other sign-in endpoint, where it is another one. */
  readonly otherRecipient?: string;
}

const ADMINISTRATOR: Policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

/** Tells if a trust policy lets the role be assumed; identities of AWS have all permissions. */
export async function mayAssume(
  role: TrustedRole,
  trust: Policy,
  { principal, actions, recipient, subjectType, sessionName }: ToAssume,
): Promise<boolean> {
  const identity = /:(?:user|role|assumed-role)\//.test(principal) ? [ADMINISTRATOR] : [];
  for (const action of actions) {
    const asked = {
      principal,
      action,
      resource: role.arn,
      accountId: role.arn.split(":")[4] ?? "",
      context: {
        "saml:aud": recipient,
        "saml:sub_type": subjectType,
        "sts:RoleSessionName": sessionName,
        ...(action === "sts:SetSourceIdentity" && { "sts:SourceIdentity": sessionName }),
      },
    };
    if (!(await isAllowed(asked, { identity, resource: trust }))) return false;
  }
  return true;
}

const refused = (what: string, part: Partial<ToAssume>): Choice<ToAssume> => ({
  what,
  said: "refused",
  part,
});
const broader = (what: string, part: Partial<ToAssume>): Choice<ToAssume> => ({
  what,
  said: "broader",
  part,
});

/**
 * What may ask for a role, and how.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function partsOfAssuming(role: TrustedRole): Parts<ToAssume> {
  return {
    provider: providers(role),
    recipient: recipients(role),
    actions: [
      { what: "a sign-in", said: "needed", part: { actions: ["sts:AssumeRoleWithSAML"] } },
      refused("a session tag", { actions: ["sts:AssumeRoleWithSAML", "sts:TagSession"] }),
      refused("a source identity", {
        actions: ["sts:AssumeRoleWithSAML", "sts:SetSourceIdentity"],
      }),
      ...["AssumeRole", "AssumeRoleWithWebIdentity", "TagSession", "SetContext"].map((action) =>
        refused(`the action ${action}`, { actions: [`sts:${action}`] }),
      ),
    ],
    subject: [
      { what: "an e-mail address", said: "needed", part: { subjectType: EMAIL_ADDRESS } },
      ...["persistent", "transient"].map((type) =>
        broader("any type of subject (saml:sub_type)", { subjectType: type }),
      ),
    ],
    session: [
      { what: "an agent", said: "needed", part: { sessionName: "agent1@example.com" } },
      broader("any session name that the identity provider sends", { sessionName: "admin" }),
    ],
  };
}

const EMAIL_ADDRESS = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

function providers({ partition, arn, providers, otherProviders }: TrustedRole) {
  const [own = "", ...shared] = providers;
  const account = arn.split(":")[4] ?? "";
  const iam = `arn:${partition}:iam::${account}`;
  return [
    { what: "the provider of the application", said: "needed", part: { principal: own } },
    ...shared.map((principal): Choice<ToAssume> => ({
      what: "the provider of another application with the same role",
      said: "needed",
      part: { principal },
    })),
    ...otherProviders.map((principal) =>
      refused("the provider of an application with another role", { principal }),
    ),
    ...[
      `${iam}:saml-provider/Okta`,
      own.replace(account, "999999999999"),
      own.replace(`arn:${partition}:`, "arn:aws-cn:"),
      own.replace(`arn:${partition}:`, partition === "aws" ? "arn:aws-us-gov:" : "arn:aws:"),
      `${own}2`,
      own.slice(0, -1),
      own.toLowerCase(),
      own.replace("saml-provider", "oidc-provider"),
      `${iam}:root`,
      `${iam}:user/administrator`,
      `${iam}:role/administrator`,
      `arn:${partition}:sts::${account}:assumed-role/administrator/agent1@example.com`,
      `arn:${partition}:iam::999999999999:role/administrator`,
      arn,
      "connect.amazonaws.com",
      "ec2.amazonaws.com",
      "cognito-identity.amazonaws.com",
    ].map((principal) => refused(principal, { principal })),
  ] satisfies Choice<ToAssume>[];
}

/** Recipients of other services, partitions and regions. Those that a role trusts are left out of what it refuses. */
const RECIPIENTS = [
  "https://signin.aws.amazon.com/saml",
  "https://us-east-1.signin.aws.amazon.com/saml",
  "https://us-west-2.signin.aws.amazon.com/saml",
  "https://eu-west-1.signin.aws.amazon.com/saml",
  "https://signin.amazonaws-us-gov.com/saml",
  "https://us-gov-east-1.signin.amazonaws-us-gov.com/saml",
  "https://signin.amazonaws.cn/saml",
  "https://9690dd9b-3de7-4097-b4d9-67829f7c8fca.us-west-2.sign-in.connect.aws/saml",
  "https://example.com/saml",
  "urn:amazon:webservices",
  "urn:amazon:webservices:govcloud",
  "*",
  "",
];

function recipients({ recipient, otherRecipient }: TrustedRole): readonly Choice<ToAssume>[] {
  const nearby = [
    `${recipient}/`,
    `${recipient}/acs/SAMLSP0123456789ABCDEF`,
    `${recipient}?x`,
    `${recipient} `,
    recipient.slice(0, -1),
    recipient.toUpperCase(),
    recipient.replace("https:", "http:"),
    recipient.replace("/saml", ".example.com/saml"),
    `https://example.com/?${recipient}`,
  ];
  const others = [...RECIPIENTS, ...nearby].filter(
    (url) => url !== recipient && url !== otherRecipient,
  );
  return [
    { what: "the ACS URL of the application", said: "needed", part: { recipient } },
    ...(otherRecipient === undefined
      ? []
      : [
          broader("the sign-in endpoint that the application does not use", {
            recipient: otherRecipient,
          }),
        ]),
    refused("no recipient", { recipient: undefined }),
    ...others.map((url) => refused(`the recipient ${JSON.stringify(url)}`, { recipient: url })),
  ];
}
