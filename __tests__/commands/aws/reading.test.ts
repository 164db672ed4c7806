import { mapped } from "../../../modules/commands/aws";

describe("what was read", () => {
  const upperCase = (text: string) => text.toUpperCase();

  it("is changed only where it is there", () => {
    expect(mapped({ is: "there", value: "agent" }, upperCase)).toEqual({
      is: "there",
      value: "AGENT",
    });
    expect(mapped({ is: "missing" }, upperCase)).toEqual({ is: "missing" });
    const unread = { is: "unread", verdict: "failed", why: "no reason" } as const;
    expect(mapped(unread, upperCase)).toEqual(unread);
  });
});
