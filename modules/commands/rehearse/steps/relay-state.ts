import { SIGN_IN_ERRORS } from "../../../aws/saml";
import { type Application, nameOf } from "./application";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { judged, quoted, skipped } from "../step";

/** The relay state, which is the application's to the character or leads elsewhere. */
export function judgeRelayState(
  given: string | undefined,
  application: Application,
  all: readonly Application[],
): RehearsalStep {
  if (given === undefined) return skipped("relay-state", "not given");
  const seen = quoted(given);
  if (given === application.relayState) return judged("relay-state", seen);
  const mend = `set the relay state of "${application.application.displayName}" to ${application.relayState}`;
  return judged("relay-state", seen, [{ ...difference(given, application, all), mend }]);
}

function difference(
  given: string,
  application: Application,
  all: readonly Application[],
): Omit<RehearsalProblem, "mend"> {
  const { instance } = application.settings;
  const answer = SIGN_IN_ERRORS.notFound;
  if (given.trim() === "") {
    return { message: "is empty, so that users land in the AWS Management Console" };
  }
  if (given.trim() === application.relayState) return { message: "has blanks around it", answer };

  const other = all.find(({ relayState }) => relayState === given);
  if (other?.settings.instance.arn === instance.arn) {
    return { message: `is that of ${nameOf(other)}, so that users land on its page` };
  }
  if (other) {
    const message = `is that of ${nameOf(other)}, where this role signs nobody in`;
    return { message, answer: SIGN_IN_ERRORS.accessDenied };
  }
  if (decoded(given) === application.relayState) {
    return { message: "is URL-encoded once too often", answer };
  }
  if (/\/federate\/arn(:|%3A)/i.test(given)) {
    return {
      message: `has an ARN where the bare instance ID belongs, ${instance.instanceId}`,
      answer,
    };
  }
  return urlDifference(given, application, answer);
}

function urlDifference(
  given: string,
  { settings: { instance }, relayState }: Application,
  answer: string,
): Omit<RehearsalProblem, "mend"> {
  if (!URL.canParse(given)) return { message: "is no URL", answer };
  const [url, expected] = [new URL(given), new URL(relayState)];
  if (url.origin !== expected.origin) {
    return {
      message: `leads to ${quoted(url.origin)}, while this instance, in ${instance.region}, is reached through ${expected.origin}`,
      answer,
    };
  }
  const id = /^\/connect\/federate\/([^/]+)$/.exec(url.pathname)?.[1];
  if (id === undefined) {
    return { message: `has the path ${quoted(url.pathname)}, not ${expected.pathname}`, answer };
  }
  if (id !== instance.instanceId) {
    return {
      message: `names the instance ${quoted(id)}, not ${instance.instanceId}, and this role signs nobody in there`,
      answer: SIGN_IN_ERRORS.accessDenied,
    };
  }
  if (url.searchParams.toString() === expected.searchParams.toString()) {
    return {
      message: `is not ${relayState} to the character; whether it leads there all the same is unproven`,
      unproven: true,
    };
  }
  return {
    message: `asks for the page ${quoted(url.search)}, not ${quoted(expected.search)}, so that users land elsewhere`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign of its own
  }
}
