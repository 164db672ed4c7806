import type { InstanceSettings } from "../../../config";
import { type Aws, optionalText, type Reading, textIn } from "../../aws";
import type { Principal } from "./read-application";

/** An Identity Center instance that an account sees. */
export interface CenterInstance {
  readonly arn: string;
  readonly store: string;
}

/** A permission set, as Identity Center has it. */
export interface PermissionSetState {
  readonly arn: string;
  readonly relayState: string | undefined;
  readonly sessionDuration: string | undefined;
  /** The inline policy, parsed; `undefined` without one. */
  readonly policy: Reading<unknown>;
  /** Who has it in the account of the Amazon Connect instance. */
  readonly assigned: Reading<readonly Principal[]>;
}

/** Permission sets that are described at most, to find those of the config by their names. */
const MOST = 500;

/** Reads the Identity Center of the permission sets: the one that the config names, or the only one. */
export async function readCenter(
  aws: Aws,
  { identityCenter }: InstanceSettings,
): Promise<Reading<CenterInstance>> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const all = await aws.readList(
    "sso:ListInstances",
    () => ssoAdmin.paginateListInstances({ client }, {}),
    (page) => page.Instances,
    ({ InstanceArn, IdentityStoreId }) => ({
      arn: textIn(InstanceArn, "InstanceArn"),
      store: textIn(IdentityStoreId, "IdentityStoreId"),
    }),
  );
  if (all.is !== "there") return all;
  const { instanceArn } = identityCenter;
  const own = all.value.filter(({ arn }) => instanceArn === undefined || arn === instanceArn);
  const [first] = own;
  return first && own.length === 1
    ? { is: "there", value: first }
    : {
        is: "unread",
        verdict: "failed",
        why: `sso:ListInstances lists ${String(own.length)} instances that may be the one of the permission sets; set identityCenter.instanceArn, and use credentials of the account of Identity Center`,
      };
}

/** Reads the permission sets of a config by their names, in one pass over all of them. */
export async function readPermissionSets(
  aws: Aws,
  InstanceArn: string,
  { permissionSets, instance }: InstanceSettings,
): Promise<Reading<ReadonlyMap<string, PermissionSetState>>> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const arns = await aws.readList(
    "sso:ListPermissionSets",
    () => ssoAdmin.paginateListPermissionSets({ client }, { InstanceArn }),
    (page) => page.PermissionSets?.map((arn) => ({ arn })),
    ({ arn }) => textIn(arn, "PermissionSets"),
  );
  if (arns.is !== "there") return arns;
  const wanted = new Set(permissionSets.map(({ name }) => name));
  const found = new Map<string, PermissionSetState>();
  for (const PermissionSetArn of arns.value.slice(0, MOST)) {
    if (found.size === wanted.size) break;
    const of = { InstanceArn, PermissionSetArn };
    const set = await aws.read(
      "sso:DescribePermissionSet",
      () => client.send(new ssoAdmin.DescribePermissionSetCommand(of)),
      ({ PermissionSet }) => ({
        name: textIn(PermissionSet?.Name, "PermissionSet.Name"),
        relayState: optionalText(PermissionSet?.RelayState, "RelayState"),
        sessionDuration: optionalText(PermissionSet?.SessionDuration, "SessionDuration"),
      }),
    );
    if (set.is === "unread") return set;
    if (set.is === "missing" || !wanted.has(set.value.name)) continue;
    found.set(set.value.name, {
      ...set.value,
      arn: PermissionSetArn,
      policy: await aws.read(
        "sso:GetInlinePolicyForPermissionSet",
        () => client.send(new ssoAdmin.GetInlinePolicyForPermissionSetCommand(of)),
        ({ InlinePolicy }) => parsed(optionalText(InlinePolicy, "InlinePolicy")),
      ),
      assigned: await aws.readList(
        "sso:ListAccountAssignments",
        () =>
          ssoAdmin.paginateListAccountAssignments(
            { client },
            { ...of, AccountId: instance.accountId },
          ),
        (page) => page.AccountAssignments,
        ({ PrincipalType, PrincipalId }) => ({
          type: PrincipalType === "GROUP" ? "GROUP" : "USER",
          id: textIn(PrincipalId, "PrincipalId"),
        }),
      ),
    });
  }
  if (found.size < wanted.size && arns.value.length > MOST) {
    const why = `there are ${String(arns.value.length)} permission sets, of which ${String(MOST)} were read`;
    return { is: "unread", verdict: "failed", why };
  }
  return { is: "there", value: found };
}

function parsed(policy: string | undefined): unknown {
  if (policy === undefined || policy === "") return undefined;
  try {
    return JSON.parse(policy) as unknown;
  } catch {
    return policy;
  }
}
