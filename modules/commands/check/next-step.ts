import type {
  ApplicationSettings,
  InstanceSettings,
  NextCommands,
  PermissionSetSettings,
} from "../../config";
import type { Finding } from "./account";
import { deploymentsOf, deployStep } from "./deploy-step";
import { phaseOf } from "./phase";

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
  const { key } = application;
  const { federation, assignments, people } = deploymentsOf(settings, next);
  switch (phaseOf(application)) {
    case "before the console visit":
      return `${next.synth}, and follow ${next.outdir}/handoff/${settings.name}/index.html in the Identity Center console; then set applications.${key}.samlMetadataFile to the metadata file that it provides`;
    case "ready to deploy":
      return (
        deployStep([federation], settings, next, live) ??
        `${next.discover}, which sets applications.${key}.applicationArn; or set it to the application's ARN, which its page in the Identity Center console shows`
      );
    case "ready to assign":
      return (
        assignStep(application) ??
        deployStep([federation, assignments, ...people], settings, next, live) ??
        "nothing"
      );
  }
}

/** Says the one thing to do next for a permission set, which is a preview. */
export function permissionSetStep(
  set: PermissionSetSettings,
  settings: InstanceSettings,
  next: NextCommands,
  live: readonly Finding[] | undefined,
): string {
  const confirm =
    "confirm with one test user that it works, as docs/no-console.md says: this is a preview";
  const { assignments } = deploymentsOf(settings, next);
  const deploy = deployStep([assignments], settings, next, live);
  return assignStep(set) ?? (deploy === undefined ? confirm : `${deploy}; then ${confirm}`);
}

function assignStep({
  key,
  groups,
  users,
}: Pick<ApplicationSettings, "key" | "groups" | "users">): string | undefined {
  return groups.length + users.length === 0
    ? `list who may use it in applications.${key}.assign`
    : undefined;
}
