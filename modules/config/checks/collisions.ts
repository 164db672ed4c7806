import { identityCenterArn } from "../../aws/identity-center";
import { listedUsers } from "./listed-users";
import {
  applicationsOf,
  type CheckedConfig,
  entriesOf,
  type PartialConfig,
} from "./partial-config";
import type { ConfigSource, KeyPath, Problem } from "../source";
import {
  applicationNames,
  isPermissionSet,
  permissionSetName,
  policyName,
  sharedRoleName,
} from "../settings";

interface Claim {
  readonly instanceArn: string | undefined;
  readonly kind: string;
  readonly name: string;
  /** What can have the name only once: `account 123456789012`. */
  readonly place: string;
  readonly source: ConfigSource;
  readonly path: KeyPath;
  /** The setting that would give it another name. */
  readonly setting: string;
  /** `true` when the config gives the name, `false` when it is derived. */
  readonly given: boolean;
}

/**
 * Finds names that two resources of one account would share. IAM ignores case in names, and
 * identifies roles and policies by name alone, whatever their path.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
export function nameCollisions(configs: readonly CheckedConfig[]): Problem[] {
  const first = new Map<string, Claim>();
  const copies = new Set<ConfigSource>();
  return configs.flatMap(claims).flatMap((claim) => {
    const id = [claim.place, claim.kind, claim.name.toLowerCase()].join(" ");
    const twin = first.get(id);
    if (!twin) {
      first.set(id, claim);
      return [];
    }
    const { source, path, kind, name, place, setting, given } = claim;
    const sameFile = twin.source === source;
    if (copies.has(source)) return [];
    if (isCopy(claim, twin)) {
      copies.add(source);
      const message = `is that of ${twin.source.file} too, and both would create the same resources; remove one of the two files`;
      return [source.problem(["instanceArn"], message)];
    }
    const other = sameFile ? twin.path.join(".") : `${twin.source.file} (${twin.path.join(".")})`;
    const fix =
      sameFile || given ? `set another ${setting}` : "set another namePrefix in this file";
    const message = `would create the ${kind} ${JSON.stringify(name)} in ${place}, as ${other} does; ${fix}`;
    return [source.keyProblem(path, message)];
  });
}

/** Recognizes an application in a copy of a file: of the same instance, with the same key and names. */
function isCopy(one: Claim, other: Claim): boolean {
  return (
    one.source !== other.source &&
    one.instanceArn === other.instanceArn &&
    one.path.length > 1 &&
    one.path.join(".") === other.path.join(".") &&
    one.name === other.name
  );
}

function claims({ source, config, accountId }: CheckedConfig): Claim[] {
  if (accountId === undefined) return [];
  const claim = (
    kind: string,
    name: string,
    path: KeyPath,
    setting: string,
    own: string | undefined,
    place = `account ${accountId}`,
  ): Claim => ({
    instanceArn: config.instanceArn,
    kind,
    name,
    given: own !== undefined,
    place,
    source,
    path,
    setting,
  });
  const shared = config.roles === "shared";
  const { permission = {} } = config;
  const all = applicationsOf(config);
  // Identity Center gives the roles of permission sets their names, and their policies.
  const isEmpty = all.length > 0 && all.every(([, own]) => isPermissionSet(own));
  return [
    ...all.flatMap(([key, own]) => {
      if (isPermissionSet(own)) {
        const name = permissionSetName(key, own, config);
        const center = `IAM Identity Center${identityCenterOf(config)}`;
        const path = ["applications", key];
        return [
          claim("permission set", name, path, "permissionSetName", own.permissionSetName, center),
        ];
      }
      const { samlProviderName, roleName } = applicationNames(key, own, config);
      const path = ["applications", key];
      return [
        claim("SAML provider", samlProviderName, path, "samlProviderName", own.samlProviderName),
        ...(shared ? [] : [claim("role", roleName, path, "roleName", own.roleName)]),
      ];
    }),
    ...(shared && !isEmpty
      ? [claim("role", sharedRoleName(config), ["roles"], "sharedRoleName", config.sharedRoleName)]
      : []),
    ...(permission.attach === "inline" || isEmpty
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

/** Finds resources that several configs name, and only one of them can have or create. */
export function sharedClaims(configs: readonly CheckedConfig[]): Problem[] {
  const first = new Map<string, SharedClaim>();
  return configs.flatMap(sharedClaimsOf).flatMap((claim) => {
    const { id, source, path, message } = claim;
    const twin = first.get(id);
    if (!twin) first.set(id, claim);
    // Lists of one file are checked for twins elsewhere.
    if (!twin || (twin.source === source && !twin.withinFile)) return [];
    const place = twin.source.nameOf(twin.path);
    const isNamed = twin.source === source || twin.source.otherFile(twin.path) !== undefined;
    return [source.problem(path, message(isNamed ? place : `${place} in ${twin.source.file}`))];
  });
}

/**
 * Names the Identity Center of a config, after a space: by its ARN, or else by its account. Where a config
 * names neither, it is that of the organization.
 */
function identityCenterOf(config: PartialConfig): string {
  const [arn] = applicationsOf(config).flatMap(([, own]) => own.applicationArn ?? []);
  const { instanceArn, accountId } = config.identityCenter ?? {};
  const known = arn === undefined ? (instanceArn ?? accountId) : identityCenterArn(arn);
  return known === undefined ? "" : ` ${known}`;
}

interface SharedClaim {
  readonly id: string;
  readonly source: ConfigSource;
  readonly path: KeyPath;
  readonly withinFile?: boolean;
  readonly message: (other: string) => string;
}

function sharedClaimsOf(checked: CheckedConfig): SharedClaim[] {
  const { config } = checked;
  const all = applicationsOf(config).map(([, own]) => own);
  // Nothing is created in Identity Center before the ARN of an application is known.
  const isDue = all.some((own) => own.applicationArn !== undefined || isPermissionSet(own));
  const identityCenter = isDue ? identityCenterOf(config) : undefined;
  return [
    ...applicationClaims(checked),
    ...(identityCenter === undefined ? [] : groupClaims(checked, identityCenter)),
    ...userClaims(checked, identityCenter),
  ];
}

function applicationClaims({ source, config }: CheckedConfig): SharedClaim[] {
  return applicationsOf(config).flatMap(([key, { applicationArn }]): SharedClaim[] => {
    if (applicationArn === undefined) return [];
    const path = ["applications", key, "applicationArn"];
    const message = (other: string) =>
      `is also that of ${other}; each application has its own ARN; copy it from the application's page`;
    return [{ id: applicationArn, source, path, withinFile: true, message }];
  });
}

function groupClaims({ source, config }: CheckedConfig, identityCenter: string): SharedClaim[] {
  return entriesOf(config.identityCenter?.createGroups).map(({ value: group, index }) => ({
    id: `${identityCenter} group ${group}`,
    source,
    path: ["identityCenter", "createGroups", index],
    message: (other) =>
      `would be created by ${other} too, in the same Identity Center; keep one of the two`,
  }));
}

function userClaims(
  { source, config }: CheckedConfig,
  identityCenter: string | undefined,
): SharedClaim[] {
  const { instanceArn } = config;
  return listedUsers(source, config).flatMap((user): SharedClaim[] => {
    const { path, userName, userNameKey, connectUserName, connectNameKey, isCreated } = user;
    const claim = (
      place: string,
      name: string,
      key: "email" | "userName",
      message: SharedClaim["message"],
    ): SharedClaim => ({
      id: `${place} user ${name.toLowerCase()}`,
      source,
      path: [...path, key],
      message,
    });
    return [
      ...(instanceArn === undefined || connectUserName === undefined
        ? []
        : [
            claim(
              instanceArn,
              connectUserName,
              connectNameKey,
              (other) =>
                `would be created by ${other} too, in the same instance; keep the user in one of the files`,
            ),
          ]),
      ...(isCreated && identityCenter !== undefined && userName !== undefined
        ? [
            claim(
              identityCenter,
              userName,
              userNameKey,
              (other) =>
                `would be created by ${other} too, in the same Identity Center; set createInIdentityCenter in only one of the files`,
            ),
          ]
        : []),
    ];
  });
}
