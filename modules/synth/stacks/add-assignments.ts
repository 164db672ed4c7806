import type { TerraformProvider, TerraformStack } from "cdktf";

import { ApplicationAssignments } from "../../constructs/assignments";
import { type ApplicationSettings, createdUsers, type InstanceSettings } from "../../config";

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
): void {
  const { identityCenter, users } = settings;
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
    createGroups: identityCenter.createGroups,
    createUsers: Object.fromEntries(
      createdUsers(users).map((user) => {
        const { userName, email, givenName, familyName } = user;
        const own = applications.filter(({ key }) => user.applications.includes(key));
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
