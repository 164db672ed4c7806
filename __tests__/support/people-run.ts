import * as connect from "@aws-sdk/client-connect";
import * as sts from "@aws-sdk/client-sts";

import { Aws, type Sdk, withinBounds } from "../../modules/commands/aws";
import { applyUsers, type Result } from "../../modules/commands/users/apply-users";
import { Calls } from "../../modules/commands/users/calls";
import { UserChanger } from "../../modules/commands/users/change-user";
import { Pace } from "../../modules/commands/users/pace";
import { type PlanInput, planUsers, type UsersPlan } from "../../modules/commands/users/plan-users";
import { InstanceReader } from "../../modules/commands/users/read-users";
import type { WantedUser } from "../../modules/commands/users/user";
import type { MemoryConnect, VirtualClock } from "./memory-connect";

/** Makes a user that a config wants. */
export function person(name: string, values: Partial<WantedUser> = {}): WantedUser {
  return {
    name,
    firstName: "Ana",
    lastName: "Silva",
    routingProfile: "Basic Routing Profile",
    securityProfiles: ["Agent"],
    autoAccept: false,
    afterContactWorkSeconds: 0,
    tags: {},
    ...values,
  };
}

/** What a run of `connect-sso users` is like against users in memory. */
export interface PeopleRun {
  readonly plan: UsersPlan;
  readonly results: readonly Result[];
  /** Number of requests that were sent. */
  readonly sent: number;
  /** Number of requests that were refused as too many. */
  readonly throttled: number;
  /** Seconds on the clock that it took. */
  readonly seconds: number;
}

/** Plans and applies, as one process does. */
export async function runPeople(
  memory: MemoryConnect,
  clock: VirtualClock,
  wanted: readonly WantedUser[],
  options: Partial<Pick<PlanInput, "takeOver" | "maxRemovals">> & {
    readonly stop?: AbortSignal;
    readonly log?: (result: Result) => void;
  } = {},
): Promise<PeopleRun> {
  const { takeOver = false, stop = new AbortController().signal, log, ...others } = options;
  const from = clock.time;
  return withinBounds(async (bounds) => {
    const sdk = { connect, sts } as unknown as Sdk;
    const aws = new Aws(sdk, { region: "us-east-1" }, bounds);
    const calls = new Calls(new Pace(clock), clock, stop);
    const client = memory as unknown as connect.ConnectClient;
    const read = await new InstanceReader(aws, client, calls, "i").read({ groups: true });
    if ("unread" in read) throw new Error(read.unread);
    const { maxRemovals } = others;
    const plan = planUsers({
      owner: "workshop",
      wanted,
      existing: read.users,
      takeOver,
      ...(maxRemovals !== undefined && { maxRemovals }),
    });
    const about = { instanceId: "i", owner: "workshop", names: read.names };
    const results = await applyUsers(plan.refused === undefined ? plan.actions : [], {
      users: new UserChanger(aws, client, calls, about),
      owner: "workshop",
      stop,
      tell: () => undefined,
      log: log ?? (() => undefined),
    });
    const { sent, throttled } = calls;
    return { plan, results, sent, throttled, seconds: (clock.time - from) / 1_000 };
  });
}
