import { commandLine, howStarted, type InstanceSettings } from "../../../config";
import { type Aws, callerAccount } from "../../aws";
import { applicationsAt, isSameName, type Match, matchesOf } from "../../discover";
import { type Finding, unread, warning } from "./finding";
import type { DirectoryState } from "./read-directory";

/**
 * Looks by display name for applications whose ARN is missing in the config, or is not that of an
 * application with this name.
 *
 * @param state what was read of the applications whose ARN the config has
 * @param isAsked whether Identity Center was asked for, so that it counts if it cannot be read
 */
export async function lookUpArns(
  aws: Aws,
  settings: InstanceSettings,
  state: DirectoryState | undefined,
  isAsked: boolean,
): Promise<Finding[]> {
  const wanted = settings.applications.filter(({ applicationArn, displayName }) => {
    if (applicationArn === undefined) return true;
    const own = state?.applications.get(applicationArn)?.application;
    if (own?.is === "missing") return true;
    return own?.is === "there" && own.value.name !== undefined
      ? !isSameName(own.value.name, displayName)
      : false;
  });
  if (wanted.length === 0) return [];
  const caller = await callerAccount(aws);
  if ("failure" in caller) return [];
  const { accountId = caller.accountId } = settings.identityCenter;
  if (accountId !== caller.accountId) return [];
  const read = await applicationsAt(aws, accountId);
  if (read.is === "unread" && isAsked) {
    return [{ subject: "applications of Identity Center", ...unread(read) }];
  }
  if (read.is !== "there") return [];
  const keys = new Set(wanted.map(({ key }) => key));
  return matchesOf(settings, read.value, [settings])
    .filter(({ key }) => keys.has(key))
    .flatMap(findingOf);
}

function findingOf({ key, displayName, is, configured, arns }: Match): Finding[] {
  const about = { subject: `application ${key}` } as const;
  const name = JSON.stringify(displayName);
  const all = arns.join(", ");
  const write = commandLine(howStarted(), "discover", ["--write"]);
  switch (is) {
    case "same":
      return [];
    case "found":
      return [
        {
          ...about,
          ...warning(
            `${name} is ${all} in Identity Center, and the config has ${configured === undefined ? "no ARN of it" : "another ARN, which does not exist"}; run ${write}, or set applications.${key}.applicationArn to it`,
          ),
        },
      ];
    case "differs":
      return [
        {
          ...about,
          ...warning(
            `${name} is ${all} in Identity Center, and the config has the ARN of another application; set applications.${key}.applicationArn to it if that is the one`,
          ),
        },
      ];
    case "ambiguous":
      return [
        {
          ...about,
          ...warning(
            `several applications are called ${name}, in Identity Center or in the config (${all}); set applications.${key}.applicationArn to the right one`,
          ),
        },
      ];
    case "missing":
      return configured === undefined
        ? [
            {
              ...about,
              verdict: "waiting",
              message: `no application is called ${name} in Identity Center yet`,
            },
          ]
        : [];
  }
}
