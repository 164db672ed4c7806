import {
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
} from "@aws-sdk/client-iam";

/** All that IAM holds in an account, read back through its API. */
export interface Account {
  /** Metadata documents by ARN. */
  readonly samlProviders: Record<string, string>;
  readonly roles: Record<string, Role>;
  /** Documents of managed policies by ARN. */
  readonly policies: Record<string, unknown>;
}

export interface Role {
  readonly arn: string;
  readonly maxSessionDuration: number;
  readonly trust: unknown;
  readonly managed: string[];
  readonly inline: Record<string, unknown>;
  readonly boundary?: string;
  readonly tags?: Record<string, string>;
}

export const EMPTY: Account = { samlProviders: {}, roles: {}, policies: {} };

export async function readAccount(iam: IAMClient): Promise<Account> {
  const providers = await iam.send(new ListSAMLProvidersCommand({}));
  const roles = await iam.send(new ListRolesCommand({}));
  const policies = await iam.send(new ListPoliciesCommand({ Scope: "Local" }));
  return {
    samlProviders: await collect(providers.SAMLProviderList ?? [], async ({ Arn }) => {
      const { SAMLMetadataDocument } = await iam.send(
        new GetSAMLProviderCommand({ SAMLProviderArn: Arn }),
      );
      return [Arn ?? "", SAMLMetadataDocument ?? ""];
    }),
    roles: await collect(roles.Roles ?? [], async ({ RoleName = "" }) => [
      RoleName,
      await readRole(iam, RoleName),
    ]),
    policies: await collect(policies.Policies ?? [], async ({ Arn, DefaultVersionId }) => {
      const { PolicyVersion } = await iam.send(
        new GetPolicyVersionCommand({ PolicyArn: Arn, VersionId: DefaultVersionId }),
      );
      return [Arn ?? "", document(PolicyVersion?.Document)];
    }),
  };
}

async function readRole(iam: IAMClient, RoleName: string): Promise<Role> {
  const { Role: role } = await iam.send(new GetRoleCommand({ RoleName }));
  const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  const inline = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const boundary = role?.PermissionsBoundary?.PermissionsBoundaryArn;
  const tags = role?.Tags ?? [];
  return {
    arn: role?.Arn ?? "",
    maxSessionDuration: role?.MaxSessionDuration ?? 0,
    trust: document(role?.AssumeRolePolicyDocument),
    managed: (attached.AttachedPolicies ?? []).map(({ PolicyArn }) => PolicyArn ?? ""),
    inline: await collect(inline.PolicyNames ?? [], async (PolicyName) => {
      const policy = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      return [PolicyName, document(policy.PolicyDocument)];
    }),
    ...(boundary !== undefined && { boundary }),
    ...(tags.length > 0 && {
      tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? "", Value ?? ""])),
    }),
  };
}

/** IAM hands policies out URL-encoded, the emulator sometimes plain. */
function document(text = ""): unknown {
  return JSON.parse(text.startsWith("%") ? decodeURIComponent(text) : text);
}

async function collect<T, V>(items: readonly T[], entry: (item: T) => Promise<[string, V]>) {
  return Object.fromEntries(await Promise.all(items.map(entry))) as Record<string, V>;
}
