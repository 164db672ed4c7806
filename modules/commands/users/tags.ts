import { createHash } from "node:crypto";

import type { WantedUser } from "./user";

/**
 * Key of the tag that says which config a user belongs to; its value is the name of the instance in the
 * config. Only users with it are changed or removed.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/tagging.html
 */
export const OWNER_TAG = "connect-sso:config";

/**
 * Key of the tag with a mark of the e-mail addresses that were written. Lists of users come without these,
 * and asking for each user alone takes half a second a user.
 */
export const EMAILS_TAG = "connect-sso:emails";

/** Returns a mark that differs when the addresses differ; `undefined` without addresses. */
function emailsMark({
  email,
  secondaryEmail,
}: Pick<WantedUser, "email" | "secondaryEmail">): string | undefined {
  if (email === undefined && secondaryEmail === undefined) return undefined;
  const text = JSON.stringify([email ?? "", secondaryEmail ?? ""]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** Returns the tags that a user of a config has. */
export function tagsOf(user: WantedUser, owner: string): Readonly<Record<string, string>> {
  const mark = emailsMark(user);
  return {
    ...user.tags,
    [OWNER_TAG]: owner,
    ...(mark !== undefined && { [EMAILS_TAG]: mark }),
  };
}
