import { answeredError, SIGN_IN_FAILURES, type SignInCall } from "../../modules/aws/saml";
import { codeSpan, escapeMarkdown, markdownTable } from "../../modules/text";

/** Errors of the two calls of a sign-in, as CloudTrail and the SDK write them. */
const ERRORS: readonly (readonly [call: SignInCall, code: string, message?: string])[] = [
  ["AssumeRoleWithSAML", "AccessDenied", "not authorized to perform: sts:TagSession"],
  ["AssumeRoleWithSAML", "AccessDenied", "not authorized to perform: sts:SetSourceIdentity"],
  ["AssumeRoleWithSAML", "AccessDenied"],
  ["AssumeRoleWithSAML", "ExpiredTokenException"],
  ["AssumeRoleWithSAML", "InvalidIdentityToken"],
  ["AssumeRoleWithSAML", "IDPRejectedClaim"],
  ["AssumeRoleWithSAML", "PackedPolicyTooLarge"],
  ["AssumeRoleWithSAML", "RegionDisabledException"],
  ["GetFederationToken", "UserNotFoundException"],
  ["GetFederationToken", "DuplicateResourceException"],
  ["GetFederationToken", "InvalidRequestException"],
  ["GetFederationToken", "AccessDeniedException"],
  ["GetFederationToken", "ResourceNotFoundException"],
];

/** Writes the table of error codes of a sign-in, each with its cause and fix or the words for it. */
export function refusalCodes(): string {
  const rows = ERRORS.map(([call, code, message = ""]) => {
    const words = message === "" ? codeSpan(code) : `${codeSpan(code)}, ${codeSpan(message)}`;
    return [words, codeSpan(call), ...meaning(call, code, message)];
  });
  return markdownTable(["error", "call", "usual cause", "what to do"], rows);
}

function meaning(call: SignInCall, code: string, message: string): [cause: string, fix: string] {
  const told = answeredError(call, { code, message });
  switch (told.is) {
    case "described":
      return [escapeMarkdown(told.cause), escapeMarkdown(told.fix)];
    case "failure": {
      const { text } = SIGN_IN_FAILURES[told.failure].answer;
      return [`people see: ${escapeMarkdown(text)}`, "see these words below"];
    }
    default:
      throw new Error(`${call}: ${code} has no meaning in the table of refusals`);
  }
}
