import { instant, later, moment } from "../../../../modules/commands/rehearse/response";

describe("a moment", () => {
  it.each([
    ["2026-12-01", "2026-12-01T00:00:00.000Z"],
    ["2026-12-01T12:00Z", "2026-12-01T12:00:00.000Z"],
    ["2026-12-01T12:00:30Z", "2026-12-01T12:00:30.000Z"],
    ["2026-12-01T12:00:30.250Z", "2026-12-01T12:00:30.250Z"],
    ["2026-12-01T01:00:00+02:00", "2026-11-30T23:00:00.000Z"],
    ["2028-02-29", "2028-02-29T00:00:00.000Z"],
  ])("%s is read", (text, time) => {
    expect(moment(text)?.toISOString()).toBe(time);
  });

  it.each([
    "2026-12-01T12:00:30",
    "2026-12-01 12:00:30Z",
    "2026-02-29",
    "2026-12-01T25:00:00Z",
    "1.12.2026",
    "now",
    "",
  ])("%j is not read, rather than guessed at", (text) => {
    expect(moment(text)).toBeUndefined();
  });
});

describe("a time in SAML", () => {
  it("has seconds", () => {
    expect(instant("2026-12-01T12:00:30Z")).toEqual(new Date("2026-12-01T12:00:30Z"));
    expect(instant("2026-12-01T12:00Z")).toBeUndefined();
    expect(instant("2026-12-01")).toBeUndefined();
  });

  it("is moved by seconds", () => {
    expect(later(new Date("2026-12-31T23:59:30Z"), 60)).toEqual(new Date("2027-01-01T00:00:30Z"));
  });
});
