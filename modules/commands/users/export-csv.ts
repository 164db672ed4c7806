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

/** Says of which texts a reader of the file may make something else. */
export function csvNotices(users: readonly ExistingUser[]): readonly string[] {
  const texts = users.flatMap(({ firstName, lastName, name, routingProfile, ...user }) => [
    ...[firstName, lastName, name, routingProfile],
    ...user.securityProfiles,
    user.hierarchyGroup ?? "",
  ]);
  // A phone number starts with a plus sign, and is a number to a spreadsheet.
  const formulas = texts.filter((text) => /^[=+\-@\t\r]/.test(text));
  const divided = users
    .flatMap(({ securityProfiles }) => securityProfiles)
    .filter((name) => name.includes("|"));
  return [
    ...noticeOf(
      formulas,
      "would be a formula to a spreadsheet, and is written as it is; import the columns as text",
    ),
    ...noticeOf(
      divided,
      "has a |, which separates security profiles in this file; rename the profile, or write YAML with --format yaml",
    ),
  ];
}

function noticeOf(texts: readonly string[], what: string): string[] {
  const [first, ...more] = new Set(texts);
  if (first === undefined) return [];
  const and = more.length === 0 ? "" : ` and ${String(more.length)} more`;
  return [`${JSON.stringify(first)}${and} ${what}`];
}
