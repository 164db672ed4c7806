import { ARN, person, testReports, whole } from "../../support/config";

/** Two spellings of Équipe: in one code point, and in two. */
const COMPOSED = "\u00c9quipe";
const DECOMPOSED = "E\u0301quipe";
const SPACE = "Connect Agents";
const NO_BREAK = "Connect\u00a0Agents";

const userWith = (email: string, profiles: string) =>
  person(email, "agent").replace("securityProfiles: [Agent]", profiles);

describe("Two spellings of a name that look the same are an error that spells out the difference", () => {
  testReports([
    [
      "a group that is created, and assigned in another spelling",
      whole(
        ARN,
        `applications: { agent: { assign: { groups: [${DECOMPOSED}] } } }`,
        `identityCenter: { createGroups: [${COMPOSED}] }`,
      ),
      `error: config/workshop.yaml:2:45 applications.agent.assign.groups.0: "${DECOMPOSED}" has U+0045 U+0301, which Terraform would replace by U+00C9; write "${COMPOSED}"`,
    ],
    [
      "a group twice in a list, with a space and with a no-break space",
      whole(ARN, `applications: { agent: { assign: { groups: [${SPACE}, ${NO_BREAK}] } } }`),
      `error: config/workshop.yaml:2:61 applications.agent.assign.groups.1: "${NO_BREAK}" looks like applications.agent.assign.groups.0, but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places`,
    ],
    [
      "the routing profile of two users",
      whole(
        ARN,
        "applications: { agent: {} }",
        "users:",
        userWith("a@example.com", `routingProfile: ${SPACE}, securityProfiles: [Agent]`),
        userWith("b@example.com", `routingProfile: ${NO_BREAK}, securityProfiles: [Agent]`),
      ),
      `error: config/workshop.yaml:5:103 users.1.routingProfile: "${NO_BREAK}" looks like users.0.routingProfile, but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places`,
    ],
    [
      "the security profiles of two users",
      whole(
        ARN,
        "applications: { agent: {} }",
        "users:",
        userWith("a@example.com", `securityProfiles: [Agent, ${SPACE}]`),
        userWith("b@example.com", `securityProfiles: [${NO_BREAK}]`),
      ),
      `error: config/workshop.yaml:5:106 users.1.securityProfiles.0: "${NO_BREAK}" looks like users.0.securityProfiles.1, but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places`,
    ],
  ]);
});

describe("A warning about a group spells out what only code points tell apart", () => {
  testReports(
    [
      [
        "a Cyrillic letter",
        whole(
          ARN,
          "applications: { agent: { assign: { groups: [ConnectAgents] } } }",
          "identityCenter: { createGroups: [\u0421onnectAgents] }",
        ),
        'warning: config/workshop.yaml:3:34 identityCenter.createGroups.0: "\u0421onnectAgents" would be created, but is not assigned to an application; did you mean "ConnectAgents", with U+0043 in place of U+0421?',
      ],
    ],
    1,
  );
});

describe("Nothing is reported about a group and a profile of the same name", () => {
  testReports(
    [
      [
        "in two spellings, since these are two things",
        whole(
          ARN,
          `applications: { agent: { assign: { groups: [${NO_BREAK}] } } }`,
          "users:",
          userWith("a@example.com", `securityProfiles: [${SPACE}], createInIdentityCenter: true`),
        ),
      ],
    ],
    1,
  );
});
