import { Stopped } from "../../../modules/commands/users/calls";
import { AwsError, MemoryConnect, VirtualClock } from "../../support/memory-connect";
import { person, runPeople } from "../../support/people-run";

const OURS = { "connect-sso:config": "workshop" };

describe("people who are created, changed and removed", () => {
  let clock: VirtualClock;
  let memory: MemoryConnect;
  beforeEach(() => {
    clock = new VirtualClock();
    memory = new MemoryConnect(clock);
  });
  const names = () => [...memory.users.values()].map(({ Username }) => Username).sort();
  const people = (number: number) =>
    Array.from({ length: number }, (_, index) => person(`a${String(index)}@example.com`));

  it("creates 600 people with one request for each, in five minutes, without a refused request", async () => {
    const first = await runPeople(memory, clock, people(600));
    expect(memory.users.size).toBe(600);
    expect(first).toMatchObject({ sent: 605, throttled: 0 });
    expect(first.seconds).toBeGreaterThan(300);
    expect(first.seconds).toBeLessThan(303);
    clock.time += 5_000; // otherwise nothing is left of the rate, and the first request is made twice
    const second = await runPeople(memory, clock, people(600));
    expect(second.plan).toMatchObject({ actions: [], kept: 600 });
    expect(second).toMatchObject({ sent: 6, throttled: 0 });
  });

  it("moves, renames, adds and removes people of 600, and finds nothing more to do", async () => {
    await runPeople(memory, clock, people(600));
    clock.time += 5_000;
    const next = [
      ...people(600)
        .slice(60)
        .map((one, index) => {
          if (index < 30)
            return { ...one, routingProfile: "Sales", hierarchyGroup: "Europe/Lisbon" };
          return index < 40 ? { ...one, lastName: "Souza" } : one;
        }),
      ...Array.from({ length: 20 }, (_, index) => person(`b${String(index)}@example.com`)),
    ];
    const run = await runPeople(memory, clock, next);
    expect(run.results.every(({ result }) => result === "done")).toBe(true);
    // Six to read; 20 created, 30 moved in two requests, 10 renamed and 60 removed with a look first.
    expect(run.sent).toBe(6 + 20 + 30 * 2 + 10 * 2 + 60 * 2);
    expect(run.throttled).toBe(0);
    expect(memory.users.size).toBe(560);
    expect((await runPeople(memory, clock, next)).plan).toMatchObject({ actions: [], kept: 560 });
  });

  it("refuses to remove more than a tenth of the people, and then removes nobody", async () => {
    await runPeople(memory, clock, people(60));
    const { plan, results } = await runPeople(memory, clock, people(53));
    expect(plan.refused).toBe(
      "7 of the 60 users of this config would be removed, and at most 6 may be in one run; make sure that the list of users is whole, and raise the bound with --max-removals 7 where it is",
    );
    expect(results).toEqual([]);
    expect(memory.users.size).toBe(60);
    await runPeople(memory, clock, people(53), { maxRemovals: 7 });
    expect(memory.users.size).toBe(53);
  });

  it.each([1, 4, 6, 7, 20, 33, 48, 61, 62, 63])(
    "makes no doubles when it is killed at request %i and runs again",
    async (killed) => {
      const wanted = people(60);
      const isAfter = killed % 2 === 0;
      memory.disturb = (_, number, after) => {
        // A kill, for this process, is an error after which nothing more is done.
        if (number >= killed && after === isAfter) throw new Stopped("killed");
      };
      await runPeople(memory, clock, wanted).catch(() => undefined);
      memory.disturb = () => undefined;
      await runPeople(memory, clock, wanted);
      expect(names()).toEqual(wanted.map(({ name }) => name).sort());
      expect((await runPeople(memory, clock, wanted)).plan.actions).toEqual([]);
    },
  );

  it("looks for a user whose creation was not answered, and makes no second one", async () => {
    let isLost = false;
    memory.disturb = (operation, _, isAfter) => {
      if (operation !== "CreateUser" || !isAfter || isLost) return;
      isLost = true;
      throw new AwsError("InternalServiceException", 500);
    };
    const { results } = await runPeople(memory, clock, people(2));
    expect(results).toEqual([
      { action: "create", user: "a0@example.com", result: "done", id: "u-1" },
      { action: "create", user: "a1@example.com", result: "done", id: "u-2" },
    ]);
    expect(names()).toEqual(["a0@example.com", "a1@example.com"]);
  });

  it("does not take a user that somebody else has created since the plan", async () => {
    memory.disturb = (operation) => {
      if (operation === "CreateUser" && memory.users.size === 0) memory.add("a0@example.com");
    };
    const { results } = await runPeople(memory, clock, people(1));
    expect(results).toEqual([
      {
        action: "create",
        user: "a0@example.com",
        result: "failed",
        why: "somebody else has created the user, without the tag connect-sso:config; plan again",
      },
    ]);
    expect(memory.users.get("u-1")?.Tags).toEqual({});
  });

  it("waits and tries again when others use the rate up, and when the user is being changed", async () => {
    let refused = 0;
    memory.disturb = (operation, _, isAfter) => {
      if (operation !== "CreateUser" || isAfter || refused === 4) return;
      refused += 1;
      throw refused < 3
        ? new AwsError("ThrottlingException", 429)
        : new AwsError("ResourceConflictException", 409);
    };
    const { results, throttled, seconds } = await runPeople(memory, clock, people(1));
    expect(results).toMatchObject([{ result: "done" }]);
    expect(throttled).toBe(2);
    expect(seconds).toBeGreaterThan(15);
  });

  it("gives up a user whom AWS refuses for more than a minute, and goes on with the others", async () => {
    let first = "";
    memory.disturb = (operation) => {
      if (operation === "CreateUser" && memory.users.size === 0 && first !== "over") {
        first = memory.calls.filter((call) => call === "CreateUser").length < 7 ? "" : "over";
        throw new AwsError("ResourceConflictException", 409);
      }
    };
    const { results } = await runPeople(memory, clock, people(3));
    expect(results).toMatchObject([
      {
        user: "a0@example.com",
        result: "failed",
        why: "AWS answered ResourceConflictException (ResourceConflictException of the test)",
      },
      { user: "a1@example.com", result: "done" },
      { user: "a2@example.com", result: "done" },
    ]);
  });

  it("asks no more for what the credentials may not do, and does the rest", async () => {
    memory.add("old@example.com", OURS);
    memory.disturb = (operation) => {
      if (operation === "CreateUser") throw new AwsError("AccessDeniedException", 403);
    };
    const { results } = await runPeople(memory, clock, people(3));
    expect(results.map(({ user, result, why }) => [user, result, why])).toEqual([
      [
        "a0@example.com",
        "failed",
        "AWS answered AccessDeniedException (AccessDeniedException of the test)",
      ],
      [
        "a1@example.com",
        "skipped",
        "not tried, as AWS answered AccessDeniedException to an earlier call",
      ],
      [
        "a2@example.com",
        "skipped",
        "not tried, as AWS answered AccessDeniedException to an earlier call",
      ],
      ["old@example.com", "done", undefined],
    ]);
  });

  it("ends after the request that is on its way when somebody asks to stop, and says what is done", async () => {
    const stopper = new AbortController();
    memory.disturb = (operation, _, isAfter) => {
      const isThird = operation === "CreateUser" && memory.users.size === 2;
      if (isThird && !isAfter) stopper.abort();
    };
    const logged: unknown[] = [];
    await runPeople(memory, clock, people(5), {
      stop: stopper.signal,
      log: ({ user, result }) => logged.push([user, result]),
    });
    expect(logged).toEqual([
      ["a0@example.com", "done"],
      ["a1@example.com", "done"],
      ["a2@example.com", "done"],
      ["a3@example.com", "skipped"],
      ["a4@example.com", "skipped"],
    ]);
    expect(names()).toEqual(["a0@example.com", "a1@example.com", "a2@example.com"]);
  });

  it("does not remove a user whose tag was taken away since the plan", async () => {
    const id = memory.add("old@example.com", OURS);
    memory.disturb = (operation) => {
      const user = memory.users.get(id);
      if (operation === "DescribeUser" && user) memory.users.set(id, { ...user, Tags: {} });
    };
    const { results } = await runPeople(memory, clock, []);
    expect(results).toEqual([
      {
        action: "remove",
        user: "old@example.com",
        result: "failed",
        id,
        why: "the user no longer has the tag connect-sso:config, and belongs to somebody else; plan again",
      },
    ]);
    expect(names()).toEqual(["old@example.com"]);
  });

  it("keeps what a config does not say when it changes a name or a phone", async () => {
    const id = memory.add("a0@example.com", OURS);
    const user = memory.users.get(id);
    if (!user) throw new Error("the user is missing");
    memory.users.set(id, {
      ...user,
      IdentityInfo: { FirstName: "Old", LastName: "Silva", SecondaryEmail: "ana@home.example" },
      PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: true, PersistentConnection: true },
    });
    await runPeople(memory, clock, people(1));
    expect(memory.users.get(id)).toMatchObject({
      IdentityInfo: { FirstName: "Ana", LastName: "Silva", SecondaryEmail: "ana@home.example" },
      PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, PersistentConnection: true },
    });
  });

  it("writes a second address once, changes it, and takes it away with the config", async () => {
    const addressOf = () =>
      [...memory.users.values()].map(({ IdentityInfo }) => IdentityInfo["SecondaryEmail"]);
    const with_ = (secondaryEmail: string) => [person("a0@example.com", { secondaryEmail })];
    await runPeople(memory, clock, with_("ana@one.example"));
    expect(addressOf()).toEqual(["ana@one.example"]);
    expect((await runPeople(memory, clock, with_("ana@one.example"))).plan.actions).toEqual([]);
    await runPeople(memory, clock, with_("ana@two.example"));
    expect(addressOf()).toEqual(["ana@two.example"]);
    await runPeople(memory, clock, people(1));
    expect(addressOf()).toEqual([undefined]);
    expect((await runPeople(memory, clock, people(1))).plan.actions).toEqual([]);
  });
});
