import type { TerraformProvider, TerraformStack } from "cdktf";

import { ApplicationAssignments } from "../../constructs/assignments";
import { type ApplicationSettings, createdUsers, type InstanceSettings } from "../../config";

/** Values that a stack takes from the config, and a module from its variables. */
export interface AssignmentsInputs {
  readonly instanceArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Adds the resources that applications of an instance need in the Identity Center account.
 *
 * @param providerIn returns the provider of an additional region; it is called once for each
 */
export function addAssignments(
  stack: TerraformStack,
  settings: InstanceSettings,
  applications: readonly (ApplicationSettings & { readonly applicationArn: string })[],
  providerIn: (region: string) => TerraformProvider,
  { instanceArn, tags }: AssignmentsInputs,
): void {
  const { identityCenter, users, permissionSets, permission, protect } = settings;
  const providers = new Map(
    additionalRegions(settings, applications).map((region) => [region, providerIn(region)]),
  );
  new ApplicationAssignments(stack, "assignments", {
    applications: Object.fromEntries(
      applications.map((one) => {
        const provider = providers.get(one.identityCenterRegion ?? "");
        return [one.key, { ...one, ...(provider && { provider }) }];
      }),
    ),
    ...(permissionSets.length > 0 && {
      permissionSets: Object.fromEntries(
        permissionSets.map((one) => [
          one.key,
          { ...one, instanceArn, permissionForm: permission.form, protect, tags },
        ]),
      ),
      ...(identityCenter.instanceArn !== undefined && {
        identityCenterArn: identityCenter.instanceArn,
      }),
    }),
    createGroups: identityCenter.createGroups,
    protectGroups: protect,
    createUsers: Object.fromEntries(
      createdUsers(users).map((user) => {
        const { userName, email, givenName, familyName } = user;
        const own = [...applications, ...permissionSets].filter(({ key }) =>
          user.applications.includes(key),
        );
        const groups = [...new Set(own.flatMap((application) => application.groups))];
        const differs = email !== userName;
        return [userName, { givenName, familyName, ...(differs && { email }), groups }];
      }),
    ),
  });
}

/** Lists the regions of assignments that are not the primary region of Identity Center. */
export function additionalRegions(
  { identityCenter }: InstanceSettings,
  applications: readonly ApplicationSettings[],
): string[] {
  const regions = applications
    .filter(({ groups, users }) => groups.length + users.length > 0)
    .flatMap(({ identityCenterRegion }) => identityCenterRegion ?? []);
  return [...new Set(regions)].filter((region) => region !== identityCenter.region).sort();
}

/** Alias of the provider of an additional region: `eu_west_1`. */
export function regionAlias(region: string): string {
  return region.replaceAll("-", "_");
}
