import type { ApplicationSettings, InstanceSettings } from "../../../config";
import { assignmentName, isPrincipalId } from "../../../aws/identity-center";
import { correctAdopt } from "./fixes";
import { error, type Finding, ok, type Reading, whenRead } from "./finding";
import type { ApplicationState, DirectoryState, Principal } from "./read-directory";
import { mapped } from "./reading";

type Adopted = NonNullable<InstanceSettings["adopt"]>["assignments"][string];
type Names = Readonly<Record<Principal["type"], Reading<ReadonlyMap<string, string>>>>;

/** Compares the groups and users that are assigned to applications with those of the config. */
export function compareAssignments(state: DirectoryState, settings: InstanceSettings): Finding[] {
  const names = {
    GROUP: state.groups,
    USER: mapped(state.users, (all) => new Map([...all].map(([id, one]) => [id, one.userName]))),
  };
  return settings.applications.flatMap((application) => {
    const { applicationArn: arn } = application;
    const found = arn === undefined ? undefined : state.applications.get(arn);
    return found ? compareApplication(application, found, names, settings) : [];
  });
}

function compareApplication(
  application: ApplicationSettings,
  found: ApplicationState,
  names: Names,
  { name, identityCenter, adopt }: InstanceSettings,
): Finding[] {
  const { key } = application;
  const fix = `deploy ${name}-assignments`;
  const about = { subject: `application ${key}`, stack: "assignments" } as const;
  const gone = error(
    `does not exist in Identity Center in ${identityCenter.region}; set applications.${key}.applicationArn to the ARN on its page, and check identityCenter.region`,
  );
  const here = whenRead(found.enabled, about, gone, (enabled) => [
    enabled
      ? ok("exists and is enabled")
      : error("is disabled, so nobody can sign in; enable it in the console"),
  ]);
  if (found.enabled.is === "missing") return here;
  const open = error(`is open to everybody, assigned or not; ${fix}`);
  return [
    ...here,
    ...whenRead(found.assignmentRequired, about, open, (required) => [
      required ? ok("keeps out users who are not assigned") : open,
    ]),
    ...whenRead(found.assignments, about, gone, (assigned) =>
      comparePrincipals(application, assigned, names, { fix, adopted: adopt?.assignments[key] }),
    ),
  ];
}

function comparePrincipals(
  { key, groups, users }: ApplicationSettings,
  assigned: readonly Principal[],
  names: Names,
  { fix, adopted = {} }: { readonly fix: string; readonly adopted: Adopted | undefined },
) {
  const wanted = [
    ...groups.map((name) => ({ type: "GROUP", name }) as const),
    ...users.map((name) => ({ type: "USER", name }) as const),
  ];
  const unread = wanted
    .filter(({ name }) => !isPrincipalId(name))
    .flatMap(({ type }) => (names[type].is === "unread" ? [names[type]] : []));
  if (unread[0] !== undefined) {
    const { verdict, why } = unread[0];
    const message = `could not be compared with the groups and users in the config: ${why}`;
    return [{ verdict, message }];
  }
  const known = wanted.map((one) => ({ ...one, id: idOf(one.name, names[one.type]) }));
  const problems = [
    ...known.flatMap(({ type, name, id }) => {
      const who = `the ${type.toLowerCase()} ${name}`;
      if (id === undefined)
        return [error(`needs ${who}, which does not exist in Identity Center; ${fix}`)];
      if (assigned.some((one) => one.type === type && one.id === id)) return [];
      const isAdopted = Object.hasOwn(adopted, assignmentName(type, name));
      const make = isAdopted ? `${correctAdopt("the assignment")}, then ${fix}` : fix;
      return [error(`is not assigned to ${who}; ${make}`)];
    }),
    ...assigned
      .filter((one) => !known.some(({ type, id }) => one.type === type && one.id === id))
      .map(({ type, id }) => {
        const all = names[type];
        const name = (all.is === "there" ? all.value.get(id) : undefined) ?? id;
        return error(
          `is assigned to the ${type.toLowerCase()} ${name}, which the config does not name; add it to applications.${key}.assign, or remove the assignment in the console`,
        );
      }),
  ];
  if (problems.length > 0) return problems;
  const all = wanted.map(({ type, name }) => `${type.toLowerCase()} ${name}`);
  return [ok(`is assigned to ${all.length > 0 ? all.join(", ") : "nobody"}, as configured`)];
}

function idOf(nameOrId: string, names: Names["GROUP"]): string | undefined {
  if (isPrincipalId(nameOrId) || names.is !== "there") return nameOrId;
  return [...names.value].find(([, name]) => name === nameOrId)?.[0];
}
