import { isPrincipalId } from "../../aws/identity-center";
import { applicationsOf, entriesOf, type PartialConfig } from "./partial-config";
import { type ConfigSource, type KeyPath, type Problem, valueAt } from "../source";
import { nearest } from "../../text";

/** Checks what the schema cannot: related lists of groups and users. */
export function checkPeople(source: ConfigSource, config: PartialConfig): Problem[] {
  const separate = valueAt(source.data, ["roles"]) === undefined || config.roles === "separate";
  return [
    ...checkDuplicates(source, config),
    ...checkUserApplications(source, config),
    ...checkCreatedGroups(source, config),
    ...checkLetters(source, config),
    ...(separate ? checkOneRolePerUser(source, config) : []),
    ...(separate ? checkSharedGroups(source, config) : []),
    ...checkUnassigned(source, config),
  ];
}

function usersOf({ users }: PartialConfig) {
  return entriesOf(users).map(({ value, index }) => ({ user: value, path: ["users", index] }));
}

/** The applications in the file, including those with mistakes. */
function applicationKeys(source: ConfigSource): string[] {
  const applications = valueAt(source.data, ["applications"]);
  return typeof applications === "object" && applications !== null ? Object.keys(applications) : [];
}

/**
 * Tells if the schema refused no entry of a list, so that an entry that is missing is not in the
 * file.
 */
function isWhole(
  source: ConfigSource,
  path: KeyPath,
  list: readonly unknown[] | undefined,
): boolean {
  const written = valueAt(source.data, path);
  if (written === undefined) return true;
  return Array.isArray(written) && entriesOf(list).length === written.length;
}

function assigned(key: string, what: "groups" | "users"): KeyPath {
  return ["applications", key, "assign", what];
}

function checkDuplicates(source: ConfigSource, config: PartialConfig): Problem[] {
  const lists: [KeyPath, readonly (string | undefined)[] | undefined][] = [
    ...applicationsOf(config).flatMap(([key, { assign }]): typeof lists => [
      [assigned(key, "groups"), assign?.groups],
      [assigned(key, "users"), assign?.users],
    ]),
    [["identityCenter", "createGroups"], config.identityCenter?.createGroups],
    ...usersOf(config).flatMap(({ user, path }): typeof lists => [
      [[...path, "applications"], user.applications],
      [[...path, "securityProfiles"], user.securityProfiles],
    ]),
  ];
  const twins = lists.flatMap(([path, list]) => {
    const seen = new Set<string>();
    return entriesOf(list).flatMap(({ value, index }) => {
      const twice = seen.has(value);
      seen.add(value);
      return twice ? [source.problem([...path, index], "is listed twice; remove one")] : [];
    });
  });

  const first = new Map<string, { email: string; path: KeyPath }>();
  for (const { user, path } of usersOf(config)) {
    const { email } = user;
    if (email === undefined) continue;
    const twin = first.get(email.toLowerCase());
    if (!twin) {
      first.set(email.toLowerCase(), { email, path });
      continue;
    }
    const message =
      twin.email === email
        ? `is the address of ${twin.path.join(".")} too; remove one of the two`
        : `is the address of ${twin.path.join(".")}, ${JSON.stringify(twin.email)}, with different upper and lower case; remove one of the two`;
    twins.push(source.problem([...path, "email"], message));
  }
  return twins;
}

function checkUserApplications(source: ConfigSource, config: PartialConfig): Problem[] {
  const keys = applicationKeys(source);
  if (keys.length === 0) return [];
  return usersOf(config).flatMap(({ user, path }) =>
    entriesOf(user.applications).flatMap(({ value, index }) => {
      if (keys.includes(value)) return [];
      const guess = nearest(value, keys);
      const fix =
        guess === undefined
          ? `the ${keys.length === 1 ? "only key is" : "keys are"} ${keys.join(", ")}`
          : `did you mean ${guess}?`;
      const message = `is not the key of an application here; ${fix}`;
      return [source.problem([...path, "applications", index], message)];
    }),
  );
}

/** A created group that no application uses is most often spelled in two ways. */
function checkCreatedGroups(source: ConfigSource, config: PartialConfig): Problem[] {
  const keys = applicationKeys(source);
  const groups = new Set(
    keys.flatMap((key) =>
      entriesOf(config.applications?.[key]?.assign?.groups).map(({ value }) => value),
    ),
  );
  const whole = keys.every(
    (key) =>
      isWhole(source, assigned(key, "groups"), config.applications?.[key]?.assign?.groups) &&
      isMapping(valueAt(source.data, ["applications", key, "assign"])),
  );
  if (!whole) return [];
  const created = entriesOf(config.identityCenter?.createGroups);
  const others = [...groups].filter((group) => !created.some(({ value }) => value === group));
  return created.flatMap(({ value, index }) => {
    if (groups.has(value)) return [];
    const guess = nearest(value, others);
    const fix =
      guess === undefined
        ? "name it in an application's assign.groups"
        : `did you mean ${JSON.stringify(guess)}?`;
    const path = ["identityCenter", "createGroups", index];
    return [
      source.problem(
        path,
        `would be created, but is not assigned to an application; ${fix}`,
        "warning",
      ),
    ];
  });
}

function isMapping(value: unknown): boolean {
  return value === undefined || (typeof value === "object" && value !== null);
}

/**
 * Connect distinguishes case, so the address of a person must have the same spelling everywhere.
 */
function checkLetters(source: ConfigSource, config: PartialConfig): Problem[] {
  // Of duplicates the first counts, as in the report of duplicates.
  const people = new Map(
    usersOf(config)
      .reverse()
      .map(({ user, path }) => [user.email?.toLowerCase(), { user, path }] as const),
  );
  return applicationsOf(config).flatMap(([key, { assign }]) =>
    entriesOf(assign?.users).flatMap(({ value, index }) => {
      const { user, path = [] } = people.get(value.toLowerCase()) ?? {};
      if (user?.email === undefined || user.email === value) return [];
      const message = `is ${path.join(".")}.email with different upper and lower case, which Connect tells apart; write ${JSON.stringify(user.email)} in both places`;
      // Terraform would look up a user that it is about to create under another name.
      const severity = user.createInIdentityCenter ? "error" : "warning";
      return [source.problem([...assigned(key, "users"), index], message, severity)];
    }),
  );
}

const SECOND_ROLE =
  "Connect ties a user to the role of the first sign-in, and refuses the user through another";

/**
 * Checks that no user is assigned to two applications with different roles.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
function checkOneRolePerUser(source: ConfigSource, config: PartialConfig): Problem[] {
  const keys = applicationKeys(source);
  const first = new Map<string, { application: string; path: KeyPath }>();
  const problems: Problem[] = [];
  const claim = (
    user: string,
    application: string,
    path: KeyPath,
    describe: (other: string) => string,
  ) => {
    const known = first.get(user.toLowerCase());
    if (!known) first.set(user.toLowerCase(), { application, path });
    if (!known || known.application === application) return;
    const other = describe(`${known.application} (${known.path.join(".")})`);
    const message = `${other}, and each has its own role; ${SECOND_ROLE}; keep one application, or set roles: shared`;
    problems.push(source.problem(path, message));
  };
  for (const [key, { assign }] of applicationsOf(config)) {
    for (const { value, index } of entriesOf(assign?.users)) {
      const path = [...assigned(key, "users"), index];
      claim(value, key, path, (other) => `is assigned to ${other} too`);
    }
  }
  for (const { user, path } of usersOf(config)) {
    const { email } = user;
    if (email === undefined) continue;
    for (const { value, index } of entriesOf(user.applications)) {
      if (!keys.includes(value)) continue;
      const at = [...path, "applications", index];
      claim(
        email,
        value,
        at,
        (other) => `is another application of ${email}, in addition to ${other}`,
      );
    }
  }
  return problems;
}

function checkSharedGroups(source: ConfigSource, config: PartialConfig): Problem[] {
  const first = new Map<string, string>();
  return applicationsOf(config).flatMap(([key, { assign }]) =>
    entriesOf(assign?.groups).flatMap(({ value, index }) => {
      const known = first.get(value);
      if (known === undefined) first.set(value, key);
      if (known === undefined || known === key) return [];
      const message = `is assigned to ${known} too, and each has its own role; ${SECOND_ROLE}, so its members can use only one of the two; give each application its own group, or set roles: shared`;
      return [source.problem([...assigned(key, "groups"), index], message, "warning")];
    }),
  );
}

/** When users are assigned one by one, a user who is not among them sees no tile. */
function checkUnassigned(source: ConfigSource, config: PartialConfig): Problem[] {
  const oneByOne = new Map(
    applicationsOf(config).flatMap(([key, { assign }]) => {
      const users = entriesOf(assign?.users).map(({ value }) => value);
      const known =
        isWhole(source, assigned(key, "groups"), assign?.groups) &&
        isWhole(source, assigned(key, "users"), assign?.users) &&
        !users.some(isPrincipalId);
      return known && users.length > 0 && entriesOf(assign?.groups).length === 0
        ? [[key, new Set(users.map((user) => user.toLowerCase()))] as const]
        : [];
    }),
  );
  return usersOf(config).flatMap(({ user, path }) =>
    entriesOf(user.applications).flatMap(({ value, index }) => {
      const { email } = user;
      const known = oneByOne.get(value);
      if (email === undefined || !known || known.has(email.toLowerCase())) return [];
      const message = `has no assigned groups, and ${email} is not one of its assigned users; add the user to applications.${value}.assign.users`;
      return [source.problem([...path, "applications", index], message, "warning")];
    }),
  );
}
