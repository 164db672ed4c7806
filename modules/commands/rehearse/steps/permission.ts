import { ATTRIBUTES, SIGN_IN_FAILURES } from "../../../aws/saml";
import type { Application } from "./application";
import { type Assertion, valuesOf } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { isRole } from "./role";
import { stepResult, skipped } from "../step";

/** Checks that the role in the response may sign users in to this instance, according to the config. */
export function checkPermission(
  assertion: Assertion,
  { settings }: Application,
  all: readonly Application[],
): RehearsalStep {
  const roles = valuesOf(assertion, ATTRIBUTES.role).flatMap((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter(isRole),
  );
  const owners = all.filter(({ roleArn }) => roles.includes(roleArn));
  const own = owners.find((owner) => owner.settings === settings);
  const [owner] = own ? [own] : owners;
  if (!owner) return skipped("permission", "no configured role is named");
  const seen = `${owner.settings.permission.policyName} of ${owner.roleArn}, as configured in ${owner.settings.file}`;
  return stepResult(
    "permission",
    seen,
    own
      ? []
      : [
          {
            message: `grants connect:GetFederationToken on ${owner.settings.instance.arn} only, not on ${settings.instance.arn}`,
            answer: SIGN_IN_FAILURES.accessDenied.answer,
            fix: "name the role of this instance in the attribute mapping",
          },
        ],
  );
}
