import { type Application, fixOf } from "./application";
import type { Assertion } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, stepResult } from "../step";

/**
 * Checks that every audience restriction names AWS: by the default audience of applications, or by a
 * sign-in URL, which AWS documents too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml_audience-restriction
 */
export function checkAudience({ audiences }: Assertion, application: Application): RehearsalStep {
  const { samlAudience, signInUrls } = application.settings.instance;
  const seen = listed(audiences.flat().map(quoted)) || "none";
  const each = (names: readonly string[]) =>
    audiences.length > 0 && audiences.every((one) => one.some((name) => names.includes(name)));
  if (each([samlAudience])) return stepResult("audience", seen);
  if (each([samlAudience, ...signInUrls])) {
    const remark = `AWS documents this audience too; an application has ${samlAudience} by default.`;
    return stepResult("audience", seen, [], [remark]);
  }
  const message = audiences.length === 0 ? "is missing" : `is not ${samlAudience}`;
  const fix = fixOf(application, "audienceMissing");
  return stepResult("audience", seen, [refused("audienceMissing", message, fix)]);
}
