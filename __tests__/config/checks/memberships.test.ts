import { ARN, person, testReports, whole } from "../../support/config";

const APPLICATION_ARN =
  "applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";
const agent = (assign: string) => `applications: { agent: { ${APPLICATION_ARN}, ${assign} } }`;
const GROUP = agent("assign: { groups: [ConnectAgents] }");
const CREATED = "identityCenter: { createGroups: [ConnectAgents] }";
const ana = person("ana@example.com", "agent");
const made = (email: string) => person(email, "agent", ", createInIdentityCenter: true");

describe("A user who may see no tile is told of", () => {
  testReports(
    [
      [
        "where groups that exist are the only way to it",
        whole(ARN, GROUP, "users:", ana),
        "warning: config/workshop.yaml:2:144 applications.agent.assign.groups: are the only way to the tile, and the config does not say that ana@example.com is a direct member of one; make sure of it in Identity Center, or name the user in applications.agent.assign.users",
      ],
      [
        "in one line for many users, by the names that Identity Center has",
        whole(
          ARN,
          GROUP,
          "users:",
          ana,
          person("bo@example.com", "agent", ", userName: bo"),
          person("cy@example.com", "agent"),
          person("di@example.com", "agent"),
          person("ed@example.com", "agent"),
        ),
        "warning: config/workshop.yaml:2:144 applications.agent.assign.groups: are the only way to the tile, and the config does not say that ana@example.com, bo, cy@example.com and 2 more are direct members of one; make sure of it in Identity Center, or name the user in applications.agent.assign.users",
      ],
      [
        "where the groups are created, which the user is not",
        whole(ARN, GROUP, CREATED, "users:", ana, made("bo@example.com")),
        "warning: config/workshop.yaml:2:144 applications.agent.assign.groups: get no members but the users that are created here, so no tile is shown to ana@example.com; add each user to a group in Identity Center after the deployment, or name the user in applications.agent.assign.users",
      ],
    ],
    1,
  );
});

describe("A group that is created without members is told of", () => {
  testReports(
    [
      [
        "once it will be created",
        whole(ARN, GROUP, CREATED),
        "warning: config/workshop.yaml:3:33 identityCenter.createGroups: creates ConnectAgents without members, so nobody sees the tile through it; add the members in Identity Center after the deployment",
      ],
    ],
    1,
  );
});

describe("Nothing is told", () => {
  testReports(
    [
      [
        "of a user who is assigned",
        whole(
          ARN,
          agent("assign: { groups: [ConnectAgents], users: [ana@example.com] }"),
          "users:",
          ana,
        ),
      ],
      [
        "of a user who is created as a member",
        whole(ARN, GROUP, CREATED, "users:", made("ana@example.com")),
      ],
      [
        "of a group before the ARN of its application is known",
        whole(ARN, "applications: { agent: { assign: { groups: [ConnectAgents] } } }", CREATED),
      ],
    ],
    1,
  );
});
