import { percentDecoded } from "../../text";
import type { ConnectInstance } from "./instance";

/** The page that users land on after signing in. */
export interface LandingPage {
  /**
   * Page that users land on: a path of the Connect domain (`/connect/ccp`, `/ccp-v2`,
   * `/agent-app-v2`) or an external https URL (an approved origin of the instance). Write it plainly,
   * not URL-encoded. The query of a path (VDI: `/agent-app-v2?VDIPlatform=CITRIX_413`) stays
   * unencoded in the relay state, as AWS documents it.
   *
   * @default - the admin website
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
   */
  readonly destination?: string | undefined;
  /**
   * `true` when the instance uses its new domain (`*.my.connect.aws`) rather than `*.awsapps.com`.
   *
   * @default false
   */
  readonly newDomain?: boolean | undefined;
}

/**
 * Builds the relay-state URL of an Identity Center application.
 *
 * @throws Error that says what is wrong with the destination and how to fix it
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html#destination-relay
 */
export function relayStateUrl(
  instance: Pick<ConnectInstance, "consoleUrl" | "instanceId">,
  { destination, newDomain = false }: LandingPage = {},
): string {
  const parameters: string[] = [];
  if (destination !== undefined) {
    const problem = destinationProblem(destination);
    if (problem) throw new Error(`destination: ${JSON.stringify(destination)} ${problem}`);
    parameters.push(`destination=${encodeDestination(destination)}`);
  }
  if (newDomain) parameters.push("new_domain=true");
  const query = parameters.length > 0 ? `?${parameters.join("&")}` : "";
  return `${instance.consoleUrl}/connect/federate/${instance.instanceId}${query}`;
}

/** Says what is wrong with a destination and how to fix it; `undefined` when nothing is. */
export function destinationProblem(destination: string): string | undefined {
  const wanted =
    "a destination is a path such as /connect/ccp or a URL that starts with https://; leave it out for the admin website";
  // Spaces, control and invisible characters, and halves of surrogate pairs.
  if (/[\s\p{C}\\]/u.test(destination)) {
    return `has spaces or characters that a URL cannot contain; ${wanted}`;
  }
  if (destination.startsWith("https://")) {
    return /^https:\/\/[^/?#]/.test(destination) && URL.canParse(destination)
      ? undefined
      : `is not a complete URL; ${wanted}`;
  }
  const [path = "", query, ...more] = destination.split("?");
  if (/^https?%3A/i.test(destination) || /%[0-9a-f]{2}/i.test(path)) {
    const plain = percentDecoded(destination);
    const good = !/%[0-9a-f]{2}/i.test(plain) && destinationProblem(plain) === undefined;
    const fix = good ? JSON.stringify(plain) : "it plainly";
    return `is already URL-encoded; it would be encoded twice; write ${fix}`;
  }
  if (!destination.startsWith("/") || destination.startsWith("//")) {
    return `is neither a path nor an https URL; ${wanted}`;
  }
  if (path.includes("#")) return `has a "#", which no path of Amazon Connect has; ${wanted}`;
  if (more.length > 0 || (query !== undefined && !/^[\w.~-]+=[\w.~-]*$/.test(query))) {
    return "has a query other than one name=value, which stays unencoded in the relay state; write it as in /agent-app-v2?VDIPlatform=CITRIX_413";
  }
  return undefined;
}

function encodeDestination(destination: string): string {
  if (destination.startsWith("https://")) return encodeURIComponent(destination);
  const [path = "", query] = destination.split("?");
  return encodeURIComponent(path) + (query === undefined ? "" : `?${query}`);
}
