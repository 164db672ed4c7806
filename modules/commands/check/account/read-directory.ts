import type { InstanceSettings } from "../../../config";
import { identityCenterArn } from "../../../aws/identity-center";
import { type Aws, optionalText, type Reading, textIn } from "../../aws";
import { readApplication, type ApplicationState } from "./read-application";
import { readPeople, type PeopleState } from "./read-people";
import { regionOf } from "./region";

/** The applications of an instance with their groups and users, as Identity Center has them. */
export interface DirectoryState extends PeopleState {
  /** Applications, by ARN. */
  readonly applications: ReadonlyMap<string, ApplicationState>;
}

/** Reads the applications, their assignments, and the groups and users concerned. */
export async function readDirectory(aws: Aws, settings: InstanceSettings): Promise<DirectoryState> {
  const applications = new Map<string, ApplicationState>();
  for (const { applicationArn, identityCenterRegion = aws.region } of settings.applications) {
    if (applicationArn === undefined) continue;
    const there = aws.in(identityCenterRegion);
    applications.set(applicationArn, await readApplication(there, applicationArn));
  }
  const [first] = applications.keys();
  if (first === undefined) throw new Error("no application's ARN is known yet");
  const assigned = [...applications.values()].flatMap(({ assignments }) =>
    assignments.is === "there" ? assignments.value : [],
  );
  const store = await readStoreId(aws, identityCenterArn(first), settings);
  return { applications, ...(await readPeople(aws, store, assigned, settings)) };
}

/** Reads the ID of the identity store that an Identity Center instance keeps its people in. */
export async function readStoreId(
  aws: Aws,
  instanceArn: string,
  { identityCenter }: InstanceSettings,
): Promise<Reading<string>> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const instances = await aws.readList(
    "sso:ListInstances",
    () => ssoAdmin.paginateListInstances({ client }, {}),
    (page) => page.Instances,
    ({ InstanceArn, IdentityStoreId, OwnerAccountId }) => ({
      arn: textIn(InstanceArn, "InstanceArn"),
      store: textIn(IdentityStoreId, "IdentityStoreId"),
      owner: optionalText(OwnerAccountId, "OwnerAccountId"),
    }),
  );
  if (instances.is !== "there") return instances;
  const own = instances.value.find(({ arn }) => arn === instanceArn);
  if (own) return { is: "there", value: own.store };
  const [other] = instances.value;
  const why = other
    ? `sso:ListInstances in ${aws.region} has ${other.arn} of account ${other.owner ?? "unknown"} and not ${instanceArn}, the instance of the applications; an account instance has no SAML applications: use credentials of the organization's management account, or of its delegated administrator of Identity Center`
    : `sso:ListInstances does not list ${instanceArn} in ${regionOf(identityCenter)}`;
  return { is: "unread", verdict: "failed", why };
}
