import { withProgress } from "../../modules/commands/progress";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Everything that is written while work of so many seconds says what it does. */
async function written(seconds: number, stream: { isTTY?: boolean; columns?: number }) {
  let text = "";
  const write = (part: string) => (text += part);
  const work = withProgress({ ...stream, write }, async (tell) => {
    tell("reading users\u001b[2J, 1,200 so far");
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return "done";
  });
  await jest.advanceTimersByTimeAsync(seconds * 1_000);
  expect(await work).toBe("done");
  return text;
}

describe("progress", () => {
  it("is shown in a terminal after two seconds, each second, and removed at the end", async () => {
    expect(await written(3.5, { isTTY: true })).toBe(
      [
        "\r\u001b[K2 s: reading users\\u{1b}[2J, 1,200 so far",
        "\r\u001b[K3 s: reading users\\u{1b}[2J, 1,200 so far",
        "\r\u001b[K",
      ].join(""),
    );
  });

  it("is one line of the terminal", async () => {
    expect(await written(2.5, { isTTY: true, columns: 20 })).toBe(
      "\r\u001b[K2 s: reading users\\\r\u001b[K",
    );
  });

  it("is shown between the parts of work that never waits, and cleared for a message", async () => {
    let text = "";
    const stream = { isTTY: true, write: (part: string) => (text += part) };
    await withProgress(stream, (tell) => {
      for (const part of ["one", "two", "three"]) {
        tell(part);
        jest.setSystemTime(Date.now() + 1_500);
      }
      tell("");
      tell("the end");
    });
    expect(text).toBe("\r\u001b[K3 s: three\r\u001b[K\r\u001b[K4 s: the end\r\u001b[K");
  });

  it("is not shown for what ends before that, nor where nobody looks", async () => {
    expect(await written(1.5, { isTTY: true })).toBe("");
    expect(await written(60, {})).toBe("");
  });
});
