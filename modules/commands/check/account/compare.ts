import { identityCenterAccount, type InstanceSettings } from "../../../config";
import { callerAccount, callerFinding } from "./caller";
import { expectedFederation } from "./expected";
import type { Finding } from "./finding";
import { compareAssignments } from "./compare-assignments";
import { compareFederation, compareInstance } from "./compare-federation";
import { comparePeople } from "./compare-people";
import { type DirectoryState, readDirectory } from "./read-directory";
import { readIam } from "./read-iam";
import { readInstance } from "./read-instance";
import { loadSdk, type Sdk } from "./sdk";

/** Credentials for a comparison; without a profile, the AWS SDK uses its default chain. */
export interface LiveOptions {
  /** Profile for the account of the Amazon Connect instance. */
  readonly profile?: string;
  /**
   * Profile for the account of Identity Center.
   *
   * @default - the profile of the instance
   */
  readonly identityCenterProfile?: string;
}

/**
 * Compares an instance's config with the AWS account, with read-only calls.
 *
 * @returns the findings, or one finding that says why nothing could be compared
 */
export async function compareWithAccount(
  settings: InstanceSettings,
  options: LiveOptions = {},
): Promise<Finding[]> {
  const sdk = await loadSdk();
  if ("missing" in sdk) return [{ subject: "AWS SDK", verdict: "error", message: sdk.missing }];
  const { instance } = settings;
  const access = {
    region: instance.region,
    ...(options.profile !== undefined && { profile: options.profile }),
  };
  const caller = await callerAccount(sdk, access);
  const stranger = callerFinding(caller, {
    accountId: instance.accountId,
    subject: `instance ${instance.instanceId}`,
    option: "--profile",
  });
  if (stranger) return [stranger];

  const expected = expectedFederation(settings);
  const [state, iam, identityCenter] = await Promise.all([
    readInstance(sdk, access, settings),
    readIam(sdk, access, expected),
    identityCenterOf(sdk, settings, options),
  ]);
  const found = compareInstance(state, settings);
  return [
    ...found,
    ...compareFederation(expected, iam, settings),
    ...identityCenter.findings,
    ...(identityCenter.state ? compareAssignments(identityCenter.state, settings) : []),
    ...comparePeople(state.users, identityCenter.state, settings),
  ];
}

/** Reads Identity Center, if the ARN of an application is known and the account can be read. */
async function identityCenterOf(
  sdk: Sdk,
  settings: InstanceSettings,
  { profile, identityCenterProfile }: LiveOptions,
): Promise<{ state?: DirectoryState; findings: Finding[] }> {
  const accountId = identityCenterAccount(settings);
  const due = settings.applications.some(({ applicationArn }) => applicationArn !== undefined);
  if (!due || accountId === undefined) return { findings: [] };
  const own = identityCenterProfile ?? profile;
  const access = {
    region: settings.identityCenter.region,
    ...(own !== undefined && { profile: own }),
  };
  const caller = await callerAccount(sdk, access);
  const expected = {
    accountId,
    subject: "Identity Center",
    option: "--identity-center-profile",
  };
  // Two accounts are normal: credentials for only one of them are not an error, unless a profile for the other is given.
  const verdict = identityCenterProfile === undefined ? "unread" : "error";
  const stranger = callerFinding(caller, expected, verdict);
  return stranger
    ? { findings: [stranger] }
    : { state: await readDirectory(sdk, access, settings), findings: [] };
}
