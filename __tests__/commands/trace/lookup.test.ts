import { lookupPages } from "../../../modules/commands/trace/lookup";

/** An error as the AWS SDK throws it. */
function failure(name: string): Error {
  return Object.assign(new Error("no"), { name });
}

describe("reading the pages of the event history", () => {
  let waited: number[];
  const pause = (milliseconds: number) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  beforeEach(() => {
    waited = [];
  });

  async function pagesOf(answers: readonly ({ NextToken?: string } | Error)[]): Promise<unknown[]> {
    const left = [...answers];
    const tokens: (string | undefined)[] = [];
    const next = (token: string | undefined) => {
      const answer = left.shift();
      if (answer === undefined) throw new Error("one call too many");
      if (answer instanceof Error) return Promise.reject(answer);
      tokens.push(token);
      return Promise.resolve(answer);
    };
    const pages: object[] = [];
    for await (const page of lookupPages(next, pause)) pages.push(page);
    expect(pages).toHaveLength(tokens.length);
    return tokens;
  }

  it("asks for no more than two a second, and follows the tokens to the last page", async () => {
    const tokens = await pagesOf([{ NextToken: "a" }, { NextToken: "b" }, {}]);
    expect(tokens).toEqual([undefined, "a", "b"]);
    expect(waited).toEqual([550, 550]);
  });

  it("waits longer and longer while AWS refuses so many requests", async () => {
    const slow = failure("ThrottlingException");
    expect(await pagesOf([slow, slow, {}])).toEqual([undefined]);
    expect(waited).toEqual([2_000, 4_000]);
  });

  it("gives up at the fifth refusal", async () => {
    const slow = failure("ThrottlingException");
    await expect(pagesOf([slow, slow, slow, slow, slow])).rejects.toBe(slow);
    expect(waited).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it("does not repeat a call that fails otherwise", async () => {
    const denied = failure("AccessDeniedException");
    await expect(pagesOf([denied])).rejects.toBe(denied);
    expect(waited).toEqual([]);
  });
});
