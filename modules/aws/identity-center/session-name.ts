/** A user attribute of Identity Center that an application can send as the role session name. */
export interface SessionNameAttribute {
  /** Value of the attribute mapping in the console. */
  readonly value: string;
  /** Words for the attribute: `e-mail address`. */
  readonly what: string;
}

/**
 * The attributes that identify a user, by what a config calls them.
 *
 * AWS lists the attributes of a mapping, but does not say which one is the user name. Two sources do,
 * and it is unproven beyond them: by the default mappings of AWS, `subject` is the principal name in
 * Active Directory, as the user name is, while `preferredUsername` is the display name; and an
 * application of AWS's samples that receives `${user:subject}` looks it up as the `UserName`.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/attributemappingsconcept.html
 * @see https://github.com/awsdocs/aws-single-sign-on-user-guide/blob/0c543a96f3fc60bda01fa18b005b571c58d671d2/doc_source/attributemappingsconcept.md
 * @see https://github.com/aws-samples/iam-identity-center-team/blob/0ea1ee30ee2084a8086ff433c9ba46c288d7bc86/amplify/backend/function/teamgetGroups/src/index.py
 */
export const SESSION_NAME_ATTRIBUTES = {
  email: { value: "${user:email}", what: "e-mail address" },
  userName: { value: "${user:subject}", what: "user name" },
} as const satisfies Record<string, SessionNameAttribute>;

/** What Identity Center sends as the role session name. */
export type RoleSessionName = keyof typeof SESSION_NAME_ATTRIBUTES;

/**
 * Returns the name that Identity Center sends for a user, which is the user name in Amazon Connect.
 *
 * @param user the user's e-mail address, and the user name if it differs
 * @param roleSessionName default: the e-mail address
 */
export function sentName(
  { email, userName = email }: { readonly email: string; readonly userName?: string | undefined },
  roleSessionName: RoleSessionName | undefined,
): string {
  return roleSessionName === "userName" ? userName : email;
}
