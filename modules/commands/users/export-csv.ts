import type { ExistingUser } from "./user";

/**
 * Columns of the template with which the Amazon Connect admin website imports users into an instance with
 * SAML, in their order.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/user-management.html
 */
const COLUMNS: readonly (readonly [name: string, of: (user: ExistingUser) => string])[] = [
  ["first name", ({ firstName }) => firstName],
  ["last name", ({ lastName }) => lastName],
  ["user login", ({ name }) => name],
  ["routing profile name", ({ routingProfile }) => routingProfile],
  [
    "security_profile_name_1|security_profile_name_2",
    ({ securityProfiles }) => securityProfiles.join("|"),
  ],
  ["UserHierarchy", ({ hierarchyGroup }) => hierarchyGroup ?? ""],
  ["phone type (soft/desk)", ({ deskPhone }) => (deskPhone === undefined ? "soft" : "desk")],
  ["phone number", ({ deskPhone }) => deskPhone ?? ""],
  ["soft phone auto accept (yes/no)", ({ autoAccept }) => (autoAccept ? "yes" : "no")],
  ["ACW timeout (seconds)", ({ afterContactWorkSeconds }) => String(afterContactWorkSeconds)],
];

/** Writes users as a CSV file, as RFC 4180 has it. Every value is written as it is. */
export function csvOf(users: readonly ExistingUser[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...users.map((user) => COLUMNS.map(([, of]) => of(user))),
  ];
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const isPlain = !/[",;\r\n]/.test(text) && text === text.trim() && !/^[=+\-@\t]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** Returns the names that a spreadsheet would take for formulas; a phone number is a number to it. */
export function formulas(users: readonly ExistingUser[]): readonly string[] {
  return users
    .flatMap(({ firstName, lastName }) => [firstName, lastName])
    .filter((text) => /^[=+\-@\t\r]/.test(text));
}
