import { ATTRIBUTES, ROLE_SESSION_NAME } from "../../../aws/saml";
import { type Application, fixOf } from "./application";
import { type Assertion, valuesOf } from "../response";
import { nearMiss } from "./attributes";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, stepResult } from "../step";
import type { RehearsalProblem } from "../verdict";

/** Checks the role session name, which Connect takes as the name of the user. */
export function checkSessionName(
  assertion: Assertion,
  application: Application,
): { step: RehearsalStep; name?: string } {
  const values = valuesOf(assertion, ATTRIBUTES.sessionName);
  const seen = listed(values.map(quoted)) || "none";
  const fail = (problem: RehearsalProblem) => ({
    step: stepResult("session-name", seen, [problem]),
  });
  const [name, ...more] = values;
  const fix = fixOf(application, "sessionNameMissing");
  if (name === undefined) {
    const message = `is missing${nearMiss(assertion, ATTRIBUTES.sessionName)}`;
    return fail(refused("sessionNameMissing", message, fix));
  }
  if (more.length > 0) {
    const message = "has several values; AWS documents one, and not what it does with more";
    return fail({ kind: "unverified", message, needs: "a sign-in", fix });
  }
  const { character, marks, min, max } = ROLE_SESSION_NAME;
  const bad = [...new Set(name.replace(new RegExp(character, "g"), ""))].slice(0, 5);
  if (bad.length > 0 || name.length < min || name.length > max) {
    const what =
      bad.length > 0
        ? `has ${listed(bad.map((one) => JSON.stringify(one)))}`
        : `is ${String(name.length)} character${name.length === 1 ? "" : "s"} long`;
    const message = `${what}; AWS takes ${String(min)} to ${String(max)} letters, digits and ${marks}`;
    return fail(refused("sessionNameInvalid", message, fixOf(application, "sessionNameInvalid")));
  }
  return { step: stepResult("session-name", seen), name };
}

/** Checks that no attribute needs an action that the trust policies of the roles do not allow. */
export function checkSessionTags(
  { attributes }: Assertion,
  { application }: Application,
): RehearsalStep {
  const names = attributes.map(({ name }) => name);
  const tags = names.filter(
    (name) => name.startsWith(ATTRIBUTES.principalTag) || name === ATTRIBUTES.transitiveTagKeys,
  );
  const identities = names.filter((name) => name === ATTRIBUTES.sourceIdentity);
  const forbidden = (given: readonly string[], action: string) =>
    refused(
      "notAuthorized",
      `has ${listed(given.map(quoted))}, for which the role's trust policy would have to allow ${action}`,
      `remove that attribute mapping of "${application.displayName}"`,
    );
  return stepResult("session-tags", listed([...tags, ...identities].map(quoted)) || "none", [
    ...(tags.length > 0 ? [forbidden(tags, "sts:TagSession")] : []),
    ...(identities.length > 0 ? [forbidden(identities, "sts:SetSourceIdentity")] : []),
  ]);
}
