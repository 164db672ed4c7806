import type { Rehearsal, StepId } from "../../../modules/commands/rehearse";
import type { Value } from "./values";

/** What each step shows of a response that an agent's identity provider signed. */
function signedBy(issuer: string): Readonly<Partial<Record<StepId, string>>> {
  return {
    issuer: `${issuer}, the application agent of config/workshop.yaml`,
    recipient: '"https://signin.aws.amazon.com/saml"',
    audience: '"urn:amazon:webservices"',
    validity: "from 2026-12-01T12:00:00Z to 2026-12-01T12:05:00Z",
    role: '"arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole,arn:aws:iam::123456789012:saml-provider/AmazonConnectAgentAccess"',
    "session-name": '"agent1@example.com"',
    "session-tags": "none",
    "session-duration": 'SessionNotOnOrAfter "2026-12-02T00:00:00.000Z"',
    permission:
      "AmazonConnectSSOPolicy of arn:aws:iam::123456789012:role/AmazonConnectAgentAccessRole, as configured in config/workshop.yaml",
  };
}

/** Steps about what is not in an assertion: that there is a response and a signature, and the page. */
const OUTSIDE: readonly StepId[] = ["response", "signature", "relay-state"];

/**
 * Lists what is wrong about the rehearsal of a forged response: somebody signs in whom nobody signed,
 * or a step passes on something other than what was signed. It knows of the rehearsal its result alone;
 * what was signed it knows from the one who signed.
 */
export function taken(
  value: Value,
  issuer: string,
  { passed, landing, steps }: Rehearsal,
): string[] {
  const signed = signedBy(issuer);
  const wrong: string[] = [];
  if (passed && value.user === undefined) wrong.push("somebody signs in");
  if (landing && landing.user !== value.user) wrong.push(`${landing.user} signs in`);
  for (const { id, status, seen } of steps) {
    if ((status !== "passed" && status !== "differs") || OUTSIDE.includes(id)) continue;
    const shown = id === value.step ? value.shown : signed[id];
    if (seen !== shown) wrong.push(`the step ${id} ${status} with ${seen}`);
  }
  return wrong;
}
