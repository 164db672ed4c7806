const URL_FORM =
  /^https:\/\/portal\.sso\.([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com\/saml\/(metadata|assertion|logout)\/([\w+/=-]{1,200})$/;

/**
 * Returns the address from which anybody can fetch the metadata of an Identity Center application, from
 * the entity ID of its metadata: both end in the same opaque part. `undefined` for the entity ID of
 * another identity provider.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/samlapps.html
 */
export function metadataUrl(entityId: string): string | undefined {
  const [, region, kind, opaque] = URL_FORM.exec(entityId) ?? [];
  return region !== undefined && opaque !== undefined && kind === "assertion"
    ? portalUrl(region, "metadata", opaque)
    : undefined;
}

/** Returns the entity ID of the application whose metadata is at an address of Identity Center. */
export function entityIdAt(url: string): string | undefined {
  const [, region, kind, opaque] = URL_FORM.exec(url) ?? [];
  return region !== undefined && opaque !== undefined && kind === "metadata"
    ? portalUrl(region, "assertion", opaque)
    : undefined;
}

/**
 * Says what is wrong with the address of an Identity Center application's metadata and how to fix it;
 * `undefined` when nothing is.
 */
export function metadataUrlProblem(url: string): string | undefined {
  const [, region, kind, opaque] = URL_FORM.exec(url) ?? [];
  if (region === undefined || opaque === undefined) {
    return "is not the metadata URL of an Identity Center application (https://portal.sso.<region>.amazonaws.com/saml/metadata/...); copy it from the application's page, or add --idp for another identity provider";
  }
  return kind === "metadata"
    ? undefined
    : `is the ${kind === "assertion" ? "sign-in" : "sign-out"} URL of the application; its metadata is at ${portalUrl(region, "metadata", opaque)}`;
}

function portalUrl(region: string, kind: "metadata" | "assertion", opaque: string): string {
  return `https://portal.sso.${region}.amazonaws.com/saml/${kind}/${opaque}`;
}
