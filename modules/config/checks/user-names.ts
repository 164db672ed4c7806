import { userNameProblem } from "../../aws/connect";
import { assignedUsers, entryFinder, type ListedUser } from "./listed-users";
import type { PartialConfig } from "./partial-config";
import type { ConfigSource, Problem } from "../source";

/** Checks that Connect takes the names that Identity Center sends. */
export function checkSentNames(source: ConfigSource, users: readonly ListedUser[]): Problem[] {
  return users.flatMap((user) => {
    const { connectUserName, connectNameKey: key, path } = user;
    if (connectUserName === undefined) return [];
    const problem = userNameProblem(connectUserName, otherName(user));
    return problem === undefined ? [] : [source.problem([...path, key], problem)];
  });
}

function otherName({ email, userName, connectUserName, connectNameKey }: ListedUser): string {
  if (connectNameKey === "userName") return "give the user another user name in Identity Center";
  const userNameToo = "give the user name in Identity Center as userName";
  // Where the user name is sent, it is the address unless the entry gives it.
  return connectUserName === userName && email === userName
    ? userNameToo
    : `give the user another address; or set roleSessionName: userName, and ${userNameToo}`;
}

/** Finds entries with the address or user name of an earlier one. */
export function checkTwins(source: ConfigSource, users: readonly ListedUser[]): Problem[] {
  const addresses = new Map<string, ListedUser>();
  const names = new Map<string, ListedUser>();
  return users.flatMap((user) => {
    const { path, email, userName, userNameKey } = user;
    const twin = (
      first: Map<string, ListedUser>,
      value: string,
      key: "email" | "userName",
      what: string,
      valueOf: (one: ListedUser) => string | undefined,
    ) => {
      const known = first.get(value.toLowerCase());
      if (!known) {
        first.set(value.toLowerCase(), user);
        return [];
      }
      const other = valueOf(known);
      const spelling =
        other === value
          ? " too"
          : `, ${JSON.stringify(other)}, with different upper and lower case`;
      const message = `is the ${what} of ${source.nameOf(known.path)}${spelling}; remove one of the two`;
      return [source.problem([...path, key], message)];
    };
    const sameAddress = twin(addresses, email, "email", "address", (one) => one.email);
    if (sameAddress.length > 0 || userName === undefined) return sameAddress;
    return twin(names, userName, userNameKey, "user name", (one) => one.userName);
  });
}

/** Finds assigned users who are spelled otherwise than in `users`, where the spelling is known. */
export function checkLetters(
  source: ConfigSource,
  config: PartialConfig,
  users: readonly ListedUser[],
): Problem[] {
  const entryOf = entryFinder(users);
  return assignedUsers(config).flatMap(({ value, path }) => {
    const user = entryOf(value);
    if (user?.userName === undefined || [user.userName, user.email].includes(value)) return [];
    const { userName, userNameKey, email } = user;
    const [key, right] =
      userName.toLowerCase() === value.toLowerCase() ? [userNameKey, userName] : ["email", email];
    const message = `is ${source.nameOf([...user.path, key])} with different upper and lower case; write ${JSON.stringify(right)} in both places`;
    // Terraform would look up a user that it is about to create under another name.
    return [source.problem(path, message, user.isCreated ? "error" : "warning")];
  });
}
