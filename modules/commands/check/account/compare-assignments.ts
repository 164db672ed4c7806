import {
  type Adoptable,
  adoptable,
  type Adoption,
  type ApplicationSettings,
  type InstanceSettings,
} from "../../../config";
import { assignmentName, isPrincipalId } from "../../../aws/identity-center";
import { appearance, spelledDifference } from "../../../text";
import { mapped, type Reading } from "../../aws";
import { isSameName } from "../../discover";
import { correctAdopt } from "./fixes";
import { error, type Finding, ok, warning, whenRead } from "./finding";
import type { ApplicationState, Principal } from "./read-application";
import type { DirectoryState } from "./read-directory";
import { regionOf } from "./region";

/** What a deployment of the assignments stack does. */
interface Plans {
  /** The fix for what a deployment creates. */
  readonly fix: string;
  readonly created: Pick<Adoptable, "groups" | "directoryUsers">;
  readonly adopted: Adoption["assignments"][string] | undefined;
}

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
  settings: InstanceSettings,
): Finding[] {
  const { key } = application;
  const { name, identityCenter, adopt } = settings;
  const fix = `deploy ${name}-assignments`;
  const about = { subject: `application ${key}`, stack: "assignments" } as const;
  const { identityCenterRegion } = application;
  const where = identityCenterRegion ?? regionOf(identityCenter);
  const gone = error(
    `does not exist in Identity Center in ${where}; set applications.${key}.applicationArn to the ARN on its page${identityCenter.isRegionGuessed ? "" : ", and check identityCenter.region"}`,
  );
  const here = whenRead(found.application, about, gone, ({ isEnabled, name: shown }) => [
    isEnabled
      ? ok("exists and is enabled")
      : error("is disabled, so nobody can sign in; enable it in the console"),
    ...compareName(application, shown, settings),
  ]);
  if (found.application.is === "missing") return here;
  const closed = ok("keeps out users who are not assigned");
  return [
    ...here,
    ...whenRead(found.assignmentRequired, about, DOES_NOT_APPLY, (required) => {
      if (required === undefined) return [DOES_NOT_APPLY];
      return [required ? closed : OPEN];
    }),
    ...whenRead(found.assignments, about, gone, (assigned) =>
      comparePrincipals(application, assigned, names, {
        fix,
        created: adoptable(settings),
        adopted: adopt?.assignments[key],
      }),
    ),
  ];
}

const OPEN = error(
  "is open to everybody, assigned or not; set it to require assignments, in the console or with aws sso-admin put-application-assignment-configuration",
);
const DOES_NOT_APPLY = ok(
  "has no setting that opens it to everybody, as AWS says of applications made in the console",
);

/** Finds an ARN that belongs to another application: names show it, as the console made the ARNs. */
function compareName(
  { key, displayName }: ApplicationSettings,
  shown: string | undefined,
  { applications }: InstanceSettings,
) {
  if (shown === undefined || isSameName(shown, displayName)) return [];
  const other = applications.find((one) => one.key !== key && isSameName(shown, one.displayName));
  const called = `is called ${JSON.stringify(shown)} in Identity Center`;
  return other
    ? [
        error(
          `${called}, which is the displayName of ${other.key}: their applicationArn look swapped, so each would let in the users of the other; exchange them`,
        ),
      ]
    : [
        warning(
          `${called}, and not ${JSON.stringify(displayName)}; if it is the right application, set applications.${key}.displayName to its name; if not, correct applicationArn`,
        ),
      ];
}

function comparePrincipals(
  { key, groups, users }: ApplicationSettings,
  assigned: readonly Principal[],
  names: Names,
  { fix, created, adopted = {} }: Plans,
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
      if (id === undefined) {
        const twin = lookAlike(name, names[type]);
        const way =
          twin === undefined
            ? (absentFix(type, name, created) ?? fix)
            : `a ${type.toLowerCase()} there looks the same, but this ${spelledDifference(name, twin)}; copy its name into the config`;
        return [error(`needs ${who}, which does not exist in Identity Center; ${way}`)];
      }
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

function lookAlike(name: string, names: Names["GROUP"]): string | undefined {
  if (names.is !== "there") return undefined;
  return [...names.value.values()].find((other) => appearance(other) === appearance(name));
}

/** Returns the fix for a group or user that no deployment creates; `undefined` for any other. */
function absentFix(
  type: Principal["type"],
  name: string,
  { groups, directoryUsers }: Plans["created"],
): string | undefined {
  if (type === "GROUP" && !groups.includes(name)) {
    return "create it there, or list it in identityCenter.createGroups";
  }
  if (type === "USER" && !directoryUsers.includes(name)) {
    return "add the user there, or set createInIdentityCenter in the user's entry of users";
  }
  return undefined;
}

function idOf(nameOrId: string, names: Names["GROUP"]): string | undefined {
  if (isPrincipalId(nameOrId) || names.is !== "there") return nameOrId;
  return [...names.value].find(([, name]) => name === nameOrId)?.[0];
}
