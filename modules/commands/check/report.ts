import {
  identityCenterAccount,
  type InstanceSettings,
  type LoadedConfig,
  type NextCommands,
  type Problem,
} from "../../config";
import type { Finding } from "./account";
import { type CheckedApplication, checkedApplication } from "./application";
import { type CheckedPermissionSet, checkedPermissionSet } from "./permission-set";

/**
 * The report that `connect-sso check --json` writes. Releases may add keys, but neither rename nor
 * remove them.
 */
export interface CheckReport {
  /** True when there is no error and nothing failed: the exit code is 0. */
  readonly ok: boolean;
  /** Number of errors among `problems` and the findings in `live`. */
  readonly errors: number;
  /** Number of warnings among `problems` and the findings in `live`. */
  readonly warnings: number;
  /** Number of things in the account that the credentials may not read, so they were not compared. */
  readonly unread: number;
  /** Number of things in the account that could not be read for another reason. */
  readonly failed: number;
  /** Errors and warnings about the config and metadata files, errors first. */
  readonly problems: readonly Problem[];
  /** One entry for each config file; empty when one of the problems is an error. */
  readonly instances: readonly CheckedInstance[];
}

/** One config file, in the report. */
export interface CheckedInstance {
  /** Name of the instance, from which the stacks get theirs: `<name>-federation`, `<name>-assignments`. */
  readonly name: string;
  /** Path of the config file. */
  readonly file: string;
  readonly instanceArn: string;
  readonly region: string;
  /** Account of the Amazon Connect instance. */
  readonly accountId: string;
  readonly identityCenter: {
    readonly region: string;
    /** True when the region is only guessed from that of the instance, or from one of several. */
    readonly isRegionGuessed: boolean;
    /** Account of Identity Center; left out while neither the config nor an application's ARN has it. */
    readonly accountId?: string;
  };
  /** The policy that permits signing in: one for all roles, or inline in each. */
  readonly policy: { readonly name: string; readonly attach: "managed" | "inline" };
  readonly applications: readonly CheckedApplication[];
  /** Permission sets that stand for applications; left out without any. */
  readonly permissionSets?: readonly CheckedPermissionSet[];
  /** Number of users in the config. */
  readonly users: number;
  /** Findings of the comparison with the account; only with `--live`. */
  readonly live?: readonly Finding[];
  /** Commands that say why one person cannot sign in; only with `--live`. */
  readonly whenSignInFails?: readonly string[];
}

/** Findings in the account, by the instance's name. */
export type LiveFindings = ReadonlyMap<string, readonly Finding[]>;

/**
 * Puts the report together.
 *
 * @param next returns the commands that go on with the config of an instance
 */
export function checkReport(
  { instances, problems }: LoadedConfig,
  next: (settings: InstanceSettings) => NextCommands,
  live?: LiveFindings,
): CheckReport {
  const findings = [...(live?.values() ?? [])].flat();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const found = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return {
    ok: errors + found("error") + found("failed") === 0,
    errors: errors + found("error"),
    warnings: warnings + found("warning"),
    unread: found("unread"),
    failed: found("failed"),
    problems,
    instances: instances.map((settings) =>
      checkedInstance(settings, next(settings), live?.get(settings.name)),
    ),
  };
}

/** Returns the exit code of a report: 0 fine, 1 errors found, 3 some comparison failed. */
export function exitCode({ errors, failed }: CheckReport): number {
  if (errors > 0) return 1;
  return failed > 0 ? 3 : 0;
}

function checkedInstance(
  settings: InstanceSettings,
  next: NextCommands,
  live: readonly Finding[] | undefined,
): CheckedInstance {
  const { name, file, instance, identityCenter, permission, applications, users } = settings;
  const { permissionSets } = settings;
  const account = identityCenterAccount(settings);
  return {
    name,
    file,
    instanceArn: instance.arn,
    region: instance.region,
    accountId: instance.accountId,
    identityCenter: {
      region: identityCenter.region,
      isRegionGuessed: identityCenter.isRegionGuessed,
      ...(account !== undefined && { accountId: account }),
    },
    policy: { name: permission.policyName, attach: permission.attach },
    applications: applications.map((application) =>
      checkedApplication(application, settings, next, live),
    ),
    ...(permissionSets.length > 0 && {
      permissionSets: permissionSets.map((one) => checkedPermissionSet(one, settings, next, live)),
    }),
    users: users.length,
    ...(live && { live, whenSignInFails: [next.trace, next.rehearse] }),
  };
}
