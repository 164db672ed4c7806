import type { InstanceSettings } from "../../../config";
import { Aws, type Bounds, callFailure, loadSdk, type Sdk, withinBounds } from "../../aws";
import { withProgress } from "../../progress";
import { federate } from "./federate";
import { type PermissionSetSession, sessionIn } from "./permission-set-session";
import type { LiveCall, LiveProof } from "./proof";
import { sessionAnnouncement, sessionFix } from "./session-text";

/** Input of the proof of a session: the profile that has it, and the configs that it may be of. */
export interface SessionInput {
  readonly profile: string;
  readonly instances: readonly InstanceSettings[];
  /** Is told what will be done, before it is done. */
  readonly announce: (text: string) => void;
}

/**
 * Has Amazon Connect decide on a session of a permission set: asks with it for the federation of its
 * user, once.
 */
export async function sessionProof({
  profile,
  instances,
  announce,
}: SessionInput): Promise<LiveProof> {
  const sdk = await loadSdk();
  if ("missing" in sdk) return unsent(`the AWS SDK ${sdk.missing}`);
  return withProgress(process.stderr, (tell) =>
    withinBounds((bounds) => prove({ sdk, profile, bounds }, instances, announce), { tell }),
  );
}

async function prove(
  { sdk, profile, bounds }: { sdk: Sdk; profile: string; bounds: Bounds },
  instances: readonly InstanceSettings[],
  announce: (text: string) => void,
): Promise<LiveProof> {
  const [first] = instances;
  if (!first) return unsent("there is no config");
  const aws = new Aws(sdk, { region: first.instance.region, profile }, bounds);
  const caller = await callerArn(aws);
  if ("failure" in caller) return unsent(caller.failure);
  const session = sessionIn(caller.arn, instances);
  if (typeof session === "string") return unsent(session);
  announce(sessionAnnouncement(session));
  const call = await federate(aws, session.settings.instance, aws.options.credentials);
  return { verdict: call.verdict, calls: [withFix(call, session)] };
}

/** Asks AWS whose session the credentials are. */
async function callerArn(aws: Aws): Promise<{ arn: string } | { failure: string }> {
  const { STSClient, GetCallerIdentityCommand } = aws.sdk.sts;
  try {
    const client = new STSClient(aws.options);
    const { Arn: arn } = await aws.untilEnd(client.send(new GetCallerIdentityCommand({})));
    return arn === undefined
      ? { failure: "the answer names nobody, so it does not come from AWS; check the proxy" }
      : { arn };
  } catch (error) {
    const { why, fix = "run aws sso login with the profile" } = callFailure(error);
    return { failure: `${why}; ${fix}` };
  }
}

/** Says what to do about a refusal, which for a permission set is other than for an application. */
function withFix(call: LiveCall, session: PermissionSetSession): LiveCall {
  const { explained } = call;
  return explained?.result === "refused"
    ? { ...call, explained: { ...explained, fix: sessionFix(explained.step, session) } }
    : call;
}

function unsent(notSent: string): LiveProof {
  return { verdict: "unverified", calls: [], notSent };
}
