import { request as httpRequest } from "node:http";

import {
  marked,
  segments,
  serveCapturePage,
} from "../../../../modules/commands/rehearse/capture-page";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Asks as a browser does, or as another one would. */
function ask(
  url: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: { method?: string; headers?: object; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers: { ...headers } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("the page that takes captures", () => {
  const ended = new AbortController();
  const checked: unknown[][] = [];
  let served: Promise<void>;
  let url: string;

  beforeAll(async () => {
    url = await new Promise<string>((ready) => {
      served = serveCapturePage({
        minutes: 5,
        signal: ended.signal,
        ready,
        check: (...given) => {
          checked.push(given);
          return Promise.resolve({ segments: [{ text: "passed", style: "green" }], responses: [] });
        },
      });
    });
  });
  afterAll(async () => {
    ended.abort();
    await served;
  });

  const check = (body: string, headers: object = { origin: new URL(url).origin }, query = "") =>
    ask(`${url}check${query}`, { method: "POST", body, headers });

  it("is on the loopback address, under a path that nobody can guess", () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
  });

  it("may load its own files and nothing else", async () => {
    const { status, headers, text } = await ask(url);
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain("ends after 5 minutes");
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, file]) => file)).toEqual([
      "page.css",
      "page.js",
    ]);
  });

  it("hands a capture to the check, with the number that was chosen", async () => {
    expect(JSON.parse((await check("SAMLResponse=x")).text)).toEqual({
      segments: [{ text: "passed", style: "green" }],
      responses: [],
    });
    await check("y", { origin: new URL(url).origin }, "?response=2");
    expect(checked.slice(-2)).toEqual([
      ["SAMLResponse=x", undefined],
      ["y", 2],
    ]);
  });

  it.each<[string, () => Promise<Answer>]>([
    ["another path", () => ask(new URL("/", url).href)],
    ["a path beside it", () => ask(`${url.slice(0, -2)}x/`)],
    ["another name of the host", () => ask(url, { headers: { host: "attacker.example" } })],
    ["the name localhost", () => ask(url, { headers: { host: `localhost:${new URL(url).port}` } })],
    ["a capture from another page", () => check("x", { origin: "https://attacker.example" })],
    ["a capture without a page", () => check("x", {})],
    ["another method", () => ask(`${url}check`)],
  ])("answers nothing to %s", async (_, asked) => {
    const before = checked.length;
    const { status, text } = await asked();
    expect([status, text]).toEqual([404, "There is nothing here."]);
    expect(checked).toHaveLength(before);
  });

  it("takes no more than a browser's log has", async () => {
    const { status, text } = await check("x".repeat(64_000_001));
    expect([status, text]).toEqual([413, "This is longer than 64 MB."]);
  });

  it("ends when its time is up", async () => {
    jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
    const options = { minutes: 30, check: () => Promise.reject(new Error()) };
    const { signal } = new AbortController();
    let isOver = false;
    const open = new Promise<void>((ready) => {
      void serveCapturePage({
        ...options,
        signal,
        ready: () => {
          ready();
        },
      }).then(() => {
        isOver = true;
      });
    });
    await open;
    await jest.advanceTimersByTimeAsync(29 * 60_000);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(60_000);
    jest.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isOver).toBe(true);
  });
});

it("a report is split where its style changes, whatever it says", () => {
  const report = `${marked("green", "passed  ")}A: <b>\n${marked("red", "refused")}`;
  expect(segments(report)).toEqual([
    { text: "passed  ", style: "green" },
    { text: "A: <b>\n" },
    { text: "refused", style: "red" },
  ]);
});
