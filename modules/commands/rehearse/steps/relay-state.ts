import { percentDecoded } from "../../../text";
import { SIGN_IN_FAILURES, type SignInAnswer } from "../../../aws/saml";
import { type Application, fixOf, nameOf } from "./application";
import type { ProblemWithoutFix, RehearsalStep } from "../rehearsal";
import { stepResult, quoted, skipped } from "../step";

/** Checks that the relay state is exactly that of the application. */
export function checkRelayState(
  given: string | undefined,
  application: Application,
  all: readonly Application[],
): RehearsalStep {
  if (given === undefined) return skipped("relay-state", "not given");
  const seen = quoted(given);
  if (given === application.relayState) return stepResult("relay-state", seen);
  const fix = fixOf(application, "notFound");
  return stepResult("relay-state", seen, [
    { ...relayStateDifference(given, application, all), fix },
  ]);
}

function relayStateDifference(
  given: string,
  application: Application,
  all: readonly Application[],
): ProblemWithoutFix {
  const { instance } = application.settings;
  const answer = SIGN_IN_FAILURES.notFound.answer;
  if (given.trim() === "") {
    return { message: "is empty, so users land in the AWS Management Console" };
  }
  if (given.trim() === application.relayState) return { message: "has spaces around it", answer };

  const other = all.find(({ relayState }) => relayState === given);
  if (other?.settings.instance.arn === instance.arn) {
    return { message: `is that of ${nameOf(other)}, so users land on its page` };
  }
  if (other) {
    const message = `is that of ${nameOf(other)}, where this role cannot sign anybody in`;
    return { message, answer: SIGN_IN_FAILURES.accessDenied.answer };
  }
  if (percentDecoded(given) === application.relayState) {
    return { message: "is URL-encoded once too often", answer };
  }
  if (/\/federate\/arn(:|%3A)/i.test(given)) {
    return {
      message: `has an ARN where only the instance ID belongs, ${instance.instanceId}`,
      answer,
    };
  }
  return urlDifference(given, application, answer);
}

function urlDifference(
  given: string,
  { settings: { instance }, relayState }: Application,
  answer: SignInAnswer,
): ProblemWithoutFix {
  if (!URL.canParse(given)) return { message: "is not a URL", answer };
  const [url, expected] = [new URL(given), new URL(relayState)];
  if (url.origin !== expected.origin) {
    return {
      message: `leads to ${quoted(url.origin)}, but this instance, in ${instance.region}, is reached through ${expected.origin}`,
      answer,
    };
  }
  const id = /^\/connect\/federate\/([^/]+)$/.exec(url.pathname)?.[1];
  if (id === undefined) {
    return { message: `has the path ${quoted(url.pathname)}, not ${expected.pathname}`, answer };
  }
  if (id !== instance.instanceId) {
    return {
      message: `names the instance ${quoted(id)}, not ${instance.instanceId}, and this role cannot sign anybody in there`,
      answer: SIGN_IN_FAILURES.accessDenied.answer,
    };
  }
  if (url.searchParams.toString() === expected.searchParams.toString()) {
    return {
      message: `is not ${relayState} exactly; whether it leads there anyway is unproven`,
      unproven: true,
    };
  }
  return {
    message: `asks for the page ${quoted(url.search)}, not ${quoted(expected.search)}, so users land elsewhere`,
  };
}
