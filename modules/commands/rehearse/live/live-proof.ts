import type { InstanceSettings } from "../../../config";
import { Aws, loadSdk, withinBounds } from "../../aws";
import { withProgress } from "../../progress";
import { readResponse } from "../response";
import { applicationsOf } from "../steps";
import type { LiveProof } from "./proof";
import { prove } from "./prove";
import { liveRequest } from "./request";
import { announcement } from "./text";

/** Input of a live proof: what was captured, and the configs that it is for. */
export interface LiveInput {
  readonly response: string;
  /** Number of the response, where the capture has several. */
  readonly number?: number;
  readonly instances: readonly InstanceSettings[];
  /** @default - that of the capture, or else that of the config */
  readonly relayState?: string;
  /** Is told what will be done, before it is done. */
  readonly announce: (text: string) => void;
}

/**
 * Has AWS and Amazon Connect decide on a response: sends it once, and asks with the session of its role
 * for the federation of its user.
 */
export async function liveProof(input: LiveInput): Promise<LiveProof> {
  const { response: text, number, instances, relayState, announce } = input;
  const { response } = readResponse(text, number);
  if (!response) return unsent("it cannot be read as a response with one assertion");
  const request = liveRequest(response, applicationsOf(instances), relayState);
  if (typeof request === "string") return unsent(request);
  const sdk = await loadSdk();
  if ("missing" in sdk) return unsent(`the AWS SDK ${sdk.missing}`);

  announce(announcement(request));
  return withProgress(process.stderr, (tell) =>
    withinBounds((bounds) => prove(new Aws(sdk, { region: request.stsRegion }, bounds), request), {
      tell,
    }),
  );
}

function unsent(notSent: string): LiveProof {
  return { verdict: "unverified", calls: [], notSent };
}
