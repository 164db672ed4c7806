import { SIGN_IN_FAILURES } from "../../../aws/saml";
import { unmarked } from "../../../text";
import { type Application, nameOf } from "./application";
import type { Assertion } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { stepResult, listed, quoted, skipped } from "../step";

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
  const known = applications.some(({ application }) => application.metadata?.entityId === claimed);
  return known
    ? skipped("issuer", "without a valid signature, the issuer is not known")
    : unknownIssuer(claimed, applications);
}

function unknownIssuer(issuer: string, applications: readonly Application[]): RehearsalStep {
  const seen = issuer === "" ? "none, or several" : quoted(issuer);
  const late = applications.filter(({ application }) => !application.metadata);
  if (late.length > 0) {
    return skipped(
      "issuer",
      `${seen} is not a configured issuer; it may be that of ${listed(late.map(nameOf))}, which has no metadata in the config: save it, name it in samlMetadataFile, and rehearse again`,
    );
  }
  const { answer, fix } = SIGN_IN_FAILURES.issuerNotPresent;
  return stepResult("issuer", seen, [
    {
      message: "is not the issuer of any configured application",
      answer,
      fix: unmarked(fix({ application: "the application whose tile was chosen" })),
    },
  ]);
}
