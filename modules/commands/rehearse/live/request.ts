import { PARTITIONS, isPartitionName } from "../../../aws";
import { ATTRIBUTES, federationUrl, signInUrl } from "../../../aws/saml";
import type { Application } from "../steps";
import { readAssertion, type SamlResponse, valuesOf, withoutIndentation } from "../response";

/** The two calls to make for a response: what a browser would have AWS do with it. */
export interface LiveRequest {
  /** The response in base64; XML that people copied without what a viewer has put between its tags. */
  readonly response: string;
  readonly roleArn: string;
  readonly samlProviderArn: string;
  /** Region of AWS STS: that of the sign-in endpoint that the response is for. */
  readonly stsRegion: string;
  /** Instance that the relay state leads to, or else that of the config. */
  readonly instance: { readonly instanceId: string; readonly region: string };
  /** Application of the config, by its provider or role. */
  readonly application?: Application;
  /** Role session name in the response. */
  readonly session?: string;
}

/** Finds out what to ask AWS for a response; returns a string that says why where that is not clear. */
export function liveRequest(
  { xml, form, assertion, relayState: captured }: SamlResponse,
  applications: readonly Application[],
  relayState = captured,
): LiveRequest | string {
  const values = readAssertion(assertion);
  const pairs = valuesOf(values, ATTRIBUTES.role).flatMap((value) => pairIn(value) ?? []);
  const known = pairs.filter((pair) => applicationOf(pair, applications));
  const [pair, ...more] = known.length > 0 ? known : pairs;
  if (!pair) return "the response names no role with its SAML provider";
  if (more.length > 0) {
    return "the response names several roles, of which the user would choose one";
  }
  const application = applicationOf(pair, applications);
  const instance = instanceIn(relayState) ?? application?.settings.instance;
  if (!instance) {
    return "neither the relay state nor the config says which Amazon Connect instance it is for; give the relay state with --relay-state";
  }
  const [recipient] = values.confirmations.flatMap((one) => one.recipient ?? []);
  const [session] = valuesOf(values, ATTRIBUTES.sessionName);
  return {
    response: Buffer.from(form === "XML" ? withoutIndentation(xml) : xml).toString("base64"),
    roleArn: pair.roleArn,
    samlProviderArn: pair.samlProviderArn,
    stsRegion: stsRegion(recipient, instance.region, pair.roleArn),
    instance: { instanceId: instance.instanceId, region: instance.region },
    ...(application && { application }),
    ...(session !== undefined && { session }),
  };
}

interface Pair {
  readonly roleArn: string;
  readonly samlProviderArn: string;
}

/** Reads a value of the attribute Role, which has the two ARNs in either order. */
function pairIn(value: string): Pair | undefined {
  const parts = value.split(",").map((part) => part.trim());
  const roleArn = parts.find((part) => /^arn:[\w-]+:iam::\d{12}:role\/\S+$/.test(part));
  const samlProviderArn = parts.find((part) =>
    /^arn:[\w-]+:iam::\d{12}:saml-provider\/\S+$/.test(part),
  );
  return parts.length === 2 && roleArn !== undefined && samlProviderArn !== undefined
    ? { roleArn, samlProviderArn }
    : undefined;
}

function applicationOf(
  { roleArn, samlProviderArn }: Pair,
  applications: readonly Application[],
): Application | undefined {
  return (
    applications.find((one) => one.samlProviderArn === samlProviderArn) ??
    applications.find((one) => one.roleArn === roleArn)
  );
}

function instanceIn(relayState: string | undefined): LiveRequest["instance"] | undefined {
  if (relayState === undefined || !URL.canParse(relayState)) return undefined;
  const known = federationUrl(new URL(relayState));
  const instanceId = known?.instanceId;
  return known && instanceId !== undefined ? { instanceId, region: known.region } : undefined;
}

/**
 * Region of the sign-in endpoint. The recipient of another form leads to the global one, as AWS STS
 * compares it with the role's trust policy at every endpoint.
 */
function stsRegion(recipient: string | undefined, region: string, roleArn: string): string {
  const known = recipient === undefined ? undefined : signInUrl(recipient);
  if (known) return known.region;
  const partition = roleArn.split(":")[1] ?? "";
  return isPartitionName(partition) ? PARTITIONS[partition].globalSignInRegion : region;
}
