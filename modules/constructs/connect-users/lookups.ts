import { DataAwsConnectInstance } from "@cdktf/provider-aws/lib/data-aws-connect-instance";
import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import { DataAwsConnectUserHierarchyGroup } from "@cdktf/provider-aws/lib/data-aws-connect-user-hierarchy-group";
import { Token } from "cdktf";
import type { Construct } from "constructs";

import { isHierarchyGroupId } from "../../aws/connect";
import { Each, instanceArnConditions, instanceFrom, keys, literal } from "../terraform";
import type { ConnectUserProps } from "./props";

/** Looks an instance up, which must sign people in with SAML. */
export function findInstance(scope: Construct, instanceArn: string): DataAwsConnectInstance {
  return new DataAwsConnectInstance(scope, "instance", {
    instanceId: instanceFrom(scope, instanceArn).instanceId,
    lifecycle: {
      ...instanceArnConditions(scope, instanceArn),
      postcondition: [
        {
          condition: '${self.identity_management_type == "SAML"}',
          errorMessage:
            "The Amazon Connect instance manages identities as ${self.identity_management_type}, not with SAML 2.0, so nobody can sign in through Identity Center. Identity management is chosen when an instance is created and cannot be changed: create an instance with SAML 2.0-based authentication.",
        },
      ],
    },
  });
}

/** Data sources of what users have, by name. */
export interface Profiles {
  readonly routing: Each;
  readonly security: Each;
  readonly hierarchyGroups: Each;
}

/** Looks up what users have, each only once. */
export function findProfiles(
  scope: Construct,
  instanceId: string,
  users: readonly Pick<
    ConnectUserProps,
    "routingProfile" | "securityProfiles" | "hierarchyGroup"
  >[],
): Profiles {
  return {
    routing: new Each(
      scope,
      "routing-profiles",
      keys(users.map(({ routingProfile }) => routingProfile)),
      (forEach) =>
        new DataAwsConnectRoutingProfile(scope, "routing-profile", {
          forEach,
          instanceId,
          name: forEach.key,
        }),
    ),
    security: new Each(
      scope,
      "security-profiles",
      keys(users.flatMap(({ securityProfiles }) => securityProfiles)),
      (forEach) =>
        new DataAwsConnectSecurityProfile(scope, "security-profile", {
          forEach,
          instanceId,
          name: forEach.key,
        }),
    ),
    hierarchyGroups: findHierarchyGroups(
      scope,
      instanceId,
      users.flatMap(({ hierarchyGroup: path }) =>
        path === undefined || isHierarchyGroupId(path) || Token.isUnresolved(path) ? [] : [path],
      ),
    ),
  };
}

/** Finds groups by their own names, as the data source does, and makes sure of their paths. */
function findHierarchyGroups(scope: Construct, instanceId: string, paths: readonly string[]): Each {
  const ownNames = paths.map((path) => [path, literal(path.slice(path.lastIndexOf("/") + 1))]);
  return new Each(
    scope,
    "hierarchy-groups",
    Object.fromEntries(ownNames) as Record<string, string>,
    (forEach) =>
      new DataAwsConnectUserHierarchyGroup(scope, "hierarchy-group", {
        forEach,
        instanceId,
        name: forEach.value as string,
        lifecycle: {
          postcondition: [
            { condition: `\${${PATH_OF_SELF} == each.key}`, errorMessage: OTHER_PATH },
          ],
        },
      }),
  );
}

const LEVELS = ["one", "two", "three", "four", "five"];

/** Names of the levels of a hierarchy group, with slashes between them. */
const PATH_OF_SELF = `join("/", flatten([for path in self.hierarchy_path : [${LEVELS.map((level) => `path.level_${level}[*].name`).join(", ")}]]))`;

const OTHER_PATH = `The hierarchy group \${each.key} was not found: the one with its name is \${${PATH_OF_SELF}}. Correct the path, or write the group's ID in its place.`;
