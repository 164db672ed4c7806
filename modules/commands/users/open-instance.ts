import type { InstanceSettings } from "../../config";
import { Aws, type Bounds, callerAccount, type Profiles, type Sdk } from "../aws";
import { callerFinding } from "../check";
import { Calls } from "./calls";
import { UserChanger } from "./change-user";
import type { InstanceNames } from "./names";
import { Pace, type Rate, realClock } from "./pace";
import { InstanceReader, type ReadInstance } from "./read-users";

/** What the calls to an instance depend on. */
export interface Access extends Pick<Profiles, "profile"> {
  readonly sdk: Sdk;
  readonly bounds: Bounds;
  readonly rate: Rate;
  readonly stop: AbortSignal;
}

/** An instance whose users can be read and changed. */
export interface OpenInstance {
  readonly settings: InstanceSettings;
  readonly read: (what: {
    readonly groups: boolean;
  }) => Promise<ReadInstance | { readonly unread: string }>;
  readonly changer: (names: InstanceNames) => UserChanger;
}

/** Opens an instance, or says why its account cannot be read. */
export async function openInstance(
  settings: InstanceSettings,
  { sdk, bounds, rate, stop, profile }: Access,
): Promise<OpenInstance | { readonly unread: string }> {
  const { region, accountId, instanceId } = settings.instance;
  const aws = new Aws(sdk, { region, ...(profile !== undefined && { profile }) }, bounds);
  const subject = `instance ${instanceId}`;
  const expected = { accountId, subject, option: "--profile" };
  const stranger = callerFinding(await callerAccount(aws), expected);
  if (stranger) return { unread: `${subject} ${stranger.message}` };
  const clock = realClock(stop);
  const calls = new Calls(new Pace(clock, rate), clock, stop);
  // Calls are made again here, within the rate, and not by the SDK.
  const client = new sdk.connect.ConnectClient({ ...aws.options, maxAttempts: 1 });
  const reader = new InstanceReader(aws, client, calls, instanceId);
  return {
    settings,
    read: (what) => reader.read(what),
    changer: (names) =>
      new UserChanger(aws, client, calls, { instanceId, owner: settings.name, names }),
  };
}
