import { EMAILS_TAG, tagsOf } from "./tags";
import type { UserValues, WantedUser, ExistingUser } from "./user";

/** The call that makes a change. */
export type Part = "identity" | "phone" | "routing" | "security" | "hierarchy" | "tags" | "untag";

/** One value of a user that changes. */
export interface Change {
  readonly part: Part;
  /** The value as people name it: `routing profile`. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const NONE = "(none)";

const FIELDS: readonly (readonly [Part, what: string, (user: UserValues) => string])[] = [
  ["identity", "first name", ({ firstName }) => firstName],
  ["identity", "last name", ({ lastName }) => lastName],
  ["phone", "phone", ({ deskPhone }) => deskPhone ?? "softphone"],
  ["phone", "auto-accept", ({ autoAccept }) => (autoAccept ? "yes" : "no")],
  [
    "phone",
    "after-contact work",
    ({ afterContactWorkSeconds: seconds }) => (seconds === 0 ? "no limit" : `${String(seconds)} s`),
  ],
  ["routing", "routing profile", ({ routingProfile }) => routingProfile],
  ["security", "security profiles", ({ securityProfiles }) => securityProfiles.join(", ")],
  ["hierarchy", "hierarchy group", ({ hierarchyGroup }) => hierarchyGroup ?? NONE],
];

/** Compares a user with the config, value by value. Tags that the config does not name stay. */
export function changesOf(wanted: WantedUser, existing: ExistingUser, owner: string): Change[] {
  const tags = tagsOf(wanted, owner);
  const before = existing.tags[EMAILS_TAG];
  const after = tags[EMAILS_TAG];
  return [
    ...FIELDS.flatMap(([part, what, of]) => {
      const [from, to] = [of(existing), of(wanted)];
      return from === to ? [] : [{ part, what, from, to }];
    }),
    ...(before === after ? [] : [emailsChange(wanted, before)]),
    ...Object.entries(tags).flatMap(([key, to]) => {
      const from = existing.tags[key];
      if (from === to) return [];
      return [{ part: "tags", what: `tag ${key}`, from: from ?? NONE, to } as const];
    }),
    ...(before !== undefined && after === undefined
      ? [{ part: "untag", what: `tag ${EMAILS_TAG}`, from: before, to: NONE } as const]
      : []),
  ];
}

/** Lists of users have no addresses, so that the one before is not known. */
function emailsChange({ email, secondaryEmail }: WantedUser, before: string | undefined): Change {
  const to = [email, secondaryEmail].flatMap((one) => one ?? []).join(", ") || NONE;
  return { part: "identity", what: "e-mail", from: before === undefined ? NONE : "(changed)", to };
}

/** Tells if a change is only for this program, and of no interest to people. */
export function isMark({ what }: Change): boolean {
  return what === `tag ${EMAILS_TAG}`;
}
