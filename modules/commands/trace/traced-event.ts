import { type Application, explainedError, nameOf } from "../rehearse";
import type { SignInEvent } from "./event";
import { ownerOf, type Person } from "./person";
import type { TracedEvent } from "./report";

/**
 * Explains an event for the report; `undefined` for one of somebody else, and of a success without a
 * name.
 */
export function tracedEvent(
  event: SignInEvent,
  person: Person,
  applications: readonly Application[],
): TracedEvent | undefined {
  const { owner, name } = ownerOf(event, person);
  const application = applicationOf(event, applications);
  const { time, region, call, roleArn, instanceId, error } = event;
  if (owner === "other") return undefined;
  if (owner === "unnamed" && (error === undefined || !application)) return undefined;
  return {
    time,
    region,
    call,
    ...(roleArn !== undefined && { roleArn }),
    ...(instanceId !== undefined && { instanceId }),
    ...(name !== undefined && { name }),
    owner,
    ...(application && { application: nameOf(application) }),
    ...(error
      ? explainedError(call, error, application ?? neighbour(event, applications))
      : { result: "accepted" }),
  };
}

/** An application of the same instance, whose fixes hold for the user where the role is unknown. */
function neighbour(
  { instanceId }: SignInEvent,
  applications: readonly Application[],
): Application | undefined {
  return applications.find(({ settings: { instance } }) => instance.instanceId === instanceId);
}

/** Tells if an event concerns something that the config has. */
export function isConfigured(event: SignInEvent, applications: readonly Application[]): boolean {
  const { instanceId } = event;
  if (event.call === "GetFederationToken" && instanceId !== undefined) {
    return applications.some(({ settings: { instance } }) => instance.instanceId === instanceId);
  }
  return applicationOf(event, applications) !== undefined;
}

/** The application by its own provider, or by its role, which several may share. */
function applicationOf(
  { roleArn, samlProviderArn }: SignInEvent,
  applications: readonly Application[],
): Application | undefined {
  return (
    applications.find((one) => one.samlProviderArn === samlProviderArn) ??
    applications.find((one) => one.roleArn === roleArn)
  );
}
