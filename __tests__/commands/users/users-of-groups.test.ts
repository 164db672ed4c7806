import type { Member } from "../../../modules/commands/users/group-members";
import { type UserGroup, usersOfGroups } from "../../../modules/commands/users/users-of-groups";

const AGENTS: UserGroup = {
  group: "ConnectAgents",
  applications: ["agent"],
  routingProfile: "Sales",
  securityProfiles: ["Agent"],
  emailInConnect: false,
};
const LEADS: UserGroup = { ...AGENTS, group: "ConnectLeads", securityProfiles: ["Team Lead"] };

function member(name: string, values: Partial<Member> = {}): Member {
  return {
    id: name,
    userName: name,
    email: `${name}@example.com`,
    givenName: "Ana",
    familyName: "Silva",
    ...values,
  };
}

function usersOf(
  groups: Parameters<typeof usersOfGroups>[0],
  { listed = [], sent = "email" }: { listed?: string[]; sent?: "email" | "userName" } = {},
) {
  const users = listed.map((connectUserName) => ({ connectUserName }) as never);
  return usersOfGroups(groups, { users, roleSessionName: sent });
}

describe("users of the members of groups", () => {
  it("have the name that Identity Center sends, and what their group gives", () => {
    expect(usersOf([[AGENTS, [member("ana")]]])).toEqual({
      users: [
        {
          group: "ConnectAgents",
          applications: ["agent"],
          routingProfile: "Sales",
          securityProfiles: ["Agent"],
          emailInConnect: false,
          email: "ana@example.com",
          userName: "ana",
          connectUserName: "ana@example.com",
          givenName: "Ana",
          familyName: "Silva",
          createInIdentityCenter: false,
        },
      ],
      left: [],
      problems: [],
    });
    const { users } = usersOf([[AGENTS, [member("ana")]]], { sent: "userName" });
    expect(users).toMatchObject([{ connectUserName: "ana" }]);
  });

  it("are left out where Amazon Connect would refuse them, with the reason", () => {
    const { users, left } = usersOf([
      [
        AGENTS,
        [
          { id: "1", userName: "bo", givenName: "Bo", familyName: "Lind" },
          member("o'neil"),
          member("di", { familyName: " " }),
          member("ed", { givenName: "Ed\n" }),
        ],
      ],
    ]);
    expect(users).toEqual([]);
    expect(left).toEqual([
      {
        name: "bo",
        why: "has no primary e-mail address in Identity Center, which is the name in Amazon Connect, and cannot sign in; add it there",
      },
      {
        name: "o'neil@example.com",
        why: 'has "\'"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; change the e-mail address in Identity Center',
      },
      {
        name: "di@example.com",
        why: "has no family name in Identity Center, which Amazon Connect requires; add it there",
      },
      {
        name: "ed@example.com",
        why: "has a given name in Identity Center that is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it",
      },
    ]);
  });

  it("get what the first group in alphabetical order gives, and who is in two is reported", () => {
    const { users, left } = usersOf([
      [LEADS, [member("ana"), member("cy")]],
      [AGENTS, [member("ana")]],
    ]);
    expect(
      users.map(({ connectUserName, securityProfiles }) => [connectUserName, ...securityProfiles]),
    ).toEqual([
      ["ana@example.com", "Agent"],
      ["cy@example.com", "Team Lead"],
    ]);
    expect(left).toEqual([
      {
        name: "ana@example.com",
        why: "is a member of the groups ConnectAgents and ConnectLeads, and gets what ConnectAgents gives; remove the person from one of the two",
      },
    ]);
  });

  it("do not take the place of users whom the config lists", () => {
    expect(usersOf([[AGENTS, [member("ana")]]], { listed: ["ana@example.com"] })).toEqual({
      users: [],
      left: [],
      problems: [],
    });
  });

  it("are not removed all at once by a group that has no members", () => {
    expect(usersOf([[AGENTS, []]]).problems).toEqual([
      "the group ConnectAgents has no direct members, so every user who comes from it would be removed; members of nested groups do not count: add its members again, or remove the group from usersFrom",
    ]);
  });
});
