import type { PartialConfig } from "./check";
import type { Problem } from "./problem";
import { applicationNames, policyName, sharedRoleName } from "./settings";
import type { ConfigSource, KeyPath } from "./source";

interface Claim {
  readonly kind: string;
  readonly name: string;
  readonly account: string;
  readonly source: ConfigSource;
  readonly path: KeyPath;
  /** The setting that would give it another name. */
  readonly setting: string;
}

/** A config file as far as it is well-formed, and the account that it is for. */
export interface CheckedConfig {
  readonly source: ConfigSource;
  readonly config: PartialConfig;
  readonly accountId: string;
}

/**
 * Names that two resources of one account would share. IAM does not tell cases apart, and keeps
 * roles and policies apart by name alone, whatever their path.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
export function nameCollisions(configs: readonly CheckedConfig[]): Problem[] {
  const first = new Map<string, Claim>();
  return configs.flatMap(claims).flatMap((claim) => {
    const id = [claim.account, claim.kind, claim.name.toLowerCase()].join(" ");
    const twin = first.get(id);
    if (!twin) {
      first.set(id, claim);
      return [];
    }
    const { source, path, kind, name, account, setting } = claim;
    const sameFile = twin.source === source;
    const other = sameFile ? twin.path.join(".") : `${twin.source.file} (${twin.path.join(".")})`;
    const fix = sameFile ? `set another ${setting}` : `set namePrefix in one of the two files`;
    const message = `would make the ${kind} ${JSON.stringify(name)} in account ${account}, as ${other} does; ${fix}`;
    return [source.keyProblem(path, message)];
  });
}

function claims({ source, config, accountId }: CheckedConfig): Claim[] {
  const claim = (kind: string, name: string, path: KeyPath, setting: string): Claim => ({
    kind,
    name,
    account: accountId,
    source,
    path,
    setting,
  });
  const shared = config.roles === "shared";
  return [
    ...Object.entries(config.applications ?? {}).flatMap(([key, application]) => {
      const { samlProviderName, roleName } = applicationNames(key, application, config);
      const path = ["applications", key];
      return [
        claim("SAML provider", samlProviderName, path, "samlProviderName"),
        ...(shared ? [] : [claim("role", roleName, path, "roleName")]),
      ];
    }),
    ...(shared ? [claim("role", sharedRoleName(config), ["roles"], "sharedRoleName")] : []),
    ...(config.permission?.attach === "inline"
      ? []
      : [claim("policy", policyName(config), ["permission"], "permission.policyName")]),
  ];
}
