import { federationUrl, isConsoleUrl, SAML_PAGES, SIGN_IN_FAILURES } from "../../../aws/saml";
import { percentDecoded } from "../../../text";
import { type Application, fixOf, nameOf } from "./application";
import type { RehearsalStep } from "../rehearsal";
import { NOT_GIVEN, quoted, refused, stepResult, unverified } from "../step";
import type { RehearsalProblem } from "../verdict";

/** Checks where the relay state leads, and if that is where the config says. */
export function checkRelayState(
  given: string | undefined,
  application: Application,
  all: readonly Application[],
): RehearsalStep {
  if (given === undefined) {
    const needs = "the RelayState of the same form, in the capture or with --relay-state";
    return unverified("relay-state", NOT_GIVEN, needs, { decisive: false });
  }
  const seen = quoted(given);
  if (given === application.relayState) return stepResult("relay-state", seen);
  const found = relayStateFinding(given, application, all);
  return typeof found === "string"
    ? stepResult("relay-state", seen, [], [found])
    : stepResult("relay-state", seen, [found]);
}

/** Returns the difference from the configured relay state, or a remark where there is none that counts. */
function relayStateFinding(
  given: string,
  application: Application,
  all: readonly Application[],
): RehearsalProblem | string {
  const { instance } = application.settings;
  const fix = fixOf(application, "notFound");
  if (given.trim() === "") {
    const message =
      "is empty, so users land in the AWS Management Console and not in Amazon Connect";
    return { kind: "differs", message, elsewhere: true, fix };
  }
  const unproven = (message: string): RehearsalProblem => ({
    kind: "unverified",
    message,
    needs: "a sign-in",
    fix,
  });
  if (given.trim() === application.relayState) return unproven("has spaces around it");

  const other = all.find(({ relayState }) => relayState === given);
  if (other?.settings.instance.arn === instance.arn) {
    const message = `is that of ${nameOf(other)}, so users land on its page`;
    return { kind: "differs", message, fix };
  }
  if (other) {
    const message = `is that of ${nameOf(other)}, where this role cannot sign anybody in`;
    return refused("accessDenied", message, fix);
  }
  if (percentDecoded(given) === application.relayState) {
    return unproven("is URL-encoded once too often");
  }
  if (/\/federate\/arn(:|%3A)/i.test(given)) {
    return notFound(`has an ARN where only the instance ID belongs, ${instance.instanceId}`, fix);
  }
  if (!URL.canParse(given)) return unproven("is not a URL");
  return urlFinding(new URL(given), application);
}

function urlFinding(url: URL, application: Application): RehearsalProblem | string {
  const { instance } = application.settings;
  const fix = fixOf(application, "notFound");
  const expected = new URL(application.relayState);
  const known = federationUrl(url);
  if (!known) {
    return isConsoleUrl(url)
      ? {
          kind: "differs",
          message: `leads to the page ${quoted(url.pathname)} of the AWS Management Console, not to ${expected.pathname}, which signs in to Amazon Connect`,
          elsewhere: true,
          fix,
        }
      : {
          kind: "unverified",
          message: `leads to ${quoted(url.origin)}, which is not an address of the AWS Management Console that is known here`,
          needs: "a sign-in",
          fix,
        };
  }
  if (known.instanceId !== instance.instanceId) {
    const message = `names the instance ${quoted(known.instanceId ?? "")}, not ${instance.instanceId}, and this role cannot sign anybody in there`;
    return refused("accessDenied", message, fix);
  }
  if (known.region !== instance.region || known.partition !== instance.partition) {
    return notFound(
      `leads to ${known.region}, but this instance is in ${instance.region}, which is reached through ${expected.origin}`,
      fix,
    );
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    return {
      kind: "unverified",
      message: `is not ${application.relayState} exactly; whether it leads there anyway is unproven`,
      needs: "a sign-in",
      fix,
    };
  }
  return pageFinding(url, expected, application.relayState, fix);
}

function pageFinding(
  url: URL,
  expected: URL,
  relayState: string,
  fix: string,
): RehearsalProblem | string {
  const unproven = (message: string): RehearsalProblem => ({
    kind: "unverified",
    message,
    needs: "a sign-in",
    fix,
  });
  if (url.searchParams.toString() === expected.searchParams.toString()) {
    // A query inside the destination: AWS documents it unencoded.
    return expected.search.slice(1).includes("?")
      ? unproven(`is not ${relayState} exactly; whether it leads there anyway is unproven`)
      : `This is another way to write ${relayState}, which the config has.`;
  }
  if (percentDecoded(url.search) === expected.search) {
    return unproven("is URL-encoded once too often");
  }
  const message = `asks for the page ${quoted(url.search)}, not ${quoted(expected.search)}, so users land elsewhere`;
  return { kind: "differs", message, fix };
}

/** The form is documented; that users see a 404 page was reported by those who had another one. */
function notFound(message: string, fix: string): RehearsalProblem {
  const { answer } = SIGN_IN_FAILURES.notFound;
  return { kind: "refused", message, source: SAML_PAGES.connect, answer, fix };
}
