import { verdict } from "../e2e/support/tools";

describe("where a program that end-to-end tests need is missing", () => {
  it("continuous integration fails", () => {
    expect(verdict("terraform does not run here", true)).toBe("fail");
  });

  it("a developer's run skips them", () => {
    expect(verdict("terraform does not run here", false)).toBe("skip");
  });

  it("nothing else is a reason to skip", () => {
    expect(verdict("", true)).toBe("run");
    expect(verdict("", false)).toBe("run");
  });
});
