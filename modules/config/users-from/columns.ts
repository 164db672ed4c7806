import type { UserConfig } from "../schema";

/** What a column of a CSV file has: a key of a user, or a value that others depend on. */
export type Column = keyof UserConfig | "login" | "phoneType" | "phoneNumber" | "password";

/** Keys of a user, each of which may be a column. */
export const USER_KEYS: readonly (keyof UserConfig)[] = [
  "email",
  "userName",
  "givenName",
  "familyName",
  "applications",
  "routingProfile",
  "securityProfiles",
  "hierarchyGroup",
  "autoAccept",
  "afterContactWorkSeconds",
  "deskPhone",
  "secondaryEmail",
  "tags",
  "connectUserId",
  "createInIdentityCenter",
  "emailInConnect",
];

/**
 * Columns of the template that the Amazon Connect admin website hands out for importing users, in
 * lowercase. Only instances without SAML have an e-mail address and a password there.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/user-management.html
 */
const TEMPLATE: ReadonlyMap<string, Column> = new Map<string, Column>([
  ["first name", "givenName"],
  ["last name", "familyName"],
  ["email address", "email"],
  ["password", "password"],
  ["user login", "login"],
  ["routing profile name", "routingProfile"],
  ["security_profile_name_1|security_profile_name_2", "securityProfiles"],
  ["userhierarchy", "hierarchyGroup"],
  ["phone type (soft/desk)", "phoneType"],
  ["phone number", "phoneNumber"],
  ["soft phone auto accept (yes/no)", "autoAccept"],
  ["acw timeout (seconds)", "afterContactWorkSeconds"],
]);

const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...USER_KEYS.map((key) => [key.toLowerCase(), key] as const),
  ...TEMPLATE,
]);

/** Names of the columns that a file may have, as they are written. */
export const COLUMN_NAMES: readonly string[] = [
  ...[...TEMPLATE.keys()].filter((name) => name !== "password"),
  ...USER_KEYS,
];

/** Returns what the column with a name has; `undefined` for an unknown name. */
export function columnNamed(name: string): Column | undefined {
  return COLUMNS.get(name.toLowerCase().replace(/\s+/g, " "));
}

/** Returns the name of a column in the template. */
export function templateName(column: Column): string {
  return [...TEMPLATE].find(([, own]) => own === column)?.[0] ?? column;
}
