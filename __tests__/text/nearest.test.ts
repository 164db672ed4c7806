import { nearest } from "../../modules/text";

const KEYS = ["displayName", "destination", "relayState", "assign"];

describe("the candidate that was most likely meant", () => {
  test.each([
    ["displayNme", "displayName"],
    ["destinatoin", "destination"],
    ["relay_state", "relayState"],
    ["asign", "assign"],
  ])("is found for a slip: %s", (text, meant) => {
    expect(nearest(text, KEYS)).toBe(meant);
  });

  it("is found with different upper and lower case, and is spelled as the candidate is", () => {
    expect(nearest("DISPLAYNAME", KEYS)).toBe("displayName");
  });

  it("is the first of those that are equally near", () => {
    expect(nearest("agent3", ["agent1", "agent2"])).toBe("agent1");
  });

  test.each(["colour", "display", "x", ""])("is not guessed from a word far off: %j", (text) => {
    expect(nearest(text, KEYS)).toBeUndefined();
  });

  it("is not a short word of which no letter is the same", () => {
    expect(nearest("ab", ["cd"])).toBeUndefined();
  });

  it("is none where there are no candidates", () => {
    expect(nearest("displayName", [])).toBeUndefined();
  });
});
