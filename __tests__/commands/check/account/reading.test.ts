import { whenRead } from "../../../../modules/commands/check/account/finding";
import { mapped, read, readAll } from "../../../../modules/commands/check/account/reading";

/** An error with a name, as the AWS SDK throws it. */
function failure(name: string, more: object = {}, message = "no details"): Error {
  return Object.assign(new Error(message), { name, ...more });
}

/** What comes of reading a role, when the call ends so. */
function readingOf(error: unknown) {
  return read("iam:GetRole", () => {
    throw error;
  });
}

describe("reading one thing", () => {
  it("returns what is there", async () => {
    expect(await read("iam:GetRole", () => Promise.resolve("Agent"))).toEqual({
      is: "there",
      value: "Agent",
    });
  });

  it.each(["NoSuchEntity", "NoSuchEntityException", "ResourceNotFoundException"])(
    "takes %s for an answer: it is missing",
    async (name) => {
      expect(await readingOf(failure(name))).toEqual({ is: "missing" });
    },
  );

  it.each(["AccessDenied", "AccessDeniedException"])(
    "names the permission that the call needs, after %s",
    async (name) => {
      expect(await readingOf(failure(name))).toEqual({
        is: "unread",
        why: "it needs the permission iam:GetRole",
      });
    },
  );

  it.each<[name: string, more: object, why: string]>([
    ["CredentialsProviderError", {}, "no credentials"],
    ["ExpiredTokenException", {}, "the credentials have expired"],
    ["InvalidClientTokenId", {}, "AWS does not accept the credentials"],
    ["TimeoutError", {}, "AWS cannot be reached"],
    ["Error", { code: "ENOTFOUND" }, "AWS cannot be reached"],
    ["Error", { code: "ECONNREFUSED" }, "AWS cannot be reached"],
    ["ThrottlingException", { $metadata: {} }, "AWS answered ThrottlingException"],
  ])("says in plain words why AWS did not answer: %s %j", async (name, more, why) => {
    expect(await readingOf(failure(name, more, "first line\nsecond line"))).toEqual({
      is: "unread",
      why: `iam:GetRole: ${why} (first line)`,
    });
  });

  it("does not hide a bug in the program", async () => {
    await expect(readingOf(new TypeError("x is not a function"))).rejects.toThrow(
      "x is not a function",
    );
  });
});

describe("reading a list in pages", () => {
  /** So many pages with two entries each. */
  async function* pages(count: number) {
    for (let page = 0; page < count; page++) yield await Promise.resolve([page, page]);
  }

  it("returns the entries of every page, in order", async () => {
    expect(await readAll(pages(3), (page) => page)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("takes a page without a list for an empty one", async () => {
    expect(await readAll(pages(3), () => undefined)).toEqual([]);
  });

  it("ends after 2,000 pages, of a service that goes on for ever", async () => {
    const endless = read("sso:ListInstances", () => readAll(pages(Infinity), () => []));
    expect(await endless).toEqual({
      is: "unread",
      why: "sso:ListInstances: the list does not end (more than 2000 pages)",
    });
  });
});

describe("what was read", () => {
  const upperCase = (text: string) => text.toUpperCase();

  it("is changed only where it is there", () => {
    expect(mapped({ is: "there", value: "agent" }, upperCase)).toEqual({
      is: "there",
      value: "AGENT",
    });
    expect(mapped({ is: "missing" }, upperCase)).toEqual({ is: "missing" });
    expect(mapped({ is: "unread", why: "no reason" }, upperCase)).toEqual({
      is: "unread",
      why: "no reason",
    });
  });

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
    expect(
      whenRead(
        { is: "unread", why: "it needs the permission iam:GetRole" },
        about,
        missing,
        () => [],
      ),
    ).toEqual([
      {
        ...about,
        verdict: "unread",
        message: "could not be read: it needs the permission iam:GetRole",
      },
    ]);
  });
});
