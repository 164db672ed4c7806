import fc from "fast-check";

import {
  namePattern,
  nameProblem,
  type NameRule,
  pathProblem,
  POLICY_NAME,
  ROLE_NAME,
  SAML_PROVIDER_NAME,
} from "../../../modules/aws/iam";
import { ANY_CHARACTER } from "../../support/any-character";

const A64 = "a".repeat(64);
const A128 = "a".repeat(128);

describe("a name is taken", () => {
  test.each<[string, NameRule, string]>([
    ["for a role, as in the workshop", ROLE_NAME, "AmazonConnectAgentAccessRole"],
    ["for a role, with every character IAM allows", ROLE_NAME, "Az09_+=,.@-"],
    ["for a role, of one character", ROLE_NAME, "a"],
    ["for a role, of 64 characters", ROLE_NAME, A64],
    ["for a policy, as in the workshop", POLICY_NAME, "AmazonConnectSSOPolicy"],
    ["for a policy, with every character IAM allows", POLICY_NAME, "Az09_+=,.@-"],
    ["for a policy, of 128 characters", POLICY_NAME, A128],
    ["for a SAML provider, as in the workshop", SAML_PROVIDER_NAME, "AmazonConnectAgentAccess"],
    ["for a SAML provider, with every character IAM allows", SAML_PROVIDER_NAME, "Az09_.-"],
    ["for a SAML provider, of 128 characters", SAML_PROVIDER_NAME, A128],
  ])("%s", (_, rule, name) => {
    expect(nameProblem(rule, name)).toBeUndefined();
    expect(namePattern(rule).test(name)).toBe(true);
  });
});

describe("a name is refused, and one that is taken is proposed", () => {
  const ROLE_TAKES = "an IAM role name takes letters, digits and _+=,.@- (1 to 64 characters)";
  const POLICY_TAKES = "an IAM policy name takes letters, digits and _+=,.@- (1 to 128 characters)";
  const PROVIDER_TAKES = "a SAML provider name takes letters, digits and _.- (1 to 128 characters)";

  test.each<[string, NameRule, string, string]>([
    ["when it is empty", ROLE_NAME, "", `is empty; ${ROLE_TAKES}`],
    [
      "with a space and a slash",
      ROLE_NAME,
      "Amazon Connect/Agent",
      `has a space, "/"; ${ROLE_TAKES}; write "Amazon-Connect-Agent"`,
    ],
    ["with spaces around it", ROLE_NAME, " Agent ", `has a space; ${ROLE_TAKES}; write "Agent"`],
    ["with a line end", ROLE_NAME, "Agent\n", `has "\\n"; ${ROLE_TAKES}; write "Agent"`],
    ["with a letter outside ASCII", ROLE_NAME, "Büro", `has "ü"; ${ROLE_TAKES}; write "B-ro"`],
    ["with an emoji", ROLE_NAME, "Agent😀", `has "😀"; ${ROLE_TAKES}; write "Agent"`],
    ["of nothing that a name takes", ROLE_NAME, "///", `has "/"; ${ROLE_TAKES}; write "Name"`],
    [
      "with many foreign characters, of which five are told",
      ROLE_NAME,
      "a!b#c$d%e&f*g",
      `has "!", "#", "$", "%", "&"; ${ROLE_TAKES}; write "a-b-c-d-e-f-g"`,
    ],
    [
      "for a role, of 65 characters",
      ROLE_NAME,
      `${A64}b`,
      `is 65 characters long; ${ROLE_TAKES}; write "${A64}"`,
    ],
    [
      "when it is too long and has a foreign character",
      ROLE_NAME,
      `${A64}/`,
      `has "/" and is 65 characters long; ${ROLE_TAKES}; write "${A64}"`,
    ],
    [
      "for a policy, of 129 characters",
      POLICY_NAME,
      `${A128}b`,
      `is 129 characters long; ${POLICY_TAKES}; write "${A128}"`,
    ],
    [
      "for a policy, with a colon",
      POLICY_NAME,
      "connect:sso",
      `has ":"; ${POLICY_TAKES}; write "connect-sso"`,
    ],
    [
      "for a SAML provider, of 129 characters",
      SAML_PROVIDER_NAME,
      `${A128}b`,
      `is 129 characters long; ${PROVIDER_TAKES}; write "${A128}"`,
    ],
    [
      "for a SAML provider, with characters that only roles take",
      SAML_PROVIDER_NAME,
      "sso+agent@connect",
      `has "+", "@"; ${PROVIDER_TAKES}; write "sso-agent-connect"`,
    ],
  ])("%s", (_, rule, name, problem) => {
    expect(nameProblem(rule, name)).toBe(problem);
    expect(namePattern(rule).test(name)).toBe(false);
  });

  test("with the filler that its user asks for", () => {
    expect(nameProblem(SAML_PROVIDER_NAME, "team lead", "_")).toBe(
      'has a space; a SAML provider name takes letters, digits and _.- (1 to 128 characters); write "team_lead"',
    );
  });
});

describe("a path", () => {
  const RULE =
    "is not an IAM path; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters)";
  const tooLong = (length: string) =>
    `is ${length} characters long; an IAM path is / or starts and ends with a slash, without spaces, as in /connect/ (up to 512 characters); shorten it`;

  test.each([
    ["that is the default", "/"],
    ["of one part", "/connect/"],
    ["of two parts", "/service/connect/"],
    ["with signs", "/a.b-c_d+e=f,g@h/"],
    ["of 512 characters", `/${"a".repeat(510)}/`],
  ])("%s is taken", (_, path) => {
    expect(pathProblem(path)).toBeUndefined();
  });

  test.each([
    ["that is empty", "", `${RULE}; write "/"`],
    ["of two slashes", "//", `${RULE}; write "/"`],
    ["without slashes", "connect", `${RULE}; write "/connect/"`],
    ["without the first slash", "connect/", `${RULE}; write "/connect/"`],
    ["without the last slash", "/service/connect", `${RULE}; write "/service/connect/"`],
    ["with a space", "/amazon connect/", RULE],
    ["with a letter outside ASCII", "/büro/", RULE],
    ["with a line end", "/connect/\n", RULE],
    ["of 513 characters", `/${"a".repeat(511)}/`, tooLong("513")],
    ["of 513 characters, without slashes", "a".repeat(513), tooLong("513")],
    ["of 514 characters, a space among them", `/${"a b".repeat(170)}a//`, tooLong("514")],
    ["of 600 slashes", "/".repeat(600), tooLong("600")],
    ["that its missing slash would make too long", `/${"a".repeat(511)}`, RULE],
  ])("%s is refused", (_, path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });

  test("of a million slashes is refused at once", () => {
    const started = performance.now();
    expect(pathProblem(`a${"/".repeat(999_998)}a`)).toBe(tooLong("1000000"));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("whatever is written", () => {
  const text = fc.oneof(
    fc.string({ unit: ANY_CHARACTER, maxLength: 200 }),
    fc.stringMatching(/^[\w+=,.@\- /:é]{0,150}$/),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  const proposed = (problem: string): unknown => {
    const [, json] = /; write (".*")$/s.exec(problem) ?? [];
    return json === undefined ? undefined : JSON.parse(json);
  };

  test.each<[string, NameRule, RegExp]>([
    ["role", ROLE_NAME, /^[A-Za-z0-9_+=,.@-]{1,64}$/],
    ["policy", POLICY_NAME, /^[A-Za-z0-9_+=,.@-]{1,128}$/],
    ["SAML provider", SAML_PROVIDER_NAME, /^[A-Za-z0-9_.-]{1,128}$/],
  ])("a %s name is either valid or answered with a valid one", (_, rule, valid) => {
    fc.assert(
      fc.property(text, fc.constantFrom("-", "_"), (name, filler) => {
        const problem = nameProblem(rule, name, filler);
        expect(problem === undefined).toBe(valid.test(name));
        if (problem !== undefined && name !== "") expect(proposed(problem)).toMatch(valid);
      }),
    );
  });

  test("the path proposed in a message is itself valid", () => {
    fc.assert(
      fc.property(text, (path) => {
        const proposal = proposed(pathProblem(path) ?? "");
        if (proposal !== undefined) expect(proposal).toMatch(/^\/([\x21-\x7e]{1,510}\/)?$/);
      }),
    );
  });
});
