import { code, listed, type Text, text } from "../../../text";
import type { ConsoleSheetInput, SheetUser } from "../input";

/** Number of users of an application that a sheet lists; nobody compares more by eye. */
const LISTED_USERS = 50;

/** The first users of each application, and where all others are. */
export interface ListedPeople {
  readonly users: readonly SheetUser[];
  /** A sentence for each application that has more users than the sheet lists. */
  readonly more: readonly Text[];
}

/** Lists users by application up to a bound, in the order of the applications. */
export function listedPeople({
  applications,
  users = [],
  configFile = "the config",
}: ConsoleSheetInput): ListedPeople {
  const byApplication = new Map<string, SheetUser[]>(
    Object.keys(applications).map((key) => [key, []]),
  );
  for (const user of users) {
    const [key = ""] = user.applications;
    const own = byApplication.get(key) ?? [];
    byApplication.set(key, own);
    own.push(user);
  }
  const all = [...byApplication];
  return {
    users: all.flatMap(([, own]) => own.slice(0, LISTED_USERS)),
    more: all.flatMap(([key, own]) => {
      if (own.length <= LISTED_USERS) return [];
      const files = new Set(own.slice(LISTED_USERS).map(({ from = configFile }) => from));
      const count = (own.length - LISTED_USERS).toLocaleString("en-US");
      return [
        text`Of ${code(key)} there are ${count} more, whom ${listed([...files].map(code))} ${files.size === 1 ? "lists" : "list"}.`,
      ];
    }),
  };
}
