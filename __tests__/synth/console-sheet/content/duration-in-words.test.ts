import { durationInWords } from "../../../../modules/synth/console-sheet/content/duration-in-words";

describe("a session's duration as a person reads it", () => {
  it.each([
    ["12h", "12 hours"],
    ["1h", "1 hour"],
    ["90m", "90 minutes"],
    ["1h30m", "1 hour 30 minutes"],
    ["15m1s", "15 minutes 1 second"],
  ])("%s is %s", (written, words) => {
    expect(durationInWords(written)).toBe(words);
  });
});
