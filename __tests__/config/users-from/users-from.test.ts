import { ARN, type Files, load, person, testReports, whole } from "../../support/config";
import { HOSTILE } from "../../support/hostile-text";

const TEMPLATE =
  "first name,last name,user login,routing profile name,security_profile_name_1|security_profile_name_2,phone type (soft/desk),phone number,soft phone auto accept (yes/no),ACW timeout (seconds)";

/** A config whose `usersFrom` is `agents.csv`, with keys of the entry, and lines after it. */
function from(csv: string | Uint8Array, keys = "applications: [agent]", ...lines: string[]): Files {
  return {
    "workshop.yaml": whole(
      ARN,
      "applications: { agent: {}, admin: {} }",
      `usersFrom: [{ file: agents.csv, ${keys} }]`,
      ...lines,
    ),
    "agents.csv": csv,
  };
}

/** A file with the columns of a user, and rows of it. */
function rows(...given: string[]): string {
  return ["user login,first name,last name,securityProfiles", ...given, ""].join("\n");
}

function usersOf(config: Files) {
  const { instances, reported } = load(config);
  expect(reported).toEqual([]);
  return instances[0]?.users;
}

describe("users from a file", () => {
  it("have what the template of Amazon Connect says", () => {
    const csv = [
      `${TEMPLATE},UserHierarchy`,
      "Ana,Silva,ana@example.com,Sales,Agent|Team Lead,soft,,yes,30,Europe/Lisbon",
      "Bo,Lind,bo@example.com,,Agent,desk,+12065550100,no,0,",
      "Cy,Low,cy@example.com,,Agent,SOFT_PHONE,+12065550101,,,",
    ].join("\r\n");
    const common = {
      createInIdentityCenter: false,
      emailInConnect: false,
      applications: ["agent"],
      from: expect.stringMatching(/(^|\/)config\/agents\.csv$/) as string,
    };
    expect(usersOf(from(csv))).toEqual([
      {
        ...common,
        email: "ana@example.com",
        connectUserName: "ana@example.com",
        givenName: "Ana",
        familyName: "Silva",
        routingProfile: "Sales",
        securityProfiles: ["Agent", "Team Lead"],
        autoAccept: true,
        afterContactWorkSeconds: 30,
        hierarchyGroup: "Europe/Lisbon",
      },
      {
        ...common,
        email: "bo@example.com",
        connectUserName: "bo@example.com",
        givenName: "Bo",
        familyName: "Lind",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
        deskPhone: "+12065550100",
        autoAccept: false,
        afterContactWorkSeconds: 0,
      },
      {
        ...common,
        email: "cy@example.com",
        connectUserName: "cy@example.com",
        givenName: "Cy",
        familyName: "Low",
        routingProfile: "Basic Routing Profile",
        securityProfiles: ["Agent"],
      },
    ]);
  });

  it("have what columns with the keys of a user say, in any order", () => {
    const csv = [
      "securityProfiles;email;familyName;givenName;applications;tags;secondaryEmail;createInIdentityCenter",
      "Admin;ana@example.com;Silva;Ana;admin;Team=Sales|Site=Lisbon;ana@example.org;yes",
    ].join("\n");
    expect(usersOf(from(csv))).toMatchObject([
      {
        email: "ana@example.com",
        userName: "ana@example.com",
        applications: ["admin"],
        securityProfiles: ["Admin"],
        tags: { Team: "Sales", Site: "Lisbon" },
        secondaryEmail: "ana@example.org",
        createInIdentityCenter: true,
      },
    ]);
  });

  it("have what the entry says where their row is silent", () => {
    const csv =
      "user login,first name,last name,routingProfile\na@example.com,Ana,Silva,\nb@example.com,Bo,Lind,Sales\n";
    const keys =
      "applications: [agent], securityProfiles: [Agent], routingProfile: Support, hierarchyGroup: Europe, tags: { Team: Sales }";
    expect(usersOf(from(csv, keys))).toMatchObject([
      { routingProfile: "Support", hierarchyGroup: "Europe", tags: { Team: "Sales" } },
      { routingProfile: "Sales", securityProfiles: ["Agent"] },
    ]);
  });

  it("come after those in the config", () => {
    const config = from(
      rows("b@example.com,Bo,Lind,Agent"),
      undefined,
      "users:",
      person("a@example.com", "agent"),
    );
    expect(usersOf(config)?.map(({ email }) => email)).toEqual(["a@example.com", "b@example.com"]);
  });

  it("have their user name in the login, where Identity Center sends it", () => {
    const csv =
      "user login,email,first name,last name,securityProfiles\nE1,a@example.com,Ana,Silva,Agent\n";
    expect(usersOf(from(csv, undefined, "roleSessionName: userName"))).toMatchObject([
      { email: "a@example.com", userName: "E1", connectUserName: "E1" },
    ]);
  });
});

describe("problems with users from a file", () => {
  testReports([
    [
      "no file",
      whole(
        ARN,
        "applications: { agent: {} }",
        "usersFrom: [{ file: agents.csv, applications: [agent] }]",
      ),
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" does not exist (config/agents.csv); save the file of users there, or remove the entry',
    ],
    [
      "a file that an editor gave another end",
      {
        "workshop.yaml": whole(
          ARN,
          "applications: { agent: {} }",
          "usersFrom: [{ file: agents.csv, applications: [agent] }]",
        ),
        "Agents.csv.csv": "",
      },
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" does not exist (config/agents.csv); "Agents.csv.csv" is there; if that is it, rename it to "agents.csv", or name it here',
    ],
    [
      "an empty file",
      from(""),
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" has no users (config/agents.csv); write the names of the columns in the first line, and a line for each user',
    ],
    [
      "a file that is not UTF-8",
      from(Buffer.from("first name\nJos\xe9\n", "latin1")),
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" is not UTF-8 (config/agents.csv), so accents would be lost; in a spreadsheet, save it as CSV UTF-8',
    ],
    [
      "a file of more than 10 MB",
      from("a".repeat(10_000_001)),
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" is longer than 10 MB, so it is not read; make sure that it is a CSV file of users',
    ],
    [
      "more than 20,000 users",
      from(rows(...Array.from({ length: 20_001 }, () => "a"))),
      'error: config/workshop.yaml:3:21 usersFrom.0.file: "agents.csv" has more than 20,000 users, so it is not read; split it, or make sure that it is the right file',
    ],
    [
      "a quotation mark that is never closed",
      from(rows('a@example.com,Ana,"Silva,Agent')),
      "error: config/agents.csv:2:19 opens a quotation mark that is never closed; close it, or write two for one in the text",
    ],
    [
      "unknown columns, a column twice, and passwords",
      from("first nam,user login,email,Email,password\nAna,a@example.com,,,secret\n"),
      'error: config/agents.csv:1:1 "first nam" is not a column here; did you mean "first name"?',
      'error: config/agents.csv:1:28 "Email" is the same as the column "email"; remove one of the two',
      'error: config/agents.csv:1:34 "password" is not a column here; users who sign in with SAML have no password; remove the column, and the passwords with it',
    ],
    [
      "missing columns",
      from("routing profile name\nSales\n", "autoAccept: true"),
      'error: config/agents.csv:1:1 has no column "user login"; add it, with the names that Identity Center sends',
      'error: config/agents.csv:1:1 has no column "first name"; add it',
      'error: config/agents.csv:1:1 has no column "last name"; add it',
      'error: config/agents.csv:1:1 has no column "applications"; add it, or give applications in usersFrom, for all users of the file',
      'error: config/agents.csv:1:1 has no column "security_profile_name_1|security_profile_name_2"; add it, or give securityProfiles in usersFrom, for all users of the file',
    ],
    [
      "wrong values of the template",
      from(
        `${TEMPLATE}\nAna,,ana example.com,,,phone,,maybe,half a minute,more\nBo,Lind,bo@example.com,,Agent,desk,,,2000001\nCy,Low,cy@example.com,,Agent,desk,555-0100,,\n`,
      ),
      "error: config/agents.csv:2:5 last name: is missing; give the user's family name",
      'error: config/agents.csv:2:6 user login: "ana example.com" is not an e-mail address; write it as in agent1@example.com',
      "error: config/agents.csv:2:23 security_profile_name_1|security_profile_name_2: is missing; name the user's security profiles, such as [Agent]",
      'error: config/agents.csv:2:24 phone type (soft/desk): "phone" is not soft or desk; write one of them',
      'error: config/agents.csv:2:31 soft phone auto accept (yes/no): "maybe" is not yes or no; write one of them',
      'error: config/agents.csv:2:37 ACW timeout (seconds): "half a minute" is not a number of seconds; write digits only, such as 30',
      'error: config/agents.csv:2:51 "more" is in a column without a name; put a value with a comma or semicolon in quotation marks, or remove it',
      "error: config/agents.csv:3:36 phone number: is empty; a desk phone needs a number, as in +12065550100",
      "error: config/agents.csv:3:38 ACW timeout (seconds): 2000001 is too large; it takes at most 2,000,000; write a smaller number",
      'error: config/agents.csv:4:35 phone number: "555-0100" is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as in +12065550100',
    ],
    [
      "users who are in the config or the file already",
      from(
        rows(
          "a@example.com,Ana,Silva,Agent",
          "b@example.com,Bo,Lind,Agent",
          "B@example.com,Bo,Lind,Agent",
        ),
        undefined,
        "users:",
        person("A@example.com", "agent"),
      ),
      'error: config/agents.csv:2:1 user login: "a@example.com" is the address of users.0, "A@example.com", with different upper and lower case; remove one of the two',
      'error: config/agents.csv:4:1 user login: "B@example.com" is the address of config/agents.csv:3, "b@example.com", with different upper and lower case; remove one of the two',
    ],
    [
      "applications with roles of their own",
      from(
        "email,givenName,familyName,securityProfiles,applications\na@example.com,Ana,Silva,Agent,agent|admin|adnim\n",
      ),
      'error: config/agents.csv:2:31 applications: "adnim" is not the key of an application here; did you mean admin?',
      'error: config/agents.csv:2:31 applications: "admin" is another application of a@example.com, in addition to agent (config/agents.csv:2 (applications)), and each has its own role; Connect ties a user to the role of the first sign-in, and refuses the user through another; keep one application, or set roles: shared',
    ],
    [
      "a profile that is spelled in two ways",
      from(
        "email,givenName,familyName,securityProfiles\na@example.com,Ana,Silva,Team A\nb@example.com,Bo,Lind,Team\u00a0A\n",
      ),
      'error: config/agents.csv:3:23 securityProfiles: "Team\u00a0A" looks like config/agents.csv:2 (securityProfiles), but has U+00A0 where that has U+0020; AWS takes them for two names; write the same in both places',
    ],
    [
      "tags that are none",
      from(
        "email,givenName,familyName,securityProfiles,tags\na@example.com,Ana,Silva,Agent,Sales\nb@example.com,Bo,Lind,Agent,Team=A|Team=B\nc@example.com,Cy,Low,Agent,aws:x=1\n",
      ),
      'error: config/agents.csv:2:31 tags: "Sales" is not tags; write them as Team=Sales|Site=Lisbon',
      'error: config/agents.csv:3:29 tags: "Team=A|Team=B" has the tag "Team" twice; remove one of the two',
      'error: config/agents.csv:4:28 tags: "aws:x" starts with "aws:", which AWS reserves; rename the tag',
    ],
    [
      "a login that is not the e-mail address",
      from(
        "user login,email,givenName,familyName,securityProfiles\nana,a@example.com,Ana,Silva,Agent\n",
      ),
      'error: config/agents.csv:2:1 user login: "ana" is not the e-mail address "a@example.com", which Identity Center sends as the user\'s name; write the same in both, or set roleSessionName: userName',
    ],
    [
      "wrong values of the entry, once for all rows",
      from(
        rows("a@example.com,Ana,Silva,Agent", "b@example.com,Bo,Lind,Agent"),
        "applications: [agnet], autoAccept: 1, colour: red",
      ),
      'error: config/workshop.yaml:3:48 usersFrom.0.applications.0: "agnet" is not the key of an application here; did you mean agent?',
      "error: config/workshop.yaml:3:68 usersFrom.0.autoAccept: 1 is a number; it takes true or false; write true or false",
      'error: config/workshop.yaml:3:71 usersFrom.0.colour: "colour" is not a key here; the keys are file, group, applications, routingProfile, securityProfiles, hierarchyGroup, autoAccept, afterContactWorkSeconds, tags, createInIdentityCenter, emailInConnect; remove it',
    ],
  ]);

  it("are found in two configs of one instance", () => {
    const { "workshop.yaml": one = "", "agents.csv": csv = "" } = from(
      rows("a@example.com,Ana,Silva,Agent"),
    );
    const { reported } = load({
      "one.yaml": one,
      "two.yaml": String(one).replace("applications:", "namePrefix: two-\napplications:"),
      "agents.csv": csv,
    });
    expect(reported).toEqual([
      'error: config/agents.csv:2:1 user login: "a@example.com" would be created by config/agents.csv:2 (user login) too, in the same instance; keep the user in one of the files',
    ]);
  });
});

describe("hostile texts in every cell", () => {
  it("are refused in lines that name the place, or taken", () => {
    const names = `${TEMPLATE},UserHierarchy,userName,secondaryEmail,tags,connectUserId,applications`;
    const lines = HOSTILE.map((text) => {
      const quoted = `"${text.replaceAll('"', '""')}"`;
      return names
        .split(",")
        .map(() => quoted)
        .join(",");
    });
    const { reported } = load(from([names, ...lines, ""].join("\n")));
    const places = reported.map((line) =>
      /^error: config\/agents\.csv:(\d+):\d+ [^\p{C}]+$/u.exec(line),
    );
    expect(reported.filter((_, index) => !places[index])).toEqual([]);
    expect(new Set(places.map((place) => place?.[1])).size).toBeGreaterThanOrEqual(HOSTILE.length);
  });
});

describe("5,000 users", () => {
  const one = (index: number, name: string) =>
    `${name}${String(index)}@example.com,Ana,Silva,Agent`;

  it("are read and checked within seconds", () => {
    const start = Date.now();
    expect(
      usersOf(from(rows(...Array.from({ length: 5000 }, (_, i) => one(i, "agent"))))),
    ).toHaveLength(5000);
    expect(Date.now() - start).toBeLessThan(20_000);
  });

  it("are refused within seconds, each at its place", () => {
    const start = Date.now();
    const { reported } = load(
      from(rows(...Array.from({ length: 5000 }, (_, i) => one(i, "agent ")))),
    );
    expect(reported).toHaveLength(5000);
    expect(reported[4999]).toMatch(/^error: config\/agents\.csv:5001:1 user login: "agent 4999@/);
    expect(Date.now() - start).toBeLessThan(20_000);
  });
});
