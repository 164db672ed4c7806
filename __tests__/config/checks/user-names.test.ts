import { AGENT_ARN, ARN, load, person, testReports, two, whole } from "../../support/config";

const JOHN = "john.doe@example.com";

/** One application that john.doe@example.com and others may be assigned to, and lines after it. */
function assignedTo(users: string, ...lines: string[]): string {
  return whole(ARN, `applications: { agent: { assign: { users: [${users}] } } }`, ...lines);
}

describe("A user name need not be the e-mail address, so nothing is reported about", () => {
  testReports(
    [
      [
        "an entry whose user name is not given, where somebody is assigned whom no entry names",
        assignedTo("jdoe", "users:", person(JOHN, "agent")),
      ],
      [
        "several such entries",
        assignedTo("jdoe, asilva", "users:", person(JOHN, "agent"), person("ana@x.com", "agent")),
      ],
      [
        "an address that an assigned user name resembles",
        assignedTo("John.Doe@example.com", "users:", person(JOHN, "agent")),
      ],
      [
        "an entry with the user name that is assigned",
        assignedTo("jdoe", "users:", person(JOHN, "agent", ", userName: jdoe")),
      ],
      [
        "an entry with a user name, assigned by its address",
        assignedTo(JOHN, "users:", person(JOHN, "agent", ", userName: jdoe")),
      ],
      [
        "a user of another application who has the address as user name",
        two(
          `assign: { users: [${JOHN}] }`,
          "assign: { users: [jdoe] }",
          "users:",
          person(JOHN, "admin", ", userName: jdoe"),
          person("second.john@example.com", "agent", `, userName: ${JOHN}`),
        ),
      ],
    ],
    1,
  );
});

describe("A mistake in user names is reported in one line, with its place and the fix", () => {
  testReports([
    [
      "a user name twice",
      whole(
        ARN,
        "applications: { agent: {} }",
        "users:",
        person(JOHN, "agent", ", userName: jdoe"),
        person("jane.doe@example.com", "agent", ", userName: JDoe"),
      ),
      'error: config/workshop.yaml:5:131 users.1.userName: "JDoe" is the user name of users.0, "jdoe", with different upper and lower case; remove one of the two',
    ],
    [
      "the user name of a user who is created with the address as user name",
      whole(
        ARN,
        "applications: { agent: {} }",
        "users:",
        person(JOHN, "agent", ", createInIdentityCenter: true"),
        person("jane.doe@example.com", "agent", `, userName: ${JOHN}`),
      ),
      'error: config/workshop.yaml:5:131 users.1.userName: "john.doe@example.com" is the user name of users.0 too; remove one of the two',
    ],
    [
      "one person assigned by user name and by address",
      assignedTo(`jdoe, ${JOHN}`, "users:", person(JOHN, "agent", ", userName: jdoe")),
      'error: config/workshop.yaml:2:50 applications.agent.assign.users.1: "john.doe@example.com" is the same user as "jdoe" (users.0); remove one of the two',
    ],
    [
      "a user name with two applications, in assign and in users",
      two("assign: { users: [jdoe] }", "", "users:", person(JOHN, "admin", ", userName: jdoe")),
      'error: config/workshop.yaml:6:51 users.0.applications.0: "admin" is another application of john.doe@example.com, in addition to agent (applications.agent.assign.users.0), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a created user who is assigned with different upper and lower case",
      assignedTo(
        "JDoe",
        "users:",
        person(JOHN, "agent", ", userName: jdoe, createInIdentityCenter: true"),
      ),
      'error: config/workshop.yaml:2:44 applications.agent.assign.users.0: "JDoe" is users.0.userName with different upper and lower case; write "jdoe" in both places',
    ],
    [
      "an ID instead of a user name",
      assignedTo(
        "jdoe",
        "users:",
        person(JOHN, "agent", ", userName: 906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b"),
      ),
      'error: config/workshop.yaml:4:131 users.0.userName: "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b" is not a user name; AWS assigns the ID of a new user; give a user name',
    ],
  ]);
});

describe("A warning, while the instance is made, is reported about an assigned user", () => {
  testReports(
    [
      [
        "with different upper and lower case than the user name of the entry",
        assignedTo("JDoe", "users:", person(JOHN, "agent", ", userName: jdoe")),
        'warning: config/workshop.yaml:2:44 applications.agent.assign.users.0: "JDoe" is users.0.userName with different upper and lower case; write "jdoe" in both places',
      ],
      [
        "with different upper and lower case than the address of an entry that has a user name",
        assignedTo("John.Doe@example.com", "users:", person(JOHN, "agent", ", userName: jdoe")),
        'warning: config/workshop.yaml:2:44 applications.agent.assign.users.0: "John.Doe@example.com" is users.0.email with different upper and lower case; write "john.doe@example.com" in both places',
      ],
    ],
    1,
  );
});

describe("With roleSessionName: userName", () => {
  const SENT = [ARN, "applications: { agent: {} }", "roleSessionName: userName", "users:"];

  testReports(
    [
      [
        "user names that are not e-mail addresses are taken, and addresses that Connect would refuse",
        whole(
          ...SENT,
          person("a+b@example.com", "agent", ", userName: E1234567"),
          person("o'neil@example.com", "agent", ", userName: o.neil"),
          person(JOHN, "agent"),
        ),
      ],
    ],
    1,
  );

  testReports([
    [
      "a user name that Connect would refuse is reported",
      whole(...SENT, person(JOHN, "agent", ', userName: "corp\\\\jdoe"')),
      String.raw`error: config/workshop.yaml:5:131 users.0.userName: "corp\\jdoe" has "\\"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user another user name in Identity Center`,
    ],
    [
      "an address that Connect would refuse is reported where it is the user name too",
      whole(...SENT, person("a+b@example.com", "agent")),
      'error: config/workshop.yaml:5:14 users.0.email: "a+b@example.com" has "+"; a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these; give the user name in Identity Center as userName',
    ],
  ]);

  it("the user name is the name in Connect, and the address is the user name without another", () => {
    const { instances } = load(
      whole(...SENT, person(JOHN, "agent", ", userName: E1234567"), person("ana@x.com", "agent")),
    );
    expect(instances[0]?.users).toMatchObject([
      { email: JOHN, userName: "E1234567", connectUserName: "E1234567" },
      { email: "ana@x.com", userName: "ana@x.com", connectUserName: "ana@x.com" },
    ]);
  });
});

describe("By default", () => {
  it("the address is the name in Connect, whatever the user name", () => {
    const { instances } = load(
      assignedTo("jdoe", "users:", person(JOHN, "agent", ", userName: jdoe")),
    );
    expect(instances[0]?.users).toMatchObject([
      { email: JOHN, userName: "jdoe", connectUserName: JOHN },
    ]);
  });

  it("a user is assigned by user name, also where the config has the address", () => {
    const { instances } = load(
      assignedTo(`${JOHN}, lead`, "users:", person(JOHN, "agent", ", userName: jdoe")),
    );
    expect(instances[0]?.applications[0]?.users).toEqual(["jdoe", "lead"]);
  });
});

describe("Two configs that would create one user", () => {
  const config = (instance: string, user: string) =>
    whole(
      `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/${instance}`,
      `namePrefix: "${instance.slice(0, 4)}"`,
      `applications: { agent: { applicationArn: ${AGENT_ARN.replace("1111", instance.slice(0, 4))} } }`,
      "users:",
      user,
    );
  const FIRST = "9690dd9b-3de7-4097-b4d9-67829f7c8fca";
  const SECOND = "c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";

  it("are refused in Identity Center by user name, even with two addresses", () => {
    const { reported } = load({
      "a.yaml": config(
        FIRST,
        person(JOHN, "agent", ", userName: jdoe, createInIdentityCenter: true"),
      ),
      "b.yaml": config(
        SECOND,
        person("j@example.com", "agent", ", userName: jdoe, createInIdentityCenter: true"),
      ),
    });
    expect(reported).toEqual([
      'error: config/b.yaml:5:124 users.0.userName: "jdoe" would be created by users.0.userName in config/a.yaml too, in the same Identity Center; set createInIdentityCenter in only one of the files',
    ]);
  });
});
