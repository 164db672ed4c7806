import type { ConnectUser } from "./connect";
import type { Call } from "./service";

/** What a search of users returns: no addresses, and the time for after-contact work in milliseconds. */
export function searchUsers(users: readonly ConnectUser[], input: Call["input"]) {
  return pageOf(users, input, 500, "Users", (user) => {
    const { FirstName, LastName } = user.IdentityInfo ?? {};
    const seconds = user.PhoneConfig["AfterContactWorkTimeLimit"];
    return {
      ...user,
      IdentityInfo: { FirstName, LastName },
      PhoneConfig: {
        ...user.PhoneConfig,
        ...(typeof seconds === "number" && { AfterContactWorkTimeLimit: seconds * 1_000 }),
      },
    };
  });
}

/** Returns a page of a search, at most as long as AWS takes it. */
export function pageOf<T>(
  all: readonly T[],
  { NextToken = "0", MaxResults }: Call["input"],
  most: number,
  key: string,
  entry: (one: T) => object,
) {
  const from = Number(NextToken);
  const to = from + Math.min(Number(MaxResults ?? 100), most);
  return {
    [key]: all.slice(from, to).map(entry),
    ApproximateTotalCount: all.length,
    ...(to < all.length && { NextToken: String(to) }),
  };
}
