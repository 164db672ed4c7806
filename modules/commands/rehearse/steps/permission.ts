import { ATTRIBUTES } from "../../../aws/saml";
import type { Application } from "./application";
import { type Assertion, valuesOf } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { isRole } from "./role";
import { refused, stepResult, unverified } from "../step";

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
  if (!owner) {
    const needs = "the policies of the role that the response names";
    // The step of the role says what that means.
    return unverified("permission", "no configured role is named", needs, { decisive: false });
  }
  const seen = `${owner.settings.permission.policyName} of ${owner.roleArn}, as configured in ${owner.settings.file}`;
  const message = `grants connect:GetFederationToken on ${owner.settings.instance.arn} only, not on ${settings.instance.arn}`;
  const fix = "name the role of this instance in the attribute mapping";
  return stepResult("permission", seen, own ? [] : [refused("accessDenied", message, fix)]);
}
