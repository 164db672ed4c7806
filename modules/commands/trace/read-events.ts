import { setTimeout as wait } from "node:timers/promises";

import type * as CloudTrailClient from "@aws-sdk/client-cloudtrail";

import { PARTITIONS, isPartitionName } from "../../aws";
import type { SignInCall } from "../../aws/saml";
import type { InstanceSettings } from "../../config";
import type { Aws } from "../aws";
import { type SignInEvent, signInEvent } from "./event";
import { lookupPages, type Pause } from "./lookup";
import { moment } from "./moment";

/** The package of the AWS SDK that reads CloudTrail. */
export type CloudTrail = typeof CloudTrailClient;

/** A period, with both ends. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Events of sign-ins, and what was not read. */
export interface ReadEvents {
  readonly events: readonly SignInEvent[];
  /** What was not read, or not wholly, and why: one clause each. */
  readonly unread: readonly string[];
}

/** How much is read, and how fast. */
interface Limits {
  /** Pages that are read of one call in one region. */
  readonly pages: number;
  readonly pause: Pause;
}

/** 10,000 events of one call in one region, which take two minutes. */
const LIMITS: Limits = { pages: 200, pause: wait };

/** Entries of a page, of which AWS gives no more. */
const PAGE_SIZE = 50;

/** Reads the event history wherever sign-ins to these instances are recorded. */
export async function readEvents(
  aws: Aws,
  cloudTrail: CloudTrail,
  instances: readonly InstanceSettings[],
  period: Period,
  limits = LIMITS,
): Promise<ReadEvents> {
  // The rate of calls is limited by region, so regions are read at the same time.
  const all = await Promise.all(
    [...callsByRegion(instances)].map(async ([region, calls]) => {
      const read: ReadEvents[] = [];
      for (const call of calls) {
        const one = await readCall(aws.in(region), cloudTrail, call, period, limits);
        read.push(one);
        // A second call would say the same.
        if (one.events.length === 0 && one.unread.length > 0) break;
      }
      return read;
    }),
  );
  return {
    events: all.flat().flatMap(({ events }) => events),
    unread: all.flat().flatMap(({ unread }) => unread),
  };
}

/**
 * Regions, and the calls that are recorded there: `AssumeRoleWithSAML` in that of the sign-in endpoint,
 * the global one or that of the instance, and `GetFederationToken` in that of the instance.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 */
function callsByRegion(
  instances: readonly InstanceSettings[],
): ReadonlyMap<string, ReadonlySet<SignInCall>> {
  const regions = new Map<string, Set<SignInCall>>();
  const add = (region: string, ...calls: readonly SignInCall[]) => {
    regions.set(region, new Set([...(regions.get(region) ?? []), ...calls]));
  };
  for (const { instance } of instances) {
    const { region, partition } = instance;
    add(region, "AssumeRoleWithSAML", "GetFederationToken");
    if (isPartitionName(partition)) {
      add(PARTITIONS[partition].globalSignInRegion, "AssumeRoleWithSAML");
    }
  }
  return regions;
}

async function readCall(
  aws: Aws,
  sdk: CloudTrail,
  call: SignInCall,
  { from, to }: Period,
  { pages, pause }: Limits,
): Promise<ReadEvents> {
  const client = new sdk.CloudTrailClient(aws.options);
  const input = {
    // AWS takes one attribute only; by its user name, an event without a name would not be found.
    LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: call } as const],
    StartTime: from,
    EndTime: to,
    MaxResults: PAGE_SIZE,
  };
  const page = (NextToken: string | undefined) =>
    client.send(
      new sdk.LookupEventsCommand({ ...input, ...(NextToken !== undefined && { NextToken }) }),
    );
  const reading = await aws.readPages(
    pages,
    "cloudtrail:LookupEvents",
    () => lookupPages(page, pause),
    ({ Events }) => Events,
    (entry) => signInEvent(entry, call, aws.region),
  );
  const what = `${call} in ${aws.region}`;
  if (reading.is !== "there") {
    const why = reading.is === "unread" ? reading.why : "CloudTrail has no event history";
    return { events: [], unread: [`${what}: ${why}`] };
  }
  const { entries, isWhole } = reading.value;
  const events = entries.filter((event) => event !== undefined);
  const oldest = events.at(-1);
  const since = oldest ? `, those since ${moment(oldest.time)}` : "";
  return {
    events,
    unread: isWhole
      ? []
      : [
          `${what}: only the latest ${(pages * PAGE_SIZE).toLocaleString("en-US")} events were read${since}; name a shorter period with --since`,
        ],
  };
}
