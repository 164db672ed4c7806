import {
  createdGroupProblem,
  GROUP_PATTERN,
  groupProblem,
  isPrincipalId,
  USER_PATTERN,
  userProblem,
  directoryUserNameProblem,
  EMAIL_PATTERN,
  emailProblem,
  sentName,
} from "../../../modules/aws/identity-center";

const UUID = "2f9d3f0a-1b2c-4d5e-8f90-123456789abc";
const LONG_ID = `9067642ac7-${UUID}`;
const GROUP_RULE =
  "a display name has 1 to 1,024 characters in one line; copy it from the Identity Center console";
const USER_RULE =
  "a user name has 1 to 128 characters without spaces; copy it from the Identity Center console";
const NOT_AN_ID =
  "looks like an ID, but the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console";

describe("a principal's ID", () => {
  test.each([
    ["a UUID", UUID],
    ["a UUID in capitals", UUID.toUpperCase()],
    ["a UUID behind ten hexadecimal digits", LONG_ID],
  ])("is %s, which groups and users take", (_, id) => {
    expect(isPrincipalId(id)).toBe(true);
    expect(groupProblem(id)).toBeUndefined();
    expect(userProblem(id)).toBeUndefined();
  });

  test.each([
    ["with one digit too few", UUID.slice(0, -1)],
    ["with one digit too many", `${UUID}0`],
    ["without its dashes, of 42 digits", LONG_ID.replaceAll("-", "")],
    ["whose first part is a digit short", LONG_ID.slice(1)],
    ["whose first part is in capitals", LONG_ID.toUpperCase()],
    ["that lost its last part", LONG_ID.slice(0, -13)],
  ])("%s would be looked up as a name, and is refused instead", (_, id) => {
    expect(isPrincipalId(id)).toBe(false);
    expect(groupProblem(id)).toBe(NOT_AN_ID);
    expect(userProblem(id)).toBe(NOT_AN_ID);
  });

  test.each([` ${UUID}`, `${UUID} `, `${UUID}\n`, `\t${UUID}`])(
    "with spaces around it is refused: %j",
    (id) => {
      const problem = `has spaces around it; write "${UUID}"`;
      expect(isPrincipalId(id)).toBe(false);
      expect(groupProblem(id)).toBe(problem);
      expect(userProblem(id)).toBe(problem);
    },
  );

  test("in its ARN is told", () => {
    expect(groupProblem(`arn:aws:identitystore:::group/${LONG_ID}`)).toBe(
      `is an ARN; write the ID in it, ${LONG_ID}`,
    );
    expect(userProblem(`arn:aws-us-gov:identitystore:::user/${UUID}`)).toBe(
      `is an ARN; write the ID in it, ${UUID}`,
    );
  });

  test("is to be given, or the name, where an ARN holds neither", () => {
    const problem =
      "is an ARN; write the name, or the ID: the ID of a group or user is a UUID, or ten hexadecimal digits, a dash and a UUID; copy it from its page in the Identity Center console";
    expect(groupProblem("arn:aws:identitystore:::group/ConnectAgents")).toBe(problem);
    expect(userProblem("arn:aws:iam::123456789012:user/agent1")).toBe(problem);
  });

  test("in the ARN of a user is no group's, and that of a group no user's", () => {
    expect(groupProblem(`arn:aws:identitystore:::user/${UUID}`)).toBe(
      "is the ARN of a user; name a group",
    );
    expect(userProblem(`arn:aws:identitystore:::group/${LONG_ID}`)).toBe(
      "is the ARN of a group; name a user",
    );
  });
});

describe("a group's display name is taken", () => {
  test.each([
    ["as in the workshop", "ConnectAgents"],
    ["of one character", "A"],
    ["of 1,024 characters", "n".repeat(1024)],
    ["of 1,024 characters of two code units each", "😀".repeat(1024)],
    ["with spaces in it", "Contact center, night shift"],
    ["with a no-break space in it", "Night\u00a0shift"],
    ["in another script", "コンタクト センター"],
    ["with letters that no single character stands for", "चेन्नई"],
    ["with what Terraform and shells read", `"\${x}" %{y} \\ $(z) 'q'`],
    ["of few hexadecimal digits", "deadbeef"],
  ])("%s", (_, name) => {
    expect(groupProblem(name)).toBeUndefined();
    expect(createdGroupProblem(name)).toBeUndefined();
    expect(GROUP_PATTERN.test(name)).toBe(true);
  });
});

describe("a group's display name is refused", () => {
  test.each([
    [
      "with a letter that Terraform composes",
      "Jose\u0301",
      'has U+0065 U+0301, which Terraform would replace by U+00E9; write "José"',
    ],
    ["that is empty", "", `is empty; ${GROUP_RULE}`],
    ["of spaces", "  ", `is empty; ${GROUP_RULE}`],
    ["of 1,025 characters", "n".repeat(1025), `is 1,025 characters long; ${GROUP_RULE}`],
    ["of two lines", "Connect\nAgents", `has the character U+000A; ${GROUP_RULE}`],
    ["with a tab in it", "Connect\tAgents", `has the character U+0009; ${GROUP_RULE}`],
    ["with a control character", "Connect\u0007Agents", `has the character U+0007; ${GROUP_RULE}`],
    ["with a zero-width space", "Connect\u200bAgents", `has the character U+200B; ${GROUP_RULE}`],
    ["with half a surrogate pair", "Connect\ud83d", `has the character U+D83D; ${GROUP_RULE}`],
    [
      "with several such characters, each told once",
      "Connect\tAgents\tNight\u200b",
      `has the character U+0009, the character U+200B; ${GROUP_RULE}`,
    ],
    ["with a space before it", " Agents", 'has spaces around it; write "Agents"'],
    ["with a line end after it", "Agents\n", 'has spaces around it; write "Agents"'],
    ["with a no-break space after it", "Agents\u00a0", 'has spaces around it; write "Agents"'],
    [
      "with quotes in it and a space after it",
      'The "A" ',
      'has spaces around it; write "The \\"A\\""',
    ],
  ])("%s", (_, name, problem) => {
    expect(groupProblem(name)).toBe(problem);
  });
});

describe("a user name is taken", () => {
  test.each([
    ["that is an e-mail address", "agent1@example.com"],
    ["that is none", "agent1"],
    ["of one character", "a"],
    ["of 128 characters", "n".repeat(128)],
    ["in another script", "山田"],
    ["of 32 hexadecimal digits, as identity providers make them up", UUID.replaceAll("-", "")],
    ["with signs", `o'neil+x\${y}"z"@example.com`],
  ])("%s", (_, name) => {
    expect(userProblem(name)).toBeUndefined();
    expect(USER_PATTERN.test(name)).toBe(true);
  });
});

describe("a user name is refused", () => {
  test.each([
    ["that is empty", "", `is empty; ${USER_RULE}`],
    ["of a space", " ", `is empty; ${USER_RULE}`],
    ["of 129 characters", "n".repeat(129), `is 129 characters long; ${USER_RULE}`],
    ["with a space in it", "agent 1@example.com", `has a space; ${USER_RULE}`],
    ["with a no-break space in it", "agent\u00a01", `has the character U+00A0; ${USER_RULE}`],
    ["of two lines", "agent1\nagent2", `has the character U+000A; ${USER_RULE}`],
    ["with spaces around it", " agent1 ", 'has spaces around it; write "agent1"'],
    ["with a line end after it", "agent1\n", 'has spaces around it; write "agent1"'],
  ])("%s", (_, name, problem) => {
    expect(userProblem(name)).toBe(problem);
  });
});

describe("a group to make is refused", () => {
  const RESERVED = "is a name that AWS reserves; give another";
  const NO_NAME = "is not a display name; AWS assigns the ID of a new group; give a display name";
  test.each([
    ["that is an ID", UUID, NO_NAME],
    ["that is a long ID", LONG_ID, NO_NAME],
    ["that is what is left of an ID", LONG_ID.slice(0, -1), NO_NAME],
    ["that is an ARN", `arn:aws:identitystore:::group/${UUID}`, NO_NAME],
    ["that AWS keeps for itself", "Administrator", RESERVED],
    [
      "that AWS keeps for itself, with different upper and lower case",
      "awsADMINISTRATORS",
      RESERVED,
    ],
    ["with spaces around it", " Agents", 'has spaces around it; write "Agents"'],
    [
      "of two lines, which are in no console to copy yet",
      "Connect\nAgents",
      "has the character U+000A; a display name has 1 to 1,024 characters in one line; change it",
    ],
  ])("%s", (_, name, problem) => {
    expect(createdGroupProblem(name)).toBe(problem);
  });

  test("only for such a name: others that contain it, and groups that exist, are taken", () => {
    expect(createdGroupProblem("Administrators")).toBeUndefined();
    expect(createdGroupProblem("Connect Administrator")).toBeUndefined();
    expect(groupProblem("Administrator")).toBeUndefined();
  });
});

describe("an e-mail address is taken", () => {
  test.each([
    ["as in the workshop", "agent1@example.com"],
    ["with what mail takes, and Connect does not", "o'neil+night@example.com"],
    ["with letters outside ASCII", "j\u00fcrgen@b\u00fccher.example"],
  ])("%s", (_, email) => {
    expect(emailProblem(email)).toBeUndefined();
    expect(EMAIL_PATTERN.test(email)).toBe(true);
  });
});

describe("an e-mail address is refused", () => {
  const NO_ADDRESS = "is not an e-mail address; write it as in agent1@example.com";
  test.each([
    ["that is empty", "", NO_ADDRESS],
    ["that is a bare name", "agent1", NO_ADDRESS],
    ["without a name before the sign", "@example.com", NO_ADDRESS],
    ["of a host without a dot", "agent1@localhost", NO_ADDRESS],
    ["with two dots in the domain", "agent1@example..com", NO_ADDRESS],
    ["with two signs", "a@b@example.com", NO_ADDRESS],
    ["with a display name", "Ana <ana@example.com>", NO_ADDRESS],
    ["with an invisible character", "agent1\u200b@example.com", NO_ADDRESS],
    ["with a space after it", "a@b.example ", 'has spaces around it; write "a@b.example"'],
  ])("%s", (_, email, problem) => {
    expect(emailProblem(email)).toBe(problem);
    expect(EMAIL_PATTERN.test(email)).toBe(false);
  });
});

describe("the user name of an entry of users", () => {
  test.each(["jdoe", "E1234567", "john.doe@example.com", "corp\\jdoe"])("may be %s", (name) => {
    expect(directoryUserNameProblem(name)).toBeUndefined();
  });

  test.each([
    [
      "906752a1b4-1d2e3f40-5161-7283-94a5-b6c7d8e9fa0b",
      "is not a user name; AWS assigns the ID of a new user; give a user name",
    ],
    ["AWSAdministrators", "is a name that AWS reserves; give another"],
    ["john doe", "has a space; a user name has 1 to 128 characters without spaces; change it"],
  ])("may not be %s", (name, problem) => {
    expect(directoryUserNameProblem(name)).toBe(problem);
  });
});

test("Identity Center sends the e-mail address, unless the user name is chosen", () => {
  const user = { email: "john.doe@example.com", userName: "jdoe" };
  expect(sentName(user, undefined)).toBe("john.doe@example.com");
  expect(sentName(user, "email")).toBe("john.doe@example.com");
  expect(sentName(user, "userName")).toBe("jdoe");
  expect(sentName({ email: "ana@example.com" }, "userName")).toBe("ana@example.com");
});
