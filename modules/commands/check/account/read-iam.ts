import type { Role } from "@aws-sdk/client-iam";

import {
  type Aws,
  mapped,
  numberIn,
  optionalText,
  type Reading,
  textIn,
  UnexpectedAnswer,
} from "../../aws";
import type { ExpectedFederation } from "./expected";

/** The resources that IAM has under the names of a federation. */
export interface IamState {
  /** Metadata documents, by ARN. */
  readonly samlProviders: ReadonlyMap<string, Reading<string>>;
  /** Roles, by name. */
  readonly roles: ReadonlyMap<string, Reading<RoleState>>;
  readonly permission: ManagedPermission | InlinePermission;
}

/** A managed policy, and the roles that it is attached to. */
export interface ManagedPermission {
  readonly policy: Reading<unknown>;
  /** True where the policy is attached, by the role's name. */
  readonly attached: ReadonlyMap<string, Reading<boolean>>;
}

/** The inline policies of the roles. */
export interface InlinePermission {
  /** Policy documents, by the role's name. */
  readonly policies: ReadonlyMap<string, Reading<unknown>>;
}

/** A role, as IAM has it. */
export interface RoleState {
  readonly arn: string;
  readonly trust: unknown;
  /** Longest session, in seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
}

/** Reads the SAML providers, roles and policies of a federation from IAM. */
export async function readIam(
  aws: Aws,
  { samlProviders, roles, permission }: ExpectedFederation,
): Promise<IamState> {
  const { iam } = aws.sdk;
  const client = new iam.IAMClient(aws.options);
  const provider = (SAMLProviderArn: string) =>
    aws.read(
      "iam:GetSAMLProvider",
      () => client.send(new iam.GetSAMLProviderCommand({ SAMLProviderArn })),
      ({ SAMLMetadataDocument }) => textIn(SAMLMetadataDocument, "SAMLMetadataDocument"),
    );
  const role = (RoleName: string) =>
    aws.read(
      "iam:GetRole",
      () => client.send(new iam.GetRoleCommand({ RoleName })),
      ({ Role }) => roleState(Role),
    );
  const attached = async (RoleName: string) => {
    const arns = await aws.readList(
      "iam:ListAttachedRolePolicies",
      () => iam.paginateListAttachedRolePolicies({ client }, { RoleName }),
      (page) => page.AttachedPolicies,
      ({ PolicyArn }) => textIn(PolicyArn, "PolicyArn"),
    );
    return mapped(arns, (all) => all.includes(permission.arn));
  };
  const inlinePolicy = (RoleName: string) =>
    aws.read(
      "iam:GetRolePolicy",
      () => client.send(new iam.GetRolePolicyCommand({ RoleName, PolicyName: permission.name })),
      ({ PolicyDocument }) => policyDocument(textIn(PolicyDocument, "PolicyDocument")),
    );
  const managedPolicy = async (PolicyArn: string): Promise<Reading<unknown>> => {
    const version = await aws.read(
      "iam:GetPolicy",
      () => client.send(new iam.GetPolicyCommand({ PolicyArn })),
      ({ Policy }) => textIn(Policy?.DefaultVersionId, "Policy.DefaultVersionId"),
    );
    if (version.is !== "there") return version;
    const VersionId = version.value;
    return aws.read(
      "iam:GetPolicyVersion",
      () => client.send(new iam.GetPolicyVersionCommand({ PolicyArn, VersionId })),
      ({ PolicyVersion }) =>
        policyDocument(textIn(PolicyVersion?.Document, "PolicyVersion.Document")),
    );
  };

  const names = roles.map(({ name }) => name);
  const arns = samlProviders.map(({ arn }) => arn);
  return {
    samlProviders: await byName(arns, provider),
    roles: await byName(names, role),
    permission:
      permission.attach === "managed"
        ? {
            policy: await managedPolicy(permission.arn),
            attached: await byName(names, attached),
          }
        : { policies: await byName(names, inlinePolicy) },
  };
}

/** Reads one after another, because IAM throttles more than a few requests a second. */
async function byName<T>(names: readonly string[], one: (name: string) => Promise<T>) {
  const all = new Map<string, T>();
  for (const name of names) all.set(name, await one(name));
  return all;
}

function roleState(role: Role | undefined): RoleState {
  const boundary = optionalText(
    role?.PermissionsBoundary?.PermissionsBoundaryArn,
    "Role.PermissionsBoundary.PermissionsBoundaryArn",
  );
  return {
    arn: textIn(role?.Arn, "Role.Arn"),
    trust: policyDocument(textIn(role?.AssumeRolePolicyDocument, "Role.AssumeRolePolicyDocument")),
    maxSessionDuration: numberIn(role?.MaxSessionDuration, "Role.MaxSessionDuration"),
    ...(boundary !== undefined && { permissionsBoundary: boundary }),
  };
}

/** Characters of a policy at most: far more than IAM takes. */
const POLICY_LENGTH = 100_000;

/** Reads a policy, which IAM returns URL-encoded; text that is not JSON is left to the comparison. */
function policyDocument(text: string): unknown {
  if (text.length > POLICY_LENGTH)
    throw new UnexpectedAnswer("the policy is longer than IAM takes");
  try {
    return JSON.parse(text.startsWith("%") ? decodeURIComponent(text) : text);
  } catch {
    return text;
  }
}
