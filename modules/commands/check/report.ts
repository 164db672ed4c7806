import {
  identityCenterAccount,
  type InstanceSettings,
  type LoadedConfig,
  type Problem,
} from "../../config";
import type { Finding } from "./account";
import { type CheckedApplication, checkedApplication } from "./application";

/**
 * What `connect-sso check --json` writes. Keys are added to it, but neither renamed nor taken away.
 */
export interface CheckReport {
  /** Whether there is no error: the exit code is 0. */
  readonly ok: boolean;
  /** How many of `problems` and of the findings in `live` are errors. */
  readonly errors: number;
  readonly warnings: number;
  /** How many things in the account could not be read, so that nothing is said of them. */
  readonly unread: number;
  /** What is wrong with the config and metadata files, errors first. */
  readonly problems: readonly Problem[];
  /** Empty as soon as one of the problems is an error. */
  readonly instances: readonly CheckedInstance[];
}

/** One config file. */
export interface CheckedInstance {
  /** Names the stacks: `<name>-federation`, `<name>-assignments`. */
  readonly name: string;
  /** The config file. */
  readonly file: string;
  readonly instanceArn: string;
  readonly region: string;
  /** Account of the Amazon Connect instance. */
  readonly accountId: string;
  readonly identityCenter: {
    readonly region: string;
    /** Left out while neither the config nor an application's ARN tells it. */
    readonly accountId?: string;
  };
  /** The policy that permits signing in: one for all roles, or inline in each. */
  readonly policy: { readonly name: string; readonly attach: "managed" | "inline" };
  readonly applications: readonly CheckedApplication[];
  /** How many users the config has. */
  readonly users: number;
  /** What the comparison with the account found; only with `--live`. */
  readonly live?: readonly Finding[];
}

/** Findings in the account, by the instance's name. */
export type LiveFindings = ReadonlyMap<string, readonly Finding[]>;

/**
 * Puts together all that is known.
 *
 * @param prefix what commands need before them to read the config at the same place
 */
export function checkReport(
  { instances, problems }: LoadedConfig,
  prefix: (settings: InstanceSettings) => string,
  live?: LiveFindings,
): CheckReport {
  const findings = [...(live?.values() ?? [])].flat();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const found = (verdict: Finding["verdict"]) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return {
    ok: errors + found("error") === 0,
    errors: errors + found("error"),
    warnings: warnings + found("warning"),
    unread: found("unread"),
    problems,
    instances: instances.map((settings) =>
      checkedInstance(settings, prefix(settings), live?.get(settings.name)),
    ),
  };
}

function checkedInstance(
  settings: InstanceSettings,
  prefix: string,
  live: readonly Finding[] | undefined,
): CheckedInstance {
  const { name, file, instance, identityCenter, permission, applications, users } = settings;
  const account = identityCenterAccount(settings);
  return {
    name,
    file,
    instanceArn: instance.arn,
    region: instance.region,
    accountId: instance.accountId,
    identityCenter: {
      region: identityCenter.region,
      ...(account !== undefined && { accountId: account }),
    },
    policy: { name: permission.policyName, attach: permission.attach },
    applications: applications.map((application) =>
      checkedApplication(application, settings, prefix, live),
    ),
    users: users.length,
    ...(live && { live }),
  };
}
