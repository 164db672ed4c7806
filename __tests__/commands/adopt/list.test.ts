import { listOf } from "../../../modules/commands/adopt/list";
import type { Sighting } from "../../../modules/commands/adopt/sighting";

type About = Pick<Sighting, "kind" | "name" | "application" | "id">;

function seen(is: Sighting["is"], ...things: About[]): Sighting[] {
  return things.map((one) => ({ ...one, is, notes: [] }));
}

describe("The list of what exists", () => {
  it("has names where AWS finds a thing by its name, and else the ID that AWS gave it", () => {
    const found = seen(
      "exists",
      { kind: "samlProviders", name: "Agents" },
      { kind: "rolesWithPolicy", name: "AgentRole" },
      { kind: "connectUsers", name: "ana@example.com", id: "u-1" },
      { kind: "groups", name: "ConnectAgents", id: "g-1" },
      { kind: "memberships", name: "ana@example.com in ConnectAgents", id: "m-1" },
      { kind: "assignments", application: "agent", name: "group ConnectAgents", id: "g-1" },
    );
    const missing = seen("missing", { kind: "roles", name: "AgentRole" });
    expect(listOf([...found, ...missing], "d-1234567890", undefined)).toEqual({
      samlProviders: ["Agents"],
      rolesWithPolicy: ["AgentRole"],
      connectUsers: { "ana@example.com": "u-1" },
      identityStoreId: "d-1234567890",
      groups: { ConnectAgents: "g-1" },
      memberships: { "ana@example.com in ConnectAgents": "m-1" },
      assignments: { agent: { "group ConnectAgents": "g-1" } },
    });
  });

  it("keeps what the config lists of a thing that could not be read, and drops what is gone", () => {
    const before = {
      samlProviders: ["Agents"],
      roles: ["AgentRole", "AdminRole"],
      policies: [],
      rolesWithPolicy: [],
      connectUsers: { "ana@example.com": "u-1", "bob@example.com": "u-2" },
      identityStoreId: "d-1234567890",
      groups: { ConnectAgents: "g-1" },
      directoryUsers: {},
      memberships: {},
      permissionSets: { AmazonConnectAgent: "ps-1", AmazonConnectAdmin: "ps-2" },
      permissionSetsWithPolicy: ["AmazonConnectAgent"],
      assignments: { agent: { "group ConnectAgents": "g-1", "user bob": "u-9" } },
    };
    const sightings = [
      ...seen("unread", { kind: "roles", name: "AgentRole" }),
      ...seen("failed", { kind: "connectUsers", name: "ana@example.com" }),
      ...seen("unread", { kind: "permissionSets", name: "AmazonConnectAgent" }),
      ...seen(
        "missing",
        { kind: "samlProviders", name: "Agents" },
        { kind: "roles", name: "AdminRole" },
        { kind: "connectUsers", name: "bob@example.com" },
        { kind: "permissionSets", name: "AmazonConnectAdmin" },
        { kind: "permissionSetsWithPolicy", name: "AmazonConnectAgent" },
        { kind: "assignments", application: "agent", name: "user bob" },
      ),
    ];
    expect(listOf(sightings, undefined, before)).toEqual({
      roles: ["AgentRole"],
      connectUsers: { "ana@example.com": "u-1" },
      identityStoreId: "d-1234567890",
      groups: { ConnectAgents: "g-1" },
      permissionSets: { AmazonConnectAgent: "ps-1" },
      assignments: { agent: { "group ConnectAgents": "g-1" } },
    });
  });

  it("is empty when nothing exists", () => {
    expect(
      listOf(seen("missing", { kind: "roles", name: "R" }), "d-1234567890", undefined),
    ).toEqual({});
  });
});
