import {
  type ApplicationSettings,
  hasOwnMetadata,
  knownIdentityCenterAccount,
  type InstanceSettings,
  type NextCommands,
} from "../../config";
import { metadataVariableName } from "../../text";
import type { Finding } from "./account";

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

/**
 * Says the one thing to do next for an application. Only a comparison with the account shows what is
 * deployed already.
 */
export function nextStep(
  application: ApplicationSettings,
  settings: InstanceSettings,
  next: NextCommands,
  live: readonly Finding[] | undefined,
): string {
  const { key, groups, users } = application;
  const { name, instance, applications, adopt } = settings;
  const { synth, outdir } = next;
  const deploy = (stack: string, account: string) =>
    `${next.deploy(`${name}-${stack}`)}, with credentials of account ${account}`;
  // The stack is deployed as a whole, so it asks for the metadata of every application.
  const variables = applications.flatMap((one) =>
    one.metadata ? [] : [`TF_VAR_${metadataVariableName(one.key)}`],
  );
  const metadata = variables.length > 0 ? ` and the metadata in ${variables.join(", ")}` : "";
  const federation = `${deploy("federation", instance.accountId)}${metadata}`;
  // With adopt, what exists may have been created by hand.
  const deployed = adopt ? undefined : isDeployed(live, "federation");
  const adopted = adopt
    ? `; once that has taken over what exists, remove adopt, then ${synth} again`
    : "";

  switch (phaseOf(application)) {
    case "before the console visit":
      return `${synth}, and follow ${outdir}/handoff/${name}/index.html in the Identity Center console; then set applications.${key}.samlMetadataFile to the metadata file that it provides`;
    case "ready to deploy":
      return deployed
        ? `${next.discover}, which sets applications.${key}.applicationArn; or set it to the application's ARN, which its page in the Identity Center console shows`
        : `${synth}, then ${federation}${adopted}`;
    case "ready to assign": {
      const account = knownIdentityCenterAccount(settings);
      const assignments = deploy("assignments", account);
      if (groups.length + users.length === 0) {
        return `list who may use it in applications.${key}.assign`;
      }
      if (deployed === undefined) {
        return `${synth}, then ${federation}; then ${assignments}${adopted}`;
      }
      if (!deployed) return `${synth}, then ${federation}`;
      return isDeployed(live, "assignments") ? "nothing" : `${synth}, then ${assignments}`;
    }
  }
}

/** Tells whether AWS has what a stack creates; `undefined` when that is not known. */
function isDeployed(
  live: readonly Finding[] | undefined,
  stack: Finding["stack"],
): boolean | undefined {
  const verdicts = (live ?? [])
    .filter((finding) => finding.stack === stack)
    .map(({ verdict }) => verdict);
  if (verdicts.includes("error")) return false;
  const isPartial = verdicts.includes("unread") || verdicts.includes("failed");
  return verdicts.includes("ok") && !isPartial ? true : undefined;
}
