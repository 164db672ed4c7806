import { Fn, Token } from "cdktf";

import { type ConnectInstance, type LandingPage, relayStateUrl } from "../../aws/connect";

/** Relay state URL of an application. Terraform URL-encodes a token, as a path without a query. */
export function relayState(
  instance: ConnectInstance,
  { destination, newDomain }: LandingPage,
): string {
  if (destination === undefined || !Token.isUnresolved(destination)) {
    return relayStateUrl(instance, { destination, newDomain });
  }
  const newDomainParameter = newDomain ? "&new_domain=true" : "";
  return `${relayStateUrl(instance)}?destination=${Fn.urlencode(destination)}${newDomainParameter}`;
}
