import { Token } from "cdktf";

import { withoutStackTraces } from "../../modules/synth/without-stack-traces";

const traceOf = () => Token.asAny("a").creationStack;

describe("without stack traces", () => {
  it("CDKTF keeps none for a token, and keeps them again afterwards", () => {
    expect(traceOf().length).toBeGreaterThan(0);
    expect(withoutStackTraces(traceOf)).toEqual([]);
    expect(traceOf().length).toBeGreaterThan(0);
  });

  it("an error still has one, and what it ends does not go on", () => {
    const failed = () =>
      withoutStackTraces(() => {
        throw new Error("no");
      });
    try {
      failed();
      throw new Error("was not thrown");
    } catch (error) {
      expect((error as Error).message).toBe("no");
      expect((error as Error).stack).toContain("without-stack-traces.test.ts");
    }
    expect(traceOf().length).toBeGreaterThan(0);
  });
});
