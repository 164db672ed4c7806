import type { ApplicationSettings, InstanceSettings } from "../../config";
import { metadataVariableName } from "../../text";
import { type Json, plain } from "../hcl";
import { assignedApplications } from "./modules";
import { namePrefix } from "./names";
import { applicationArnVariableName, NAME_PREFIX } from "./variables";

/** Arguments of a module by name. Strings in them are templates. */
export type Arguments = Readonly<Record<string, Json>>;

/** What a caller passes for an application; `undefined` to leave it out. */
export type ArgumentOf = (application: ApplicationSettings, index: number) => string | undefined;

/** Returns the config's values for the module of the instance's account. */
export function federationArguments(settings: InstanceSettings, document: ArgumentOf): Arguments {
  const { instance, applications, tags } = settings;
  const prefix = namePrefix(settings);
  return {
    instance_arn: instance.arn,
    ...byVariable(applications, metadataVariableName, document),
    ...(prefix !== "" && { [NAME_PREFIX]: prefix }),
    ...(Object.keys(tags).length > 0 && { tags: plain(tags) }),
  };
}

/** Returns the config's values for the module of the Identity Center account. */
export function assignmentsArguments(settings: InstanceSettings, arn: ArgumentOf): Arguments {
  const { instance, permissionSets, tags } = settings;
  const prefix = namePrefix(settings);
  return {
    ...byVariable(assignedApplications(settings), applicationArnVariableName, arn),
    ...(permissionSets.length > 0 && {
      instance_arn: instance.arn,
      ...(prefix !== "" && { [NAME_PREFIX]: prefix }),
      ...(Object.keys(tags).length > 0 && { tags: plain(tags) }),
    }),
  };
}

function byVariable(
  applications: readonly ApplicationSettings[],
  name: (key: string) => string,
  argument: ArgumentOf,
): Arguments {
  return Object.fromEntries(
    applications.flatMap((application, index) => {
      const value = argument(application, index);
      return value === undefined ? [] : [[name(application.key), value]];
    }),
  );
}
