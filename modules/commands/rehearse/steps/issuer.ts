import { SIGN_IN_ERRORS } from "../../../aws/saml";
import { type Application, nameOf } from "./application";
import type { Assertion } from "../response";
import type { RehearsalStep } from "../rehearsal";
import { judged, listed, quoted, skipped } from "../step";

/** Which application a signed assertion is of. */
export function judgeIssuer(
  { issuer = "" }: Assertion,
  applications: readonly Application[],
): { step: RehearsalStep; application?: Application } {
  const application = applications.find((one) => one.application.metadata?.entityId === issuer);
  return application
    ? { step: judged("issuer", `${issuer}, the application ${nameOf(application)}`), application }
    : { step: unknown(issuer, applications) };
}

/** What can be said of the issuer that a response claims to have, though no key vouches for it. */
export function judgeClaimedIssuer(
  claimed: string,
  applications: readonly Application[],
): RehearsalStep {
  const known = applications.some(({ application }) => application.metadata?.entityId === claimed);
  return known
    ? skipped("issuer", "without a good signature, no issuer is told from another")
    : unknown(claimed, applications);
}

function unknown(issuer: string, applications: readonly Application[]): RehearsalStep {
  const seen = issuer === "" ? "none, or several" : quoted(issuer);
  const late = applications.filter(({ application }) => !application.metadata);
  if (late.length > 0) {
    return skipped(
      "issuer",
      `${seen} is none of the configured ones; it may be that of ${listed(late.map(nameOf))}, without metadata in the config: save it, name it in samlMetadataFile, and rehearse again`,
    );
  }
  return judged("issuer", seen, [
    {
      message: "is not the issuer of any configured application",
      answer: SIGN_IN_ERRORS.issuerNotPresent,
      mend: "download the metadata file of the application whose tile was chosen, save it in place of the one that the config names, and deploy",
    },
  ]);
}
