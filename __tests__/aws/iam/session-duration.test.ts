import { sessionDurationProblem } from "../../../modules/config/schema/rules";
import { parseSessionDuration, roleSessionDuration } from "../../../modules/aws/iam";

describe("a session duration is taken", () => {
  test.each([
    ["15m", 900],
    ["59m", 3_540],
    ["60m", 3_600],
    ["1h", 3_600],
    ["90m", 5_400],
    ["1h30m", 5_400],
    ["0h15m", 900],
    ["11h59m", 43_140],
    ["12h", 43_200],
    ["12h0m", 43_200],
    ["720m", 43_200],
  ])("written as %s, %d seconds", (text, seconds) => {
    expect(sessionDurationProblem(text)).toBeUndefined();
    expect(parseSessionDuration(text)).toBe(seconds);
  });
});

describe("a session duration is refused", () => {
  const RULE = "a session lasts 15m to 12h, written as 12h, 90m or 1h30m";

  test.each([["0m"], ["0h"], ["14m"], ["0h14m"]])("when it is too short: %s", (text) => {
    expect(sessionDurationProblem(text)).toBe(
      "is shorter than 15 minutes, and IAM Identity Center takes no less; set 15m (900 seconds) or more",
    );
  });

  test.each([["12h1m"], ["721m"], ["13h"], ["999h"], ["1000h"], ["99999m"], ["999999h999999m"]])(
    "when it is too long: %s",
    (text) => {
      expect(sessionDurationProblem(text)).toBe(
        "is longer than 12 hours, after which Amazon Connect ends every session; set 12h (43200 seconds) or less",
      );
    },
  );

  test.each([
    ["12h1m", 43_260],
    ["1000h", 3_600_000],
    ["999999h", 3_599_996_400],
  ])("when it is too long, though it is read as a number: %s, %d seconds", (text, seconds) => {
    expect(parseSessionDuration(text)).toBe(seconds);
  });

  test.each([
    [""],
    ["1000000h"],
    ["12"],
    ["h"],
    ["m"],
    ["43200s"],
    ["12H"],
    ["30m1h"],
    ["1h 30m"],
    [" 1h"],
    ["1h\n"],
    ["1.5h"],
    ["-1h"],
    ["PT12H"],
    ["12 hours"],
    ["１２h"],
  ])("when it is of another form: %j", (text) => {
    expect(sessionDurationProblem(text)).toBe(`is not a duration; ${RULE}`);
    expect(parseSessionDuration(text)).toBeUndefined();
  });
});

describe("a role's session", () => {
  test("is an hour at the least, as IAM takes no less", () => {
    expect(roleSessionDuration()).toBe(3_600);
    expect(roleSessionDuration(900)).toBe(3_600);
    expect(roleSessionDuration(3_600)).toBe(3_600);
  });

  test("is as long as its application's", () => {
    expect(roleSessionDuration(3_660)).toBe(3_660);
    expect(roleSessionDuration(43_200)).toBe(43_200);
  });

  test("is as long as the longest of the applications that share it", () => {
    expect(roleSessionDuration(900, 43_200, 28_800)).toBe(43_200);
    expect(roleSessionDuration(900, 1_800)).toBe(3_600);
  });
});
