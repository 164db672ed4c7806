import { NAMESPACES } from "../../aws/saml";
import {
  type Application,
  applicationsOf,
  certificateRemarks,
  checkAudience,
  type CheckedAssertion,
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
  momentOf,
} from "./steps";
import {
  attribute,
  FIELD,
  children,
  readAssertion,
  readResponse,
  type SamlResponse,
  textOf,
} from "./response";
import { conclusion, unfinished, unsigned } from "./conclusion";
import type { Landing, Moment, Rehearsal, RehearsalInput, RehearsalStep } from "./rehearsal";
import { unverified } from "./step";

/**
 * Walks a captured SAML response through what AWS and Amazon Connect would do with it, according to the
 * config. AWS is not called, and only what a configured key has signed can pass. Any text gives a
 * result, never an exception.
 */
export async function rehearse(input: RehearsalInput): Promise<Rehearsal> {
  const now = new Date();
  const moment: Moment = input.at ? { at: input.at, from: "given" } : { at: now, from: "now" };
  const applications = applicationsOf(input.instances);
  const { step: read, response, choices = [] } = readResponse(input.response, input.number);
  const several = choices.length > 0 ? { responses: choices } : {};
  if (!response) {
    return { moment, ...several, ...unfinished([read], "there is no response to check", FIELD) };
  }

  const { step: signature, checked } = await checkSignature(response, applications);
  if (!checked) {
    const claimed = textOf(children(response.assertion, "Issuer", NAMESPACES.assertion)[0]) ?? "";
    const issuer = checkClaimedIssuer(claimed, applications);
    const own = issuer.status === "passed" ? unsigned(issuer) : issuer;
    return {
      moment,
      ...several,
      ...unfinished(
        [read, signature, own],
        "it is not known which application signed the response",
        "a response that an application of the config signed",
      ),
    };
  }
  const before = [read, signature];
  return { ...several, ...walk({ input, now, response, checked, all: applications, before }) };
}

interface Walk {
  readonly input: RehearsalInput;
  readonly now: Date;
  readonly response: SamlResponse;
  readonly checked: CheckedAssertion;
  readonly all: readonly Application[];
  readonly before: readonly RehearsalStep[];
}

function walk({ input, now, response, checked, all, before }: Walk): Rehearsal {
  const { relayState = response.relayState } = input;
  const { certificate } = checked;
  const assertion = readAssertion(checked.assertion);
  const moment = momentOf(assertion, input.at, now);
  // Several applications may have the issuer: that of the key comes first.
  const issuer = checkIssuer(assertion, [checked.application, ...all]);
  // A known key with an unknown issuer: the rest is checked for the application of the key.
  const application = issuer.application ?? checked.application;
  const session = checkSessionName(assertion, application);
  const duration = checkSessionDuration(assertion, application, moment.at);
  // Not signed where only the assertion is: it can make the step fail, but never pass.
  const destination = attribute(response.root, "Destination");
  const rest = [
    issuer.step,
    checkRecipient(assertion, destination, application),
    checkAudience(assertion, application),
    checkValidity(assertion, moment.at),
    checkRole(assertion, application, all),
    session.step,
    checkSessionTags(assertion, application),
    duration.step,
    checkRelayState(relayState, application, all),
    checkPermission(assertion, application, all),
    session.name === undefined
      ? unverified("user", "there is no session name to look for", "a role session name", {
          decisive: false,
        })
      : checkUser(session.name, application),
  ];
  if (!certificate) return { moment, ...conclusion([...before, ...rest.map(unsigned)]) };

  const result = conclusion([...before.map(withRemarks), ...rest]);
  const isLanding = result.verdict === "passed" || result.verdict === "differs";
  if (!isLanding || session.name === undefined || !duration.until) return { moment, ...result };
  const page = relayState ?? application.relayState;
  return { moment, ...result, landing: landing(application, session.name, duration.until, page) };

  function withRemarks(step: RehearsalStep): RehearsalStep {
    if (step.id !== "signature" || !certificate) return step;
    return { ...step, remarks: [...step.remarks, ...certificateRemarks(certificate, moment.at)] };
  }
}

function landing(
  { settings, ...own }: Application,
  user: string,
  until: Date,
  page: string,
): Landing {
  return {
    user,
    // Where the config has users, the step of the user passes only those.
    userConfigured: settings.users.length > 0,
    instance: settings.name,
    instanceArn: settings.instance.arn,
    application: own.application.key,
    roleArn: own.roleArn,
    page,
    until,
  };
}
