import { relayStateUrl } from "../../../aws/connect";
import { signInPolicy } from "../../../aws/iam";
import { isoDuration, isPrincipalId } from "../../../aws/identity-center";
import type { InstanceSettings, PermissionSetSettings } from "../../../config";
import { type Aws, mapped, type Reading } from "../../aws";
import { Directory } from "./directory";
import { error, type Finding, ok, unread, warning, whenRead } from "./finding";
import { policyDifference } from "./policy";
import type { Principal } from "./read-application";
import { type PermissionSetState, readCenter, readPermissionSets } from "./read-permission-sets";

type Verdict = Pick<Finding, "verdict" | "message">;

/** IDs by name, of groups and of users. */
type Ids = Readonly<Record<Principal["type"], Reading<ReadonlyMap<string, string>>>>;

/** The permission sets of a config, compared with it. */
interface ComparedPermissionSets {
  readonly findings: readonly Finding[];
  /** Names of those that exist. */
  readonly existing: readonly string[];
}

/** Reads the permission sets of a config, and compares them with it. */
export async function comparePermissionSets(
  aws: Aws,
  settings: InstanceSettings,
  isAsked: boolean,
): Promise<ComparedPermissionSets> {
  const { permissionSets } = settings;
  if (permissionSets.length === 0) return { findings: [], existing: [] };
  const center = await readCenter(aws, settings);
  // Two accounts are normal: credentials for only one of them are no failure, unless they were given.
  const subject = "permission sets";
  if (center.is !== "there") {
    const why = center.is === "unread" ? center : NO_CENTER;
    const finding = { subject, ...unread(isAsked ? why : { ...why, verdict: "unread" }) };
    return { findings: [finding], existing: [] };
  }
  const found = await readPermissionSets(aws, center.value.arn, settings);
  const ids = await idsOf(new Directory(aws, center.value.store), permissionSets);
  const findings = permissionSets.flatMap((set) => {
    const about = { subject: `permission set ${set.name}`, stack: "assignments" } as const;
    const missing = error(`does not exist in Identity Center; deploy ${settings.name}-assignments`);
    const own = found.is === "there" ? (found.value.get(set.name) ?? MISSING) : found;
    const reading = "is" in own ? own : ({ is: "there", value: own } as const);
    return whenRead<PermissionSetState>(reading, about, missing, (state) =>
      verdicts(set, state, ids, settings),
    );
  });
  return { findings, existing: found.is === "there" ? [...found.value.keys()] : [] };
}

const MISSING = { is: "missing" } as const;
const NO_CENTER = {
  is: "unread",
  verdict: "failed",
  why: "the account sees no IAM Identity Center in this region",
} as const;

/** Says how a permission set, and its inline policy, differ from the config. */
export function permissionSetProblems(
  set: PermissionSetSettings,
  { relayState, sessionDuration, policy }: Omit<PermissionSetState, "assigned">,
  { instance, permission, name }: InstanceSettings,
): { readonly own: readonly Verdict[]; readonly policy: readonly Verdict[] } {
  const fix = `deploy ${name}-assignments`;
  const wanted = relayStateUrl(instance, set);
  const own = [
    ...(relayState === wanted
      ? []
      : [error(`has the relay state ${relayState ?? "(none)"}, and not ${wanted}; ${fix}`)]),
    ...(sessionDuration === isoDuration(set.sessionSeconds)
      ? []
      : [
          warning(
            `has the session duration ${sessionDuration ?? "(none)"}, and not ${isoDuration(set.sessionSeconds)}; ${fix}`,
          ),
        ]),
  ];
  return {
    own,
    policy: permissionProblems(policy, signInPolicy(permission.form, instance), fix),
  };
}

function verdicts(
  set: PermissionSetSettings,
  state: PermissionSetState,
  ids: Ids,
  settings: InstanceSettings,
): Verdict[] {
  const { own, policy } = permissionSetProblems(set, state, settings);
  const fix = `deploy ${settings.name}-assignments`;
  const problems = [...own, ...policy, ...assignmentProblems(set, state.assigned, ids, fix)];
  return problems.length > 0
    ? problems
    : [
        ok(
          "has the relay state, the permission and the assignments of the config; rehearse --live --profile confirms that Amazon Connect lets its users in (preview)",
        ),
      ];
}

function permissionProblems(found: Reading<unknown>, wanted: object, fix: string): Verdict[] {
  if (found.is === "unread") return [unread(found)];
  if (found.is === "missing" || policyDifference(wanted, found.value)) {
    return [error(`has another inline policy than the config says; ${fix}`)];
  }
  return [];
}

function assignmentProblems(
  { key, groups, users }: PermissionSetSettings,
  assigned: Reading<readonly Principal[]>,
  ids: Ids,
  fix: string,
): Verdict[] {
  if (assigned.is === "unread") return [unread(assigned)];
  const has = assigned.is === "there" ? assigned.value : [];
  const wanted = [
    ...groups.map((name) => ({ type: "GROUP", name }) as const),
    ...users.map((name) => ({ type: "USER", name }) as const),
  ].map((one) => {
    const known = ids[one.type];
    const id = isPrincipalId(one.name)
      ? one.name
      : known.is === "there"
        ? known.value.get(one.name)
        : undefined;
    return { ...one, id };
  });
  const [unreadIds] = [ids.GROUP, ids.USER].flatMap((one) => (one.is === "unread" ? [one] : []));
  if (unreadIds) return [unread(unreadIds)];
  const isSame = (one: Principal) =>
    wanted.some(({ type, id }) => type === one.type && id === one.id);
  return [
    ...wanted.flatMap(({ type, name, id }) => {
      if (has.some((one) => one.type === type && one.id === id)) return [];
      const who = `the ${type.toLowerCase()} ${name}`;
      return [
        error(
          id === undefined
            ? `needs ${who}, which does not exist in Identity Center; add it there, or ${fix}`
            : `is not assigned to ${who}; ${fix}`,
        ),
      ];
    }),
    ...has
      .filter((one) => !isSame(one))
      .map(({ type, id }) =>
        error(
          `is assigned to the ${type.toLowerCase()} ${id}, which the config does not name; add it to applications.${key}.assign, or remove the assignment`,
        ),
      ),
  ];
}

async function idsOf(
  directory: Directory,
  permissionSets: readonly PermissionSetSettings[],
): Promise<Ids> {
  const names = (all: readonly string[]) => [...new Set(all)].filter((one) => !isPrincipalId(one));
  const groups = names(permissionSets.flatMap((set) => set.groups));
  const users = names(permissionSets.flatMap((set) => set.users));
  const none = { is: "there", value: new Map<string, string>() } as const;
  const byName = (all: ReadonlyMap<string, string>) =>
    new Map([...all].map(([id, name]) => [name, id]));
  return {
    GROUP: groups.length === 0 ? none : mapped(await directory.groups(groups, []), byName),
    USER:
      users.length === 0
        ? none
        : mapped(
            await directory.users({ emails: [], userNames: users }, []),
            (all) => new Map([...all].map(([id, { userName }]) => [userName, id])),
          ),
  };
}
