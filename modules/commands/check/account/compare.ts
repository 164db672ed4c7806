import { identityCenterAccount, type InstanceSettings } from "../../../config";
import { Aws, type Bounds, callerAccount, loadSdk, type Profiles } from "../../aws";
import { callerFinding } from "./caller-finding";
import { expectedFederation } from "./expected";
import type { Finding } from "./finding";
import { compareAssignments } from "./compare-assignments";
import { compareFederation, compareInstance } from "./compare-federation";
import { comparePeople } from "./compare-people";
import { comparePermissionSets } from "./compare-permission-sets";
import { compareState } from "./compare-state";
import { existingThings } from "./existing";
import { type DirectoryState, readDirectory } from "./read-directory";
import { readIam } from "./read-iam";
import { lookUpArns } from "./look-up";
import { readInstance } from "./read-instance";

/**
 * Compares an instance's config with the AWS account, with read-only calls.
 *
 * @returns the findings, or one finding that says why nothing could be compared
 */
export async function compareWithAccount(
  settings: InstanceSettings,
  options: Profiles,
  bounds: Bounds,
): Promise<Finding[]> {
  const sdk = await loadSdk();
  if ("missing" in sdk) return [{ subject: "AWS SDK", verdict: "failed", message: sdk.missing }];
  const { instance } = settings;
  const open = (region: string, profile: string | undefined) =>
    new Aws(sdk, { region, ...(profile !== undefined && { profile }) }, bounds);
  const aws = open(instance.region, options.profile);
  const subject = `instance ${instance.instanceId}`;
  const stranger = callerFinding(await callerAccount(aws), {
    accountId: instance.accountId,
    subject,
    option: "--profile",
  });
  if (stranger) return [stranger];

  const expected = expectedFederation(settings);
  const directory = open(
    settings.identityCenter.region,
    options.identityCenterProfile ?? options.profile,
  );
  const [state, iam, identityCenter, permissionSets] = await Promise.all([
    readInstance(aws, settings),
    readIam(aws, expected),
    identityCenterOf(directory, settings, options),
    comparePermissionSets(directory, settings, options.identityCenterProfile !== undefined),
  ]);
  const findings = [
    ...compareInstance(state, settings),
    ...(settings.applications.length > 0 ? compareFederation(expected, iam, settings) : []),
    ...identityCenter.findings,
    ...(identityCenter.state ? compareAssignments(identityCenter.state, settings) : []),
    ...permissionSets.findings,
    ...comparePeople(state.users, identityCenter.state, settings),
    ...compareState(
      settings,
      existingThings(settings, {
        expected,
        iam,
        connectUsers: state.users,
        directory: identityCenter.state,
        permissionSets: permissionSets.existing,
      }),
    ),
  ];
  if (findings.some(({ verdict }) => verdict !== "unread")) return findings;
  const nothing = "these credentials may read nothing of it, so nothing was compared";
  return [...findings, { subject, verdict: "failed", message: nothing }];
}

/** Reads Identity Center, if the ARN of an application is known and the account can be read. */
async function identityCenterOf(
  aws: Aws,
  settings: InstanceSettings,
  { identityCenterProfile }: Profiles,
): Promise<{ state?: DirectoryState; findings: Finding[] }> {
  const accountId = identityCenterAccount(settings);
  const due = settings.applications.some(({ applicationArn }) => applicationArn !== undefined);
  const isAsked = identityCenterProfile !== undefined;
  if (!due || accountId === undefined) {
    return { findings: await lookUpArns(aws, settings, undefined, isAsked) };
  }
  const expected = {
    accountId,
    subject: "Identity Center",
    option: "--identity-center-profile",
  };
  // Two accounts are normal: credentials for only one of them are no failure, unless a profile for the other is given.
  const verdict = isAsked ? "failed" : "unread";
  const stranger = callerFinding(await callerAccount(aws), expected, verdict);
  if (stranger) return { findings: [stranger] };
  const state = await readDirectory(aws, settings);
  return { state, findings: await lookUpArns(aws, settings, state, isAsked) };
}
