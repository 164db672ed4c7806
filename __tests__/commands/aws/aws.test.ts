import * as sts from "@aws-sdk/client-sts";

import { Aws } from "../../../modules/commands/aws/aws";
import type { Sdk } from "../../../modules/commands/aws/sdk";

const bounds = {
  attemptMs: 1_000,
  credentialsMs: 1_000,
  bytes: 1_000,
  entries: 4,
  pages: 5,
  tell: () => undefined,
  end: new AbortController().signal,
};
const aws = new Aws({ sts } as Sdk, { region: "us-east-1" }, bounds);

/** An error with a name, as the AWS SDK throws it. */
function failure(name: string, more: object = {}, message = "no details"): Error {
  return Object.assign(new Error(message), { name, ...more });
}

/** What comes of reading a role, when the call ends so. */
function readingOf(error: Error) {
  return aws.read(
    "iam:GetRole",
    () => Promise.reject(error),
    () => "a role",
  );
}

describe("reading one thing", () => {
  it("returns what is wanted of the answer", async () => {
    const answer = () => Promise.resolve({ Name: "Agent" });
    expect(await aws.read("iam:GetRole", answer, ({ Name }) => Name)).toEqual({
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
        verdict: "unread",
        why: "it needs the permission iam:GetRole",
      });
    },
  );

  it.each<[name: string, more: object, why: string]>([
    ["CredentialsProviderError", {}, "no credentials (first line)"],
    ["ExpiredTokenException", {}, "the credentials have expired (first line)"],
    ["InvalidClientTokenId", {}, "AWS does not accept the credentials (first line)"],
    [
      "TypeError",
      {},
      "the call failed (first line); check the network and the AWS configuration files",
    ],
    [
      "ThrottlingException",
      { $metadata: { httpStatusCode: 400 } },
      "AWS refuses so many requests (ThrottlingException); try again in a few minutes",
    ],
    [
      "ValidationException",
      { $metadata: { httpStatusCode: 400 } },
      "AWS answered ValidationException (first line)",
    ],
  ])("says in plain words why AWS did not answer: %s %j", async (name, more, why) => {
    expect(await readingOf(failure(name, more, "first line\nsecond line"))).toEqual({
      is: "unread",
      verdict: "failed",
      why: `iam:GetRole: ${why}`,
    });
  });

  it("shows no more than the beginning of a long message", async () => {
    const long = failure("CredentialsProviderError", {}, "x".repeat(100_000));
    expect(await readingOf(long)).toEqual({
      is: "unread",
      verdict: "failed",
      why: `iam:GetRole: no credentials (${"x".repeat(197)}...)`,
    });
  });

  it("does not hide a bug in the program", async () => {
    const reading = aws.read(
      "iam:GetRole",
      () => Promise.resolve({}),
      () => {
        throw new TypeError("x is not a function");
      },
    );
    await expect(reading).rejects.toThrow("x is not a function");
  });
});

describe("reading a list in pages", () => {
  /** So many pages with two entries each. */
  async function* pages(count: number) {
    for (let page = 0; page < count; page++) yield await Promise.resolve([{ page }, { page }]);
  }
  const list = (count: number, entries: (page: { page: number }[]) => object[] | undefined) =>
    aws.readList(
      "iam:ListRoles",
      () => pages(count),
      entries,
      (entry) => entry,
    );

  it("returns the entries of every page, in order", async () => {
    expect(await list(2, (page) => page)).toEqual({
      is: "there",
      value: [{ page: 0 }, { page: 0 }, { page: 1 }, { page: 1 }],
    });
  });

  it("takes a page without a list for an empty one", async () => {
    expect(await list(2, () => undefined)).toEqual({ is: "there", value: [] });
  });

  it("ends after a number of pages or entries, of a service that goes on for ever", async () => {
    expect(await list(Infinity, () => [])).toEqual({
      is: "unread",
      verdict: "failed",
      why: "iam:ListRoles: the list has more than 5 pages",
    });
    expect(await list(Infinity, (page) => page)).toEqual({
      is: "unread",
      verdict: "failed",
      why: "iam:ListRoles: the list has more than 4 entries",
    });
  });
});
