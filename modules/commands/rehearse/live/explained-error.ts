import {
  answeredError,
  type RefusedStep,
  SIGN_IN_FAILURES,
  type SignInAnswer,
  type SignInCall,
} from "../../../aws/saml";
import { unmarked } from "../../../text";
import { type Application, fixOf } from "../steps";

/** An error, in the words of AWS. */
export interface AwsError {
  readonly code: string;
  readonly message: string;
}

/** What an error that AWS answered says about a sign-in. */
export interface ExplainedError {
  /** `failed` where nothing follows from it for the sign-in. */
  readonly result: "refused" | "failed";
  readonly error: AwsError;
  /** The step of the sign-in that failed. */
  readonly step?: RefusedStep;
  /** What the user sees. */
  readonly answer?: SignInAnswer;
  /** Usual cause: a clause. */
  readonly cause: string;
  /** What to do: a clause. */
  readonly fix?: string;
}

/** Explains an error that AWS answered, with the fix for an application of the config. */
export function explainedError(
  call: SignInCall,
  error: AwsError,
  application: Application | undefined,
): ExplainedError {
  const meaning = answeredError(call, error);
  switch (meaning.is) {
    case "unavailable":
      return { result: "failed", error, cause: "AWS could not answer", fix: "sign in again" };
    case "unknown":
      return {
        result: "failed",
        error,
        cause: "AWS documents no such error for this call, so what it means is not known",
      };
    case "described": {
      const { step, cause, fix } = meaning;
      return { result: "refused", error, step, cause, fix };
    }
    case "failure": {
      const { step, failure } = meaning;
      const { answer, cause } = SIGN_IN_FAILURES[failure];
      const fix = application
        ? fixOf(application, failure)
        : "compare the role with those of the config: no config has it";
      return { result: "refused", error, step, answer, cause: unmarked(cause), fix };
    }
  }
}
