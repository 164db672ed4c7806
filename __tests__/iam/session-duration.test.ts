import fc from "fast-check";

import { sessionDurationProblem } from "../../modules/config/rules";
import {
  formatSessionDuration,
  parseSessionDuration,
  roleSessionDuration,
} from "../../modules/iam";

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
    expect(sessionDurationProblem(text)).toBe(`is shorter than 15 minutes; ${RULE}`);
  });

  test.each([["12h1m"], ["721m"], ["13h"], ["999h"], ["99999m"]])(
    "when it is too long: %s",
    (text) => {
      expect(sessionDurationProblem(text)).toBe(
        `is longer than 12 hours, when Connect ends every session; ${RULE}`,
      );
    },
  );

  test.each([
    [""],
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

describe("seconds are told the way people write them", () => {
  test.each([
    [900, "15m"],
    [3_540, "59m"],
    [3_600, "1h"],
    [3_660, "1h1m"],
    [5_400, "1h30m"],
    [43_200, "12h"],
  ])("%d as %s", (seconds, text) => {
    expect(formatSessionDuration(seconds)).toBe(text);
  });

  test("for any number of minutes, so that they are read back as the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 720 }), (minutes) => {
        const text = formatSessionDuration(minutes * 60);
        expect(parseSessionDuration(text)).toBe(minutes * 60);
        expect(sessionDurationProblem(text)).toBeUndefined();
      }),
    );
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
