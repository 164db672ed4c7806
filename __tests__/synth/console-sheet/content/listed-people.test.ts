import { listedPeople } from "../../../../modules/synth/console-sheet/content/listed-people";
import { leavingText } from "../../../../modules/synth/console-sheet/content/leaving-text";
import type { ConsoleSheetInput } from "../../../../modules/synth/console-sheet";
import { consoleValues } from "../../../../modules/synth/console-sheet/values";
import { unmarked } from "../../../../modules/text";

const HANDOFF = {
  attributeMappingValue: "",
  relayStateUrl: "",
  roleArn: "arn:aws:iam::123456789012:role/A",
  samlProviderArn: "arn:aws:iam::123456789012:saml-provider/A",
};
const input = {
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  applications: { agent: HANDOFF, admin: HANDOFF },
  configFile: "config/workshop.yaml",
};

function people(count: number, application: string, from?: string) {
  return Array.from({ length: count }, (_, index) => ({
    email: `${application}${String(index + 1)}@example.com`,
    routingProfile: "Basic Routing Profile",
    securityProfiles: ["Agent"],
    applications: [application],
    ...(from !== undefined && { from }),
  }));
}

const texts = (users: ReturnType<typeof people>) =>
  listedPeople({ ...input, users }).more.map(unmarked);

describe("the people of a sheet", () => {
  it("are listed by application", () => {
    const { users, more } = listedPeople({
      ...input,
      users: [...people(1, "admin"), ...people(2, "agent")],
    });
    expect(users.map(({ email }) => email)).toEqual([
      "agent1@example.com",
      "agent2@example.com",
      "admin1@example.com",
    ]);
    expect(more).toEqual([]);
  });

  it("are the first 50 of each application, and the sheet names the file with the others", () => {
    const users = [...people(5000, "agent", "config/agents.csv"), ...people(50, "admin")];
    expect(listedPeople({ ...input, users }).users).toHaveLength(100);
    expect(texts(users)).toEqual(["Of agent there are 4,950 more, whom config/agents.csv lists."]);
  });

  it("are in several files", () => {
    expect(texts([...people(51, "agent"), ...people(1, "agent", "config/agents.csv")])).toEqual([
      "Of agent there are 2 more, whom config/workshop.yaml and config/agents.csv list.",
    ]);
  });
});

describe("what a sheet says of people who leave", () => {
  const textOf = (given: ConsoleSheetInput) =>
    leavingText(given, consoleValues(given)).map(unmarked).join("\n");

  it("is the command that deletes, where Terraform does not, and no entry to remove for members of groups", () => {
    const usersApply = "npm run users -- apply";
    expect(textOf({ ...input, users: people(1, "agent"), usersApply })).toContain(
      "Then remove the user from the config and run npm run users -- apply: that deletes the user in Amazon Connect",
    );
    expect(textOf({ ...input, userGroups: ["ConnectAgents"] })).toContain(
      "Then deploy: that deletes the user in Amazon Connect",
    );
  });

  it("is what to delete by hand, where Terraform makes no users", () => {
    expect(textOf(input)).toContain(
      "Then delete the user on the Amazon Connect admin website, under Users, User management, which cannot be undone.",
    );
  });

  it("is how to end their session, and what Terraform does", () => {
    expect(textOf({ ...input, users: people(1, "agent") })).toBe(
      "Who leaves: remove the person from the groups or disable the user in Identity Center first, which closes the tile. To sign the person out of Amazon Connect at once, run aws connect delete-all-entity-sessions --instance-id 9690dd9b-3de7-4097-b4d9-67829f7c8fca --region us-east-1 --entity-type USER --entity-id ID while the user exists, with the ID that aws connect list-users --instance-id 9690dd9b-3de7-4097-b4d9-67829f7c8fca --region us-east-1 shows; otherwise an open session goes on, for up to 12 hours. Then remove the user from the config and deploy: that deletes the user in Amazon Connect, which cannot be undone. Contact records and reports keep the name; delete the user's quick connect under Quick connects too.",
    );
  });
});
