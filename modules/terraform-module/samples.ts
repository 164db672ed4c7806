import type { IamAccount } from "../iam";
import { identityCenterArn } from "../identity-center";

/*
 * Values of the right form, for tests of what nobody knows yet.
 */

/** A document that names the variable as its issuer, so that no two are alike. */
export function sampleMetadata(variable: string): string {
  const location = `https://portal.sso.us-east-1.amazonaws.com/saml/assertion/${variable}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${location}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data>
          <ds:X509Certificate>${"A".repeat(1_000)}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${location}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}

/** An application of the Identity Center instance that another belongs to, if there is one. */
export function sampleApplicationArn(
  known: string | undefined,
  { partition, accountId }: IamAccount,
  index: number,
): string {
  const instance = known === undefined ? "ssoins-0000000000000000" : instanceIdOf(known);
  const id = String(index).padStart(16, "0");
  return `arn:${partition}:sso::${accountId}:application/${instance}/apl-${id}`;
}

function instanceIdOf(applicationArn: string): string {
  return identityCenterArn(applicationArn).split("/")[1] ?? "";
}
