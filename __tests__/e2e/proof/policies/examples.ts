import type { Policy } from "./decide";
import type { TrustedRole } from "./to-assume";
import type { PermittedInstance } from "./to-federate";

/** An example, and what AWS documents for its instance, in literal values. */
export interface Example {
  readonly config: string;
  /** Stack of its SAML providers and roles. */
  readonly stack: string;
  readonly instance: Omit<PermittedInstance, "form">;
  /** ACS URL of its applications, which is that of the region of the instance. */
  readonly recipient: string;
  /** ACS URL of the sign-in endpoint of the partition, where it is another one. */
  readonly otherRecipient?: string;
  /** ARN of the SAML provider and of the separate role of each application. */
  readonly applications: readonly { readonly provider: string; readonly role: string }[];
  /** ARN of the role that the applications share with `roles: shared`; one alone has no use for it. */
  readonly sharedRole?: string;
  /** Permissions boundary of its roles. */
  readonly boundary?: { readonly arn: string; readonly policy: Policy };
}

const IAM = "arn:aws:iam::123456789012";
const AGENT_AND_ADMIN = [
  {
    provider: `${IAM}:saml-provider/AmazonConnectAgentAccess`,
    role: `${IAM}:role/AmazonConnectAgentAccessRole`,
  },
  {
    provider: `${IAM}:saml-provider/AmazonConnectAdminAccess`,
    role: `${IAM}:role/AmazonConnectAdminAccessRole`,
  },
];
const GOVCLOUD = "arn:aws-us-gov:iam::123456789012";
const GLOBAL = "https://signin.aws.amazon.com/saml";

const instance = (region: string, instanceId: string) =>
  ({ partition: "aws", region, account: "123456789012", instanceId }) as const;

/**
 * The policy PowerUserAccess of AWS.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html
 */
const POWER_USER: Policy = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
    {
      Effect: "Allow",
      Action: [
        "account:GetAccountInformation",
        "account:GetPrimaryEmail",
        "account:ListRegions",
        "iam:CreateServiceLinkedRole",
        "iam:DeleteServiceLinkedRole",
        "iam:ListRoles",
        "organizations:DescribeOrganization",
      ],
      Resource: "*",
    },
  ],
};

/** The examples, each in another region or with other names. */
export const EXAMPLES: readonly Example[] = [
  {
    config: "examples/shared-role.yaml",
    stack: "shared-role-federation",
    instance: instance("eu-west-2", "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f"),
    recipient: "https://eu-west-2.signin.aws.amazon.com/saml",
    otherRecipient: GLOBAL,
    applications: AGENT_AND_ADMIN,
    sharedRole: `${IAM}:role/AmazonConnectUserRole`,
  },
  {
    config: "examples/admin-guide.yaml",
    stack: "admin-guide-federation",
    instance: instance("us-west-2", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
    recipient: "https://us-west-2.signin.aws.amazon.com/saml",
    otherRecipient: GLOBAL,
    applications: [
      { provider: `${IAM}:saml-provider/AmazonConnect`, role: `${IAM}:role/AmazonConnectRole` },
    ],
  },
  {
    config: "examples/connect-sso.yaml",
    stack: "connect-sso-federation",
    instance: instance("us-east-1", "9690dd9b-3de7-4097-b4d9-67829f7c8fur"),
    recipient: GLOBAL,
    applications: [
      { provider: `${IAM}:saml-provider/Connect-SSO`, role: `${IAM}:role/Connect-SSO` },
    ],
  },
  {
    config: "examples/govcloud.yaml",
    stack: "govcloud-federation",
    instance: {
      partition: "aws-us-gov",
      region: "us-gov-west-1",
      account: "123456789012",
      instanceId: "3f0c8a52-6d1e-4b7f-9a24-8e5d7c1b9f60",
    },
    recipient: "https://signin.amazonaws-us-gov.com/saml",
    applications: [
      {
        provider: `${GOVCLOUD}:saml-provider/AmazonConnectAgentAccess`,
        role: `${GOVCLOUD}:role/contact-center/AmazonConnectAgentAccessRole`,
      },
      {
        provider: `${GOVCLOUD}:saml-provider/AmazonConnectAdminAccess`,
        role: `${GOVCLOUD}:role/contact-center/AmazonConnectAdminAccessRole`,
      },
    ],
    sharedRole: `${GOVCLOUD}:role/contact-center/AmazonConnectAccessRole`,
    boundary: { arn: "arn:aws-us-gov:iam::aws:policy/PowerUserAccess", policy: POWER_USER },
  },
  {
    config: "examples/people.yaml",
    stack: "people-federation",
    instance: instance("eu-central-1", "b8e2f4a6-1c3d-4e5f-9a7b-6d5c4e3f2a10"),
    recipient: "https://eu-central-1.signin.aws.amazon.com/saml",
    otherRecipient: GLOBAL,
    applications: [
      {
        provider: `${IAM}:saml-provider/AmazonConnectAgentAccess`,
        role: `${IAM}:role/AmazonConnectAgentAccessRole`,
      },
      {
        provider: `${IAM}:saml-provider/AmazonConnectSupervisorAccess`,
        role: `${IAM}:role/AmazonConnectSupervisorAccessRole`,
      },
    ],
    sharedRole: `${IAM}:role/AmazonConnectAccessRole`,
  },
  {
    config: "examples/workshop.yaml",
    stack: "workshop-federation",
    instance: instance("us-east-1", "9690dd9b-3de7-4097-b4d9-67829f7c8fca"),
    recipient: GLOBAL,
    applications: AGENT_AND_ADMIN,
    sharedRole: `${IAM}:role/AmazonConnectAccessRole`,
  },
  {
    config: "config/workshop.yaml",
    stack: "workshop-federation",
    instance: instance("us-east-1", "9690dd9b-3de7-4097-b4d9-67829f7c8fca"),
    recipient: GLOBAL,
    applications: AGENT_AND_ADMIN,
    sharedRole: `${IAM}:role/AmazonConnectAccessRole`,
  },
];

/** The keys of a config that decide what its policies are. */
export interface Variant {
  readonly form: PermittedInstance["form"];
  readonly attach: "managed" | "inline";
  readonly roles: "separate" | "shared";
}

/** Every variant of an example. */
export function variantsOf({ sharedRole }: Example): Variant[] {
  const roles = ["separate", ...(sharedRole === undefined ? [] : ["shared" as const])] as const;
  return roles.flatMap((kind) =>
    (["user-resource", "instance-condition"] as const).flatMap((form) =>
      (["managed", "inline"] as const).map((attach) => ({ form, attach, roles: kind })),
    ),
  );
}

/** The roles that an example has with a variant, as the documentation describes them. */
export function rolesOf(example: Example, { roles }: Variant): TrustedRole[] {
  const { applications, sharedRole = "", instance, recipient, otherRecipient } = example;
  const all = applications.map(({ provider }) => provider);
  const made = (arn: string, providers: readonly string[]): TrustedRole => ({
    partition: instance.partition,
    arn,
    providers,
    otherProviders: all.filter((provider) => !providers.includes(provider)),
    recipient,
    ...(otherRecipient !== undefined && { otherRecipient }),
  });
  return roles === "shared"
    ? [made(sharedRole, all)]
    : applications.map(({ role, provider }) => made(role, [provider]));
}
