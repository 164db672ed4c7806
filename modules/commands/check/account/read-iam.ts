import type { ExpectedFederation } from "./expected";
import type { Reading } from "./finding";
import { read, readAll } from "./reading";
import { type Access, clientOptions, type Sdk } from "./sdk";

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
  { iam }: Sdk,
  access: Access,
  { samlProviders, roles, permission }: ExpectedFederation,
): Promise<IamState> {
  const client = new iam.IAMClient(clientOptions(access));
  const provider = (SAMLProviderArn: string) =>
    read("iam:GetSAMLProvider", async () => {
      const command = new iam.GetSAMLProviderCommand({ SAMLProviderArn });
      return (await client.send(command)).SAMLMetadataDocument ?? "";
    });
  const role = (RoleName: string) =>
    read("iam:GetRole", async () => {
      const { Role } = await client.send(new iam.GetRoleCommand({ RoleName }));
      const boundary = Role?.PermissionsBoundary?.PermissionsBoundaryArn;
      return {
        arn: Role?.Arn ?? "",
        trust: policyDocument(Role?.AssumeRolePolicyDocument),
        maxSessionDuration: Role?.MaxSessionDuration ?? 0,
        ...(boundary !== undefined && { permissionsBoundary: boundary }),
      };
    });
  const attached = (RoleName: string) =>
    read("iam:ListAttachedRolePolicies", async () => {
      const pages = iam.paginateListAttachedRolePolicies({ client }, { RoleName });
      const all = await readAll(pages, (page) => page.AttachedPolicies);
      return all.some(({ PolicyArn }) => PolicyArn === permission.arn);
    });
  const inlinePolicy = (RoleName: string) =>
    read("iam:GetRolePolicy", async () => {
      const command = new iam.GetRolePolicyCommand({ RoleName, PolicyName: permission.name });
      return policyDocument((await client.send(command)).PolicyDocument);
    });
  const managedPolicy = async (PolicyArn: string): Promise<Reading<unknown>> => {
    const policy = await read("iam:GetPolicy", () =>
      client.send(new iam.GetPolicyCommand({ PolicyArn })),
    );
    if (policy.is !== "there") return policy;
    const VersionId = policy.value.Policy?.DefaultVersionId;
    return read("iam:GetPolicyVersion", async () => {
      const command = new iam.GetPolicyVersionCommand({ PolicyArn, VersionId });
      return policyDocument((await client.send(command)).PolicyVersion?.Document);
    });
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

/** Reads a policy, which IAM returns URL-encoded; text that is not JSON is left to the comparison. */
function policyDocument(text = ""): unknown {
  try {
    return JSON.parse(text.startsWith("%") ? decodeURIComponent(text) : text);
  } catch {
    return text;
  }
}
