import { type ConnectInstance, destinationProblem, relayStateUrl } from "../../aws/connect";
import { nameProblem, parseSessionDuration, PERMISSION_SET_NAME } from "../../aws/iam";
import {
  identityCenterArn,
  permissionSetRelayStateProblem,
  permissionSetSessionProblem,
} from "../../aws/identity-center";
import { type ApplicationConfig, applicationKeyProblem } from "../schema";
import { isPermissionSet, permissionSetName } from "../settings";
import type { ConfigSource, Problem } from "../source";
import { applicationsOf, type Partially, type PartialConfig } from "./partial-config";

/** Keys of an application that a permission set does without. */
const OF_APPLICATIONS = [
  "displayName",
  "samlProviderName",
  "roleName",
  "samlMetadataFile",
  "applicationArn",
] as const;

/** Checks the permission sets, and the keys that belong to them. */
export function checkPermissionSets(
  source: ConfigSource,
  config: PartialConfig,
  instance: ConnectInstance | undefined,
): Problem[] {
  const sets = applicationsOf(config).filter(([, own]) => isPermissionSet(own));
  return [
    ...checkKeysOfOthers(source, config),
    ...sets.flatMap(([key, own]) => [
      ...checkName(source, key, own, config),
      ...checkSession(source, key, own),
      ...(instance ? checkRelayState(source, key, own, instance) : []),
    ]),
    ...checkWholeConfig(source, config, sets.length),
    ...checkInstanceArns(source, config, instance),
  ];
}

function checkKeysOfOthers(source: ConfigSource, config: PartialConfig): Problem[] {
  return applicationsOf(config).flatMap(([key, own]) => {
    const at = ["applications", key];
    if (isPermissionSet(own)) {
      return OF_APPLICATIONS.flatMap((one) =>
        own[one] === undefined
          ? []
          : [
              source.problem(
                [...at, one],
                "has no effect with `signIn: permission-set`, which takes no application of the console; remove this line",
              ),
            ],
      );
    }
    return own.permissionSetName === undefined
      ? []
      : [
          source.problem(
            [...at, "permissionSetName"],
            "has no effect without `signIn: permission-set`; add that, or remove this line",
          ),
        ];
  });
}

/** A long prefix and a long key, each within its own limit, can make a name too long. */
function checkName(
  source: ConfigSource,
  key: string,
  own: Partially<ApplicationConfig>,
  config: PartialConfig,
): Problem[] {
  if (own.permissionSetName !== undefined || applicationKeyProblem(key) !== undefined) return [];
  const name = permissionSetName(key, own, config);
  if (nameProblem(PERMISSION_SET_NAME, name) === undefined) return [];
  const message = `leads to the permission set name ${JSON.stringify(name)}, which has ${String(name.length)} characters; ${PERMISSION_SET_NAME.what} has at most ${String(PERMISSION_SET_NAME.max)}; set permissionSetName, or shorten the key or namePrefix`;
  return [source.keyProblem(["applications", key], message)];
}

function checkSession(
  source: ConfigSource,
  key: string,
  { sessionDuration }: Partially<ApplicationConfig>,
): Problem[] {
  const seconds = parseSessionDuration(sessionDuration ?? "12h");
  const problem = seconds === undefined ? undefined : permissionSetSessionProblem(seconds);
  return problem === undefined
    ? []
    : [source.problem(["applications", key, "sessionDuration"], problem)];
}

function checkRelayState(
  source: ConfigSource,
  key: string,
  { destination, newDomain }: Partially<ApplicationConfig>,
  instance: ConnectInstance,
): Problem[] {
  if (destination !== undefined && destinationProblem(destination) !== undefined) return [];
  const url = relayStateUrl(instance, { destination, newDomain });
  const problem = permissionSetRelayStateProblem(url);
  return problem === undefined
    ? []
    : [source.problem(["applications", key, "destination"], problem)];
}

/** Settings of the whole config that a permission set does without. */
function checkWholeConfig(source: ConfigSource, config: PartialConfig, count: number): Problem[] {
  const { permissionsBoundary, identityCenter = {} } = config;
  const warning = (path: string[], message: string) => [source.problem(path, message, "warning")];
  return [
    ...(count > 0 && permissionsBoundary !== undefined
      ? warning(
          ["permissionsBoundary"],
          "is not set on permission sets, whose roles Identity Center creates; sign in through an application where every role must have it",
        )
      : []),
    ...(count === 0 && identityCenter.portalUrl !== undefined
      ? warning(
          ["identityCenter", "portalUrl"],
          "has no effect without `signIn: permission-set`; remove this line",
        )
      : []),
  ];
}

/** The ARN of the Identity Center instance must be in the partition, and that of the applications. */
function checkInstanceArns(
  source: ConfigSource,
  config: PartialConfig,
  instance: ConnectInstance | undefined,
): Problem[] {
  const { instanceArn } = config.identityCenter ?? {};
  if (instanceArn === undefined) return [];
  const problem = (message: string) => [source.problem(["identityCenter", "instanceArn"], message)];
  const partition = instanceArn.split(":")[1] ?? "";
  if (instance && partition !== instance.partition) {
    return problem(
      `is in the partition ${partition}, but instanceArn is in ${instance.partition}; both must be in the same partition; copy the right ARN`,
    );
  }
  const [twin] = applicationsOf(config).flatMap(([key, { applicationArn }]) =>
    applicationArn === undefined || identityCenterArn(applicationArn) === instanceArn
      ? []
      : [{ key, own: identityCenterArn(applicationArn) }],
  );
  return twin
    ? problem(
        `is another than ${twin.own}, which applications.${twin.key} belongs to; copy the right ARN, or remove this line`,
      )
    : [];
}
