import { parseArn, partitionNamed } from "../../aws";
import { type ConnectInstance, judgeInstanceArn } from "../../aws/connect";
import { nameProblem, ROLE_NAME, samlProviderArn, trustPolicyProblem } from "../../aws/iam";
import { identityCenterArn } from "../../aws/identity-center";
import { checkBackend } from "./backend";
import { checkPeople } from "./people";
import { checkPermissionSets } from "./permission-sets";
import { checkTags } from "./tags";
import type { ConfigSource, Problem } from "../source";
import { type ApplicationConfig, applicationKeyProblem } from "../schema";
import { applicationsOf, type PartialConfig } from "./partial-config";
import { applicationNames, isPermissionSet } from "../settings";

/** Checks the instance ARN; returns the instance when the ARN is valid. */
export function checkInstanceArn(
  source: ConfigSource,
  { instanceArn }: PartialConfig,
): { instance?: ConnectInstance; problems: Problem[] } {
  if (instanceArn === undefined) return { problems: [] };
  const { instance, errors, warnings } = judgeInstanceArn(instanceArn);
  const problems = [
    ...errors.map((message) => source.problem(["instanceArn"], message)),
    ...warnings.map((message) => source.problem(["instanceArn"], message, "warning")),
  ];
  return { ...(instance && { instance }), problems };
}

/**
 * Checks what the schema cannot in one file: keys that users choose, derived names, related values.
 */
export function checkConfig(
  source: ConfigSource,
  config: PartialConfig,
  instance: ConnectInstance | undefined,
  instanceName: string,
): Problem[] {
  return [
    ...checkKeys(source, config),
    ...checkRoles(source, config),
    ...checkDerivedNames(source, config),
    ...applicationsOf(config).flatMap(([key, application]) =>
      checkNewDomain(source, key, application),
    ),
    ...(instance ? checkAccounts(source, config, instance) : []),
    ...(instance ? checkTrust(source, config, instance) : []),
    ...checkIdentityCenter(source, config),
    ...checkPermissionSets(source, config, instance),
    ...checkPeople(source, config),
    ...checkBackend(source, config, instanceName),
  ];
}

function checkKeys(source: ConfigSource, config: PartialConfig): Problem[] {
  return [
    ...Object.keys(config.applications ?? {}).flatMap((key) => {
      const message = applicationKeyProblem(key);
      return message === undefined ? [] : [source.keyProblem(["applications", key], message)];
    }),
    ...checkTags(source, ["tags"], config.tags),
  ];
}

function checkRoles(source: ConfigSource, config: PartialConfig): Problem[] {
  if (config.roles !== "shared") {
    return config.sharedRoleName === undefined
      ? []
      : [
          source.problem(
            ["sharedRoleName"],
            "has no effect without `roles: shared`; add that, or remove this line",
          ),
        ];
  }
  return applicationsOf(config).flatMap(([key, { roleName }]) =>
    roleName === undefined
      ? []
      : [
          source.problem(
            ["applications", key, "roleName"],
            "has no effect with `roles: shared`; name the one role with sharedRoleName, and remove this line",
          ),
        ],
  );
}

/** A long prefix and a long key, each within its own limit, can make a role name too long. */
function checkDerivedNames(source: ConfigSource, config: PartialConfig): Problem[] {
  if (config.roles === "shared") return [];
  return applicationsOf(config).flatMap(([key, application]) => {
    if (isPermissionSet(application)) return [];
    if (application.roleName !== undefined || applicationKeyProblem(key) !== undefined) return [];
    const { roleName } = applicationNames(key, application, config);
    if (nameProblem(ROLE_NAME, roleName) === undefined) return [];
    const message = `leads to the role name ${JSON.stringify(roleName)}, which has ${String(roleName.length)} characters; ${ROLE_NAME.what} has at most ${String(ROLE_NAME.max)}; set roleName, or shorten the key or namePrefix`;
    return [source.keyProblem(["applications", key], message)];
  });
}

/** The trust policy of a role that trusts many providers can become too long for IAM. */
function checkTrust(
  source: ConfigSource,
  config: PartialConfig,
  instance: ConnectInstance,
): Problem[] {
  if (config.roles !== "shared") return [];
  const arns = applicationsOf(config).flatMap(([key, application]) =>
    isPermissionSet(application)
      ? []
      : [samlProviderArn(instance, applicationNames(key, application, config).samlProviderName)],
  );
  const message = trustPolicyProblem(arns, instance.signInUrls);
  return message === undefined ? [] : [source.problem(["roles"], message)];
}

function checkNewDomain(
  source: ConfigSource,
  key: string,
  { newDomain, destination }: Pick<ApplicationConfig, "newDomain" | "destination">,
): Problem[] {
  const page = /^\/connect(?=[/?]|$)(.*)$/s.exec(destination ?? "")?.[1];
  if (!newDomain || page === undefined) return [];
  const fix = page.startsWith("/") ? page.replace(/^\/ccp(?=[/?]|$)/, "/ccp-v2") : `/${page}`;
  const path = ["applications", key, "destination"];
  const message = `starts with /connect; pages of the new domain do not; write ${JSON.stringify(fix)}`;
  return [source.problem(path, message, "warning")];
}

function checkAccounts(
  source: ConfigSource,
  config: PartialConfig,
  instance: ConnectInstance,
): Problem[] {
  const problems: Problem[] = [];
  const { partition, accountId } = instance;
  const boundary =
    config.permissionsBoundary === undefined ? undefined : parseArn(config.permissionsBoundary);
  if (boundary && boundary.partition !== partition) {
    problems.push(
      source.problem(["permissionsBoundary"], otherPartition(boundary.partition, partition)),
    );
  } else if (boundary && ![accountId, "aws"].includes(boundary.accountId)) {
    const message = `is a policy of account ${boundary.accountId}, but the roles are created in ${accountId}, the account of instanceArn; name a policy of that account`;
    problems.push(source.problem(["permissionsBoundary"], message));
  }
  const { region } = config.identityCenter ?? {};
  const { regionPattern } = partitionNamed(partition);
  if (region !== undefined && !regionPattern.test(region)) {
    const message = `is not a region of the partition ${partition}, which instanceArn is in; name the region of its Identity Center`;
    problems.push(source.problem(["identityCenter", "region"], message));
  }
  for (const [key, { applicationArn }] of applicationsOf(config)) {
    if (applicationArn === undefined) continue;
    const { partition: given } = parseArn(applicationArn);
    if (given === partition) continue;
    const path = ["applications", key, "applicationArn"];
    problems.push(source.problem(path, otherPartition(given, partition)));
  }
  return problems;
}

/**
 * All applications of an instance belong to one Identity Center, and so have one account in their ARNs. The
 * account that the config names may be another: that of a delegated administrator.
 */
function checkIdentityCenter(source: ConfigSource, config: PartialConfig): Problem[] {
  let first: { key: string; account: string; identityCenter: string } | undefined;
  return applicationsOf(config).flatMap(([key, { applicationArn }]) => {
    if (applicationArn === undefined) return [];
    const problem = (message: string) => [
      source.problem(["applications", key, "applicationArn"], message),
    ];
    const { accountId: account } = parseArn(applicationArn);
    const identityCenter = identityCenterArn(applicationArn);
    first ??= { key, account, identityCenter };
    const rule = "an instance's applications belong to one Identity Center; copy the right ARN";
    if (identityCenter !== first.identityCenter) {
      return problem(
        `belongs to ${identityCenter}, but that of applications.${first.key} belongs to ${first.identityCenter}; ${rule}`,
      );
    }
    return account === first.account
      ? []
      : problem(
          `is an application of account ${account}, but that of applications.${first.key} is one of account ${first.account}; ${rule}`,
        );
  });
}

function otherPartition(given: string, partition: string): string {
  return `is in the partition ${given}, but instanceArn is in ${partition}; both must be in the same partition; copy the right ARN`;
}
