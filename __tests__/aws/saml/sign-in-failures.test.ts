import { SIGN_IN_FAILURES } from "../../../modules/aws/saml";
import { unmarked } from "../../../modules/text";

const VALUES = {
  application: '"Agent"',
  instanceId: "9690dd9b-3de7-4097-b4d9-67829f7c8fca",
  acsUrl: "https://signin.aws.amazon.com/saml",
  samlAudience: "urn:amazon:webservices",
  relayStateUrl: "https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b",
  sessionDuration: "12h",
  roleMapping: "ROLE,PROVIDER",
  roleName: "AgentRole",
  samlProviderName: "AgentAccess",
  sessionName: { value: "${user:email}", what: "e-mail address" },
};

it("a message of AWS has the page that it is on; a description of what users see has none", () => {
  const answers = Object.values(SIGN_IN_FAILURES).map(({ answer }) => answer);
  expect(answers.filter(({ kind }) => kind === "sight")).toEqual([
    { kind: "sight", text: "a 404 page after the tile is chosen" },
    {
      kind: "sight",
      text: "an error that says that the user is a duplicate, or already associated",
    },
  ]);
  for (const answer of answers) {
    if (answer.kind === "words") expect(answer.source).toMatch(/^https:\/\//);
  }
});

it("the ACS URL to set is followed by the other one, where there are two", () => {
  const acsUrl = "https://eu-west-2.signin.aws.amazon.com/saml";
  const otherAcsUrl = "https://signin.aws.amazon.com/saml";
  expect(unmarked(SIGN_IN_FAILURES.cannotProcess.fix({ ...VALUES, acsUrl, otherAcsUrl }))).toBe(
    'set the Application ACS URL of "Agent" to https://eu-west-2.signin.aws.amazon.com/saml (https://signin.aws.amazon.com/saml works too)',
  );
});

it("causes and fixes are clauses, to be put after others or made sentences", () => {
  for (const { cause, fix } of Object.values(SIGN_IN_FAILURES)) {
    for (const clause of [unmarked(cause), unmarked(fix(VALUES))]) {
      expect(clause).toMatch(/^(?!.*undefined)[a-z].*[^.]$/);
    }
  }
});

it.each([
  ["sessionExpired", "start from the AWS access portal"],
  [
    "invalidResponse",
    'copy ROLE,PROVIDER into the attribute mapping https://aws.amazon.com/SAML/Attributes/Role of "Agent"',
  ],
  [
    "sessionNameMissing",
    'map https://aws.amazon.com/SAML/Attributes/RoleSessionName of "Agent" to ${user:email}',
  ],
  ["cannotProcess", 'set the Application ACS URL of "Agent" to https://signin.aws.amazon.com/saml'],
  ["audienceMissing", 'set the Application SAML audience of "Agent" to urn:amazon:webservices'],
  [
    "notFound",
    'set the relay state of "Agent" to https://us-east-1.console.aws.amazon.com/connect/federate/9690dd9b',
  ],
  ["tooLong", 'set the session duration of "Agent" to 12h'],
] as const)("the fix of %s names the values of the installation", (failure, fix) => {
  expect(unmarked(SIGN_IN_FAILURES[failure].fix(VALUES))).toBe(fix);
});
