import { type ApplicationSettings, hasOwnMetadata } from "../../config";

/**
 * The stage that an application has reached.
 *
 * - `before the console visit`: neither its metadata nor its ARN is known
 * - `ready to deploy`: its metadata is known, so the federation stack can be deployed
 * - `ready to assign`: its ARN is known too, so the assignments stack can be deployed
 */
export type Phase = "before the console visit" | "ready to deploy" | "ready to assign";

/** Returns the stage of an application, from what the config has of it. */
export function phaseOf(application: ApplicationSettings): Phase {
  if (application.applicationArn !== undefined) return "ready to assign";
  return hasOwnMetadata(application) ? "ready to deploy" : "before the console visit";
}
