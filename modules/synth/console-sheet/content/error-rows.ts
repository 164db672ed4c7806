import { isDeepStrictEqual } from "node:util";

import { SIGN_IN_FAILURES, type SignInAnswer, type SignInFailure } from "../../../aws/saml";
import { code, type Inline, sentence, type Text } from "../../../text";
import { SESSION_NAME_ATTRIBUTES } from "../../../aws/identity-center";
import type { ConsoleSheetInput } from "../input";
import type { ApplicationValues, ConsoleValues } from "../values";

/** A message that people see when sign-in fails, its usual cause, and what to do. */
export interface ErrorRow {
  readonly message: string;
  /** `words` for a quotation from AWS, `sight` for a description of what people see. */
  readonly kind: SignInAnswer["kind"];
  readonly cause: Text;
  readonly fix: Text;
}

/** Composes the table of sign-in failures. */
export function errorRows(
  { instance, applications }: ConsoleValues,
  { roleSessionName = "email" }: ConsoleSheetInput,
  otherAcsUrl: string | undefined,
): ErrorRow[] {
  const sessionName = SESSION_NAME_ATTRIBUTES[roleSessionName];
  const { instanceId } = instance;
  const roleMapping = "the value from this sheet";
  const other = otherAcsUrl === undefined ? {} : { otherAcsUrl };
  const factsOf = (own: ApplicationValues, application: Inline) => ({
    ...own,
    ...other,
    instanceId,
    application,
    roleMapping,
    sessionName,
  });
  const all = Object.values(applications);
  const unnamed = all.map((own) => factsOf(own, "the application"));
  const named = all.map((own) => factsOf(own, code(own.displayName)));
  /** One sentence if it is the same for all applications, or else one sentence for each. */
  const fixText = (fix: SignInFailure["fix"]): Text => {
    const [first, ...others] = unnamed.map((facts) => sentence(fix(facts)));
    const isShared = others.length > 0 && others.every((one) => isDeepStrictEqual(one, first));
    if (first && isShared) return first;
    return named.flatMap((facts, index) => [...(index > 0 ? [" "] : []), ...sentence(fix(facts))]);
  };
  return Object.values(SIGN_IN_FAILURES).map(({ answer, cause, fix }) => ({
    message: answer.text,
    kind: answer.kind,
    cause: sentence(cause),
    fix: fixText(fix),
  }));
}
