import { SESSION_NAME_ATTRIBUTES } from "../../modules/aws/identity-center";
import { SIGN_IN_FAILURES, type SignInFailure } from "../../modules/aws/saml";
import { codeSpan, escapeMarkdown, sentence, type Text } from "../../modules/text";

/** Writes every failure of sign-in that is known, with the words that people see as the heading. */
export function signInFailures(): string {
  const failures: readonly SignInFailure[] = Object.values(SIGN_IN_FAILURES);
  return failures
    .map(({ answer, cause, fix }) =>
      [
        `### ${escapeMarkdown(answer.kind === "words" ? answer.text : capital(answer.text))}`,
        `**Usual cause:** ${markdownOf(sentence(cause))}`,
        `**What to do:** ${markdownOf(sentence(fix(VALUES)))}${
          answer.kind === "words" ? ` [Source](<${answer.source}>)` : ""
        }`,
      ].join("\n\n"),
    )
    .join("\n\n");
}

/** Words in place of the values of an installation. */
const VALUES = {
  application: "the application",
  instanceId: "the ID at the end of instanceArn",
  acsUrl: "the ACS URL on the sheet",
  samlAudience: "the audience on the sheet",
  relayStateUrl: "the relay state on the sheet",
  sessionDuration: "the session duration on the sheet",
  roleMapping: "the value on the sheet",
  roleName: "that the sheet shows",
  samlProviderName: "that the sheet shows",
  sessionName: SESSION_NAME_ATTRIBUTES.email,
} as const;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Writes words and values as Markdown; the words that stand for a value are not code. */
function markdownOf(parts: Text): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escapeMarkdown(part);
      if ("ui" in part) return `**${escapeMarkdown(part.ui)}**`;
      if ("link" in part) return `[${escapeMarkdown(part.text)}](<${part.link}>)`;
      const isStandIn = Object.values<unknown>(VALUES).includes(part.code);
      return isStandIn ? escapeMarkdown(part.code) : codeSpan(part.code);
    })
    .join("");
}
