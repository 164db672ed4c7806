import { NAMESPACES } from "../../aws/saml";
import {
  type Application,
  applicationsOf,
  checkAudience,
  checkClaimedIssuer,
  checkIssuer,
  checkPermission,
  checkRecipient,
  checkRelayState,
  checkRole,
  checkSessionDuration,
  checkSessionName,
  checkSessionTags,
  checkSignature,
  checkUser,
  checkValidity,
  type SignedAssertion,
} from "./steps";
import {
  attribute,
  children,
  readAssertion,
  readResponse,
  type SamlResponse,
  textOf,
} from "./response";
import {
  type Landing,
  type Rehearsal,
  type RehearsalInput,
  type RehearsalStep,
  type StepId,
  STEPS,
} from "./rehearsal";
import { skipped } from "./step";

/**
 * Walks a captured SAML response through what AWS and Amazon Connect would do with it, according to the
 * config. AWS is not called, and only what a configured key has signed can pass. Any text gives a
 * result, never an exception.
 */
export async function rehearse(input: RehearsalInput): Promise<Rehearsal> {
  const { at = new Date() } = input;
  const applications = applicationsOf(input.instances);
  const { step: read, response } = readResponse(input.response);
  if (!response) return unfinished([read], "there is no response to check");

  const { step: signature, signed } = await checkSignature(response, applications, at);
  if (!signed) {
    const claimed = textOf(children(response.assertion, "Issuer", NAMESPACES.assertion)[0]) ?? "";
    const issuer = checkClaimedIssuer(claimed, applications);
    return unfinished([read, signature, issuer], "only what is signed can be checked");
  }
  return walk({ ...input, at }, response, signed, applications, [read, signature]);
}

function walk(
  input: RehearsalInput & { at: Date },
  response: SamlResponse,
  signed: SignedAssertion,
  all: readonly Application[],
  before: readonly RehearsalStep[],
): Rehearsal {
  const { at, relayState = response.relayState } = input;
  const assertion = readAssertion(signed.assertion);
  // Several applications may have the issuer: that of the key comes first.
  const issuer = checkIssuer(assertion, [signed.signer, ...all]);
  // A known key with an unknown issuer: the rest is checked for the application of the key.
  const application = issuer.application ?? signed.signer;
  const session = checkSessionName(assertion, application);
  const duration = checkSessionDuration(assertion, application, at);
  // Not signed where only the assertion is: it can make the step fail, but never pass.
  const destination = attribute(response.root, "Destination");
  const steps = [
    ...before,
    issuer.step,
    checkRecipient(assertion, destination, application),
    checkAudience(assertion, application),
    checkValidity(assertion, at),
    checkRole(assertion, application, all),
    session.step,
    checkSessionTags(assertion, application),
    duration.step,
    checkRelayState(relayState, application, all),
    checkPermission(assertion, application, all),
    session.name === undefined
      ? skipped("user", "there is no session name to look for")
      : checkUser(session.name, application),
  ];
  const passed = steps.every(
    ({ id, status }) => status === "passed" || (status === "skipped" && id === "relay-state"),
  );
  if (!passed || session.name === undefined || !duration.until) return { steps, passed: false };
  return { steps, passed, landing: landing(application, session.name, duration.until) };
}

function landing({ settings, ...own }: Application, user: string, until: Date): Landing {
  return {
    user,
    // Where the config has users, the step of the user passes only those.
    userConfigured: settings.users.length > 0,
    instance: settings.name,
    instanceArn: settings.instance.arn,
    application: own.application.key,
    roleArn: own.roleArn,
    page: own.relayState,
    until,
  };
}

/** Returns the steps so far, with all others skipped. */
function unfinished(steps: readonly RehearsalStep[], why: string): Rehearsal {
  const rest = (Object.keys(STEPS) as StepId[])
    .filter((id) => steps.every((step) => step.id !== id))
    .map((id) => skipped(id, why));
  return { steps: [...steps, ...rest], passed: false };
}
