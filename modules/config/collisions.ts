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
  /** Whether the name is the config's own rather than derived. */
  readonly given: boolean;
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
    const { source, path, kind, name, account, setting, given } = claim;
    const sameFile = twin.source === source;
    const other = sameFile ? twin.path.join(".") : `${twin.source.file} (${twin.path.join(".")})`;
    const fix =
      sameFile || given ? `set another ${setting}` : "set another namePrefix in this file";
    const message = `would make the ${kind} ${JSON.stringify(name)} in account ${account}, as ${other} does; ${fix}`;
    return [source.keyProblem(path, message)];
  });
}

function claims({ source, config, accountId }: CheckedConfig): Claim[] {
  const claim = (
    kind: string,
    name: string,
    path: KeyPath,
    setting: string,
    own: string | undefined,
  ): Claim => ({
    kind,
    name,
    given: own !== undefined,
    account: accountId,
    source,
    path,
    setting,
  });
  const shared = config.roles === "shared";
  const { permission = {} } = config;
  return [
    ...Object.entries(config.applications ?? {}).flatMap(([key, own]) => {
      const { samlProviderName, roleName } = applicationNames(key, own, config);
      const path = ["applications", key];
      return [
        claim("SAML provider", samlProviderName, path, "samlProviderName", own.samlProviderName),
        ...(shared ? [] : [claim("role", roleName, path, "roleName", own.roleName)]),
      ];
    }),
    ...(shared
      ? [claim("role", sharedRoleName(config), ["roles"], "sharedRoleName", config.sharedRoleName)]
      : []),
    ...(permission.attach === "inline"
      ? []
      : [
          claim(
            "policy",
            policyName(config),
            ["permission"],
            "permission.policyName",
            permission.policyName,
          ),
        ]),
  ];
}
