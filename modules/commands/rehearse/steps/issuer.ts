import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";
import { type Application, nameOf } from "./application";
import type { Assertion } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { listed, quoted, refused, stepResult } from "../step";

/** Finds the application that issued a signed assertion. */
export function checkIssuer(
  { issuer = "" }: Assertion,
  applications: readonly Application[],
): { step: RehearsalStep; application?: Application } {
  const application = applications.find((one) => one.application.metadata?.entityId === issuer);
  return application
    ? {
        step: stepResult("issuer", `${issuer}, the application ${nameOf(application)}`),
        application,
      }
    : { step: unknownIssuer(issuer, applications) };
}

/** Checks the issuer that a response claims to have, without a valid signature. */
export function checkClaimedIssuer(
  claimed: string,
  applications: readonly Application[],
): RehearsalStep {
  const owners = applications.filter(
    ({ application }) => application.metadata?.entityId === claimed,
  );
  return owners.length > 0
    ? stepResult("issuer", `${claimed}, ${listed(owners.map(nameOf))}`)
    : unknownIssuer(claimed, applications);
}

function unknownIssuer(issuer: string, applications: readonly Application[]): RehearsalStep {
  const seen = issuer === "" ? "none, or several" : quoted(issuer);
  const late = applications.filter(({ application }) => !application.metadata);
  if (late.length > 0) {
    return stepResult("issuer", seen, [
      {
        kind: "unverified",
        message: `is not a configured issuer; it may be that of ${listed(late.map(nameOf))}, which has no metadata in the config`,
        needs: "the metadata: save it, name it in samlMetadataFile, and rehearse again",
      },
    ]);
  }
  const fix = SIGN_IN_FAILURES.issuerNotPresent.fix({
    application: "the application whose tile was chosen",
  });
  return stepResult("issuer", seen, [
    refused("issuerNotPresent", "is not the issuer of any configured application", unmarked(fix)),
  ]);
}
