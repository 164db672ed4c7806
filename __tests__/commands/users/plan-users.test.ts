import fc from "fast-check";

import { planUsers } from "../../../modules/commands/users/plan-users";
import type { ExistingUser } from "../../../modules/commands/users/user";
import { MemoryConnect, VirtualClock } from "../../support/memory-connect";
import { person, runPeople } from "../../support/people-run";

const OURS = { "connect-sso:config": "workshop" };

function existing(name: string, values: Partial<ExistingUser> = {}): ExistingUser {
  return { ...person(name), id: `id of ${name}`, arn: `arn of ${name}`, tags: OURS, ...values };
}

function plan(input: Partial<Parameters<typeof planUsers>[0]>) {
  return planUsers({ owner: "workshop", wanted: [], existing: [], takeOver: false, ...input });
}

describe("a plan of users", () => {
  it("creates who is missing, changes value by value who differs, and removes who has left", () => {
    const { actions, kept } = plan({
      wanted: [
        person("new@example.com"),
        person("same@example.com"),
        person("moved@example.com", {
          routingProfile: "Sales",
          securityProfiles: ["Admin", "Agent"],
          hierarchyGroup: "Europe/Lisbon",
          deskPhone: "+12065550100",
          autoAccept: true,
          afterContactWorkSeconds: 30,
          lastName: "Souza",
          tags: { Team: "Sales" },
        }),
      ],
      existing: [
        existing("same@example.com", { tags: { ...OURS, "set by": "others" } }),
        existing("moved@example.com"),
        existing("gone@example.com"),
      ],
    });
    expect(kept).toBe(1);
    expect(actions).toMatchObject([
      { is: "create", wanted: { name: "new@example.com" } },
      {
        is: "change",
        wanted: { name: "moved@example.com" },
        changes: [
          { part: "identity", what: "last name", from: "Silva", to: "Souza" },
          { part: "phone", what: "phone", from: "softphone", to: "+12065550100" },
          { part: "phone", what: "auto-accept", from: "no", to: "yes" },
          { part: "phone", what: "after-contact work", from: "no limit", to: "30 s" },
          {
            part: "routing",
            what: "routing profile",
            from: "Basic Routing Profile",
            to: "Sales",
          },
          { part: "security", what: "security profiles", from: "Agent", to: "Admin, Agent" },
          { part: "hierarchy", what: "hierarchy group", from: "(none)", to: "Europe/Lisbon" },
          { part: "tags", what: "tag Team", from: "(none)", to: "Sales" },
        ],
      },
      { is: "remove", existing: { name: "gone@example.com" } },
    ]);
  });

  it("neither changes nor removes users without the tag, and says so where the config lists them", () => {
    const { actions, left } = plan({
      wanted: [person("ana@example.com"), person("bo@example.com")],
      existing: [
        existing("ana@example.com", { tags: {}, lastName: "Other" }),
        existing("bo@example.com", { tags: { "connect-sso:config": "sales" } }),
        existing("cy@example.com", { tags: { "connect-sso:config": "sales" } }),
        existing("di@example.com", { tags: {} }),
      ],
    });
    expect(actions).toEqual([]);
    expect(left).toEqual([
      {
        name: "ana@example.com",
        why: "the user exists without the tag connect-sso:config, so somebody else manages it; --take-over makes it a user of this config",
      },
      {
        name: "bo@example.com",
        why: "the user belongs to the config sales, as the tag connect-sso:config says; remove the user from one of the two configs",
      },
    ]);
  });

  it("takes over users without the tag when it is told to, but not those of another config", () => {
    const { actions, left } = plan({
      takeOver: true,
      wanted: [person("ana@example.com"), person("bo@example.com")],
      existing: [
        existing("ana@example.com", { tags: {} }),
        existing("bo@example.com", { tags: { "connect-sso:config": "sales" } }),
      ],
    });
    expect(actions).toMatchObject([
      {
        wanted: { name: "ana@example.com" },
        changes: [{ what: "tag connect-sso:config", from: "(none)", to: "workshop" }],
      },
    ]);
    expect(left).toMatchObject([{ name: "bo@example.com" }]);
  });

  it("takes over the user whose ID the config names, and reports an ID that is wrong", () => {
    const { actions, left } = plan({
      wanted: [
        person("ana@example.com", { id: "id of ana@example.com" }),
        person("bo@example.com", { id: "id of cy@example.com" }),
        person("di@example.com", { id: "id of nobody" }),
      ],
      existing: [
        existing("ana@example.com", { tags: {} }),
        existing("cy@example.com", { tags: {} }),
      ],
    });
    expect(actions).toMatchObject([{ is: "change", wanted: { name: "ana@example.com" } }]);
    expect(left).toEqual([
      {
        name: "bo@example.com",
        why: "the user with the ID id of cy@example.com has the name cy@example.com, and a name cannot be changed; correct connectUserId",
      },
      {
        name: "di@example.com",
        why: "there is no user with the ID id of nobody; remove connectUserId, so that the user is created",
      },
    ]);
  });

  it("takes names with different upper and lower case for different users", () => {
    const { actions } = plan({
      wanted: [person("Ana@example.com")],
      existing: [existing("ana@example.com")],
    });
    expect(actions.map(({ is }) => is)).toEqual(["create", "remove"]);
  });

  it.each([
    [5, 5, undefined],
    [49, 5, undefined],
    [49, 6, "6 of the 49 users"],
    [100, 10, undefined],
    [100, 11, "11 of the 100 users"],
    [6, 6, "6 of the 6 users"],
  ])("of %i users, may remove %i: %s", (owned, removed, refused) => {
    const users = Array.from({ length: owned }, (_, index) => existing(`a${String(index)}`));
    const wanted = users.slice(removed).map(({ name }) => person(name));
    const made = plan({ wanted, existing: users });
    expect(made.actions).toHaveLength(removed);
    if (refused === undefined) expect(made).not.toHaveProperty("refused");
    else expect(made.refused).toContain(refused);
  });

  const values = fc.record({
    firstName: fc.constantFrom("Ana", "Bo"),
    lastName: fc.constantFrom("Silva", "Lind"),
    routingProfile: fc.constantFrom("Basic Routing Profile", "Sales"),
    securityProfiles: fc.constantFrom(["Agent"], ["Admin", "Agent"]),
    autoAccept: fc.boolean(),
    afterContactWorkSeconds: fc.constantFrom(0, 30),
    tags: fc.constantFrom({}, { Team: "Sales" }),
  });
  const extras = fc.record(
    {
      hierarchyGroup: fc.constantFrom("Europe", "Europe/Lisbon"),
      deskPhone: fc.constant("+12065550100"),
      secondaryEmail: fc.constantFrom("ana@one.example", "ana@two.example"),
    },
    { requiredKeys: [] },
  );
  const users = fc.uniqueArray(
    fc.record({ name: fc.constantFrom("a", "b", "c", "d", "e", "f"), values, extras }),
    { selector: ({ name }) => name, maxLength: 6 },
  );
  const wantedOf = (list: typeof users extends fc.Arbitrary<infer T> ? T : never) =>
    list.map((one) => person(`${one.name}@example.com`, { ...one.values, ...one.extras }));

  it("is empty once it has been applied, whatever was there before", async () => {
    await fc.assert(
      fc.asyncProperty(users, users, async (before, after) => {
        const clock = new VirtualClock();
        const memory = new MemoryConnect(clock);
        await runPeople(memory, clock, wantedOf(before));
        const foreign = memory.add("foreign@example.com");
        await runPeople(memory, clock, wantedOf(after), { maxRemovals: 6 });
        const { plan: last } = await runPeople(memory, clock, wantedOf(after));
        expect(last).toEqual({ actions: [], kept: after.length, left: [] });
        expect(memory.users.get(foreign)?.Tags).toEqual({});
        expect(memory.users.size).toBe(after.length + 1);
      }),
      { numRuns: 60 },
    );
  });
});
