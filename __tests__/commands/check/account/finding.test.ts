import { whenRead } from "../../../../modules/commands/check/account/finding";

describe("what was read", () => {
  it("makes findings about the thing, or says that it is missing or could not be read", () => {
    const about = { subject: "role Agent", stack: "federation" } as const;
    const missing = { verdict: "error", message: "does not exist" } as const;
    const good = { verdict: "ok", message: "is as configured" } as const;
    expect(whenRead({ is: "there", value: 1 }, about, missing, () => [good, good])).toEqual([
      { ...about, ...good },
      { ...about, ...good },
    ]);
    expect(whenRead({ is: "missing" }, about, missing, () => [])).toEqual([
      { ...about, ...missing },
    ]);
    const denied = { is: "unread", verdict: "unread", why: "it needs iam:GetRole" } as const;
    expect(whenRead(denied, about, missing, () => [])).toEqual([
      { ...about, verdict: "unread", message: "could not be read: it needs iam:GetRole" },
    ]);
    const failed = { is: "unread", verdict: "failed", why: "no reason" } as const;
    expect(whenRead(failed, about, missing, () => [])).toEqual([
      { ...about, verdict: "failed", message: "could not be read: no reason" },
    ]);
  });
});
