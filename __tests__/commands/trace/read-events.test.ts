import * as cloudTrail from "@aws-sdk/client-cloudtrail";
import * as sts from "@aws-sdk/client-sts";

import { Aws, type Sdk, withinBounds } from "../../../modules/commands/aws";
import { readEvents } from "../../../modules/commands/trace/read-events";
import { ARN, ONE, settingsOf } from "../../support/config";
import { FakeAws } from "../../support/fake-aws";
import { eventHistory, federated } from "../../support/sign-in-events";

const TO = new Date("2026-12-01T12:00:00Z");
const PERIOD = { from: new Date("2026-12-01T11:00:00Z"), to: TO };

describe("reading the event history", () => {
  const aws = new FakeAws();
  const environment = { ...process.env };
  beforeAll(async () => {
    Object.assign(process.env, await aws.start());
  });
  afterAll(async () => {
    process.env = environment;
    await aws.stop();
  });

  /** Reads at most two pages, of events of one after another second. */
  function read(count: number) {
    const entries = Array.from({ length: count }, (_, second) =>
      federated({ time: new Date(TO.getTime() - second * 1_000) }),
    );
    aws.answers = { "cloudtrail LookupEvents": eventHistory(entries) };
    const limits = { pages: 2, pause: () => Promise.resolve() };
    return withinBounds((bounds) =>
      readEvents(
        new Aws({ sts } as Sdk, { region: "us-east-1" }, bounds),
        cloudTrail,
        [settingsOf(ARN, ONE)],
        PERIOD,
        limits,
      ),
    );
  }

  it("reads every page", async () => {
    const { events, unread } = await read(100);
    expect(events).toHaveLength(100);
    expect(unread).toEqual([]);
  });

  it("says what is left out where there is more than it reads", async () => {
    const { events, unread } = await read(101);
    expect(events).toHaveLength(100);
    expect(unread).toEqual([
      "GetFederationToken in us-east-1: only the latest 100 events were read, those since 2026-12-01T11:58:21Z; name a shorter period with --since",
    ]);
  });
});
