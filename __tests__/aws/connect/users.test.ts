import {
  PERSON_NAME_PATTERN,
  personNameProblem,
  PHONE_NUMBER_PATTERN,
  phoneNumberProblem,
  PROFILE_NAME_PATTERN,
  profileNameProblem,
  SECURITY_PROFILE_LIMIT,
  USER_NAME_PATTERN,
  userNameProblem,
} from "../../../modules/aws/connect";

describe("a Connect user name is taken", () => {
  test.each([
    ["that is an e-mail address, as in the workshop", "agent1@example.com"],
    ["with capitals, which count", "Agent.One@Example.com"],
    ["with every sign that Connect takes", "a_b.c-d@ex-ample.co.uk"],
    ["that is as short as an address can be", "a@b.c"],
    ["that is no address", "testuser"],
    ["that is a personnel number", "E1234567"],
    ["of two characters", "jd"],
    ["of 64 characters", `${"a".repeat(52)}@example.com`],
  ])("%s", (_, name) => {
    expect(userNameProblem(name)).toBeUndefined();
    expect(USER_NAME_PATTERN.test(name)).toBe(true);
  });
});

describe("a Connect user name is refused", () => {
  const RULE =
    "a Connect user name has 2 to 64 letters, digits and _.-, or is an e-mail address of these";
  const foreign = (characters: string) => `has ${characters}; ${RULE}; change it`;
  const NO_ADDRESS = `has an @, but is not an e-mail address; ${RULE}; change it`;
  test.each([
    ["that is empty", "", `is 0 characters long; ${RULE}; change it`],
    ["of one character", "j", `is 1 character long; ${RULE}; change it`],
    ["without a domain", "agent1@", NO_ADDRESS],
    ["without a name before the sign", "@example.com", NO_ADDRESS],
    ["of a host without a dot", "agent1@localhost", NO_ADDRESS],
    ["with two signs", "agent1@home@example.com", NO_ADDRESS],
    ["with two dots in the domain", "agent1@example..com", NO_ADDRESS],
    ["with a dot after the domain", "agent1@example.com.", NO_ADDRESS],
    ["with an underscore in the domain", "agent1@ex_ample.com", NO_ADDRESS],
    ["with a plus, which mail takes", "agent+1@example.com", foreign('"+"')],
    ["with an apostrophe, which mail takes", "o'neil@example.com", foreign('"\'"')],
    [
      "with a space before it",
      " agent1@example.com",
      'has spaces around it; write "agent1@example.com"',
    ],
    [
      "with a line end after it",
      "agent1@example.com\n",
      'has spaces around it; write "agent1@example.com"',
    ],
    ["with a space in it", "agent 1@example.com", foreign("a space")],
    ["with a line end in it", "agent1@example.com\nagent2@example.com", foreign('"\\n"')],
    ["with a space after it and a plus in it", "agent+1@example.com ", foreign('"+", a space')],
    ["with a quote", 'agent"1"@example.com', foreign('"\\""')],
    ["with a letter outside ASCII", "josé@example.com", foreign('"é"')],
    ["with an emoji", "😀@example.com", foreign('"😀"')],
    ["with a Terraform template", "${x}@example.com", foreign('"$", "{", "}"')],
    [
      "with many foreign characters, of which five are told",
      "a!b#c$d%e&f*g@example.com",
      foreign('"!", "#", "$", "%", "&"'),
    ],
    [
      "of 65 characters",
      `${"a".repeat(53)}@example.com`,
      `is 65 characters long; ${RULE}; change it`,
    ],
    ["that is too long and has a plus", `+${"a".repeat(64)}@example.com`, foreign('"+"')],
  ])("%s", (_, name, problem) => {
    expect(userNameProblem(name)).toBe(problem);
    expect(USER_NAME_PATTERN.test(name)).toBe(false);
  });
});

describe("a given or family name", () => {
  test.each([
    ["of one letter", "A"],
    ["with spaces, a dash and an apostrophe", "van der Berg-O'Neil"],
    ["in another script", "花子"],
    ["of 100 characters", "a".repeat(100)],
    ["of 100 characters of two code units each", "𠮷".repeat(100)],
  ])("%s is taken", (_, name) => {
    expect(personNameProblem(name)).toBeUndefined();
    expect(PERSON_NAME_PATTERN.test(name)).toBe(true);
  });

  test.each([
    ["that is empty", ""],
    ["of a space", " "],
    ["with a space before it", " Ana"],
    ["with a line end after it", "Ana\n"],
    ["with a no-break space after it", "Ana\u00a0"],
    ["of two lines", "Ana\nMaria"],
    ["with a tab in it", "Ana\tMaria"],
    ["of 101 characters", "a".repeat(101)],
  ])("%s is refused", (_, name) => {
    expect(personNameProblem(name)).toBe(
      "is not a valid name; a name has 1 to 100 characters in one line, without spaces at its ends; change it",
    );
  });
});

describe("a routing or security profile's name", () => {
  test.each([
    ["as every instance has it", "Basic Routing Profile"],
    ["with what Terraform reads", '"${x}" %{y} \\'],
    ["of 127 characters", "a".repeat(127)],
  ])("%s is taken", (_, name) => {
    expect(profileNameProblem(name)).toBeUndefined();
    expect(PROFILE_NAME_PATTERN.test(name)).toBe(true);
  });

  test.each([
    ["that is empty", ""],
    ["with a space after it", "Agent "],
    ["with a line end before it", "\nAgent"],
    ["of two lines", "Agent\nAdmin"],
    ["of 128 characters", "a".repeat(128)],
  ])("%s is refused", (_, name) => {
    expect(profileNameProblem(name)).toBe(
      "is not a valid profile name; a profile name has 1 to 127 characters in one line, without spaces at its ends; copy it from the Amazon Connect admin website",
    );
  });

  test("is one of ten at the most for a user", () => {
    expect(SECURITY_PROFILE_LIMIT).toBe(10);
  });
});

describe("a desk phone's number", () => {
  const written = (fix: string) =>
    `is not a phone number in E.164 format; the format is a plus sign, the country code and the number, up to 15 digits; write it as ${fix}`;

  test.each(["+12065550199", "+49", "+123456789012345"])("%s is taken", (number) => {
    expect(phoneNumberProblem(number)).toBeUndefined();
    expect(PHONE_NUMBER_PATTERN.test(number)).toBe(true);
  });

  test.each([
    ["+1 206 555 0199", "+12065550199"],
    ["+1 (206) 555-0199", "+12065550199"],
    [" +12065550199", "+12065550199"],
    ["+12065550199\n", "+12065550199"],
    ["+49.30/90 18-20", "+4930901820"],
  ])("%j is refused, and it is told in E.164", (number, fix) => {
    expect(phoneNumberProblem(number)).toBe(written(fix));
    expect(PHONE_NUMBER_PATTERN.test(number)).toBe(false);
  });

  test.each([
    ["that is empty", ""],
    ["of a plus alone", "+"],
    ["without a country code", "206-555-0199"],
    ["without a plus, which may lack the country code too", "12065550199"],
    ["with the prefix of calls abroad", "0012065550199"],
    ["that starts with a zero", "+0206555019"],
    ["of one digit", "+1"],
    ["of 16 digits", "+1234567890123456"],
    ["of letters", "+reception"],
    ["with an extension", "+1 206 555 0199 ext. 22"],
    ["with a zero that is dialled within the country only", "+49 (0)30 901820"],
  ])("%s is refused, and the form is told", (_, number) => {
    expect(phoneNumberProblem(number)).toBe(written("in +12065550100"));
  });
});
