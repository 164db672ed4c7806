import { adoptable, type InstanceSettings, type UserSettings } from "../../config";
import { identityCenterArn, isPrincipalId } from "../../aws/identity-center";
import { type Aws, listIn, mapped, optionalText, type Reading, textIn } from "../aws";
import { readCenter, readStoreId } from "../check";
import { assignedTo, findPermissionSets } from "./find-permission-sets";
import { type Sighting, sighting } from "./sighting";

/** What exists in Identity Center, and the identity store that it is in. */
export interface FoundDirectory {
  readonly sightings: readonly Sighting[];
  /** ID of the identity store; left out when it could not be read. */
  readonly identityStoreId?: string;
}

/** Looks for what the assignments stack creates, in the account and region of Identity Center. */
export async function findDirectory(aws: Aws, settings: InstanceSettings): Promise<FoundDirectory> {
  const { groups, directoryUsers, memberships, assignments } = adoptable(settings);
  const [application] = settings.applications.flatMap(({ applicationArn }) => applicationArn ?? []);
  const center =
    settings.permissionSets.length > 0
      ? await readCenter(aws, settings)
      : ({ is: "missing" } as const);
  const store =
    application === undefined
      ? mapped(center, (one) => one.store)
      : await readStoreId(aws, identityCenterArn(application), settings);
  const directory = new Directory(aws, store);
  const sightings: Sighting[] = [];
  for (const name of groups) {
    const found = await directory.id("GROUP", name);
    sightings.push(sighting({ kind: "groups", name }, found, (id) => ({ id })));
  }
  for (const name of directoryUsers) {
    const found = await directory.user(
      name,
      settings.users.find(({ userName }) => userName === name),
    );
    sightings.push(sighting({ kind: "directoryUsers", name }, found, (user) => user));
  }
  for (const { name, user, group } of memberships) {
    const found = await directory.membership(user, group);
    sightings.push(sighting({ kind: "memberships", name }, found, (id) => ({ id })));
  }
  const sets = await findPermissionSets(
    aws,
    mapped(center, ({ arn }) => arn),
    settings,
  );
  sightings.push(...sets.sightings);
  const regions = new Map(
    settings.applications.map(({ key, identityCenterRegion }) => [key, identityCenterRegion]),
  );
  for (const { name, type, principal, of, application: key } of assignments) {
    // Assignments are managed where the application is; people are in the primary region.
    const there = aws.in(regions.get(key) ?? aws.region);
    const found =
      "applicationArn" in of
        ? await directory.assignment(there, of.applicationArn, type, principal)
        : await directory.among(assignedTo(sets, of.permissionSet), type, principal);
    const about = { kind: "assignments", name, application: key } as const;
    sightings.push(sighting(about, found, (id) => ({ id })));
  }
  return { sightings, ...(store.is === "there" && { identityStoreId: store.value }) };
}

type Type = "GROUP" | "USER";

/** Finds IDs in an identity store, each of them once. */
class Directory {
  private readonly client;
  private readonly ids = new Map<string, Promise<Reading<string>>>();
  private readonly assigned = new Map<string, Promise<Reading<ReadonlySet<string>>>>();

  public constructor(
    private readonly aws: Aws,
    private readonly store: Reading<string>,
  ) {
    this.client = new aws.sdk.identityStore.IdentitystoreClient(aws.options);
  }

  /** Finds the ID of a group or user; the ID itself is taken as it is. */
  public id(type: Type, nameOrId: string): Promise<Reading<string>> {
    const key = `${type} ${nameOrId}`;
    const known = this.ids.get(key);
    const found =
      known ??
      (isPrincipalId(nameOrId)
        ? Promise.resolve({ is: "there", value: nameOrId } as const)
        : this.lookUp(type, nameOrId));
    this.ids.set(key, found);
    return found;
  }

  /** Finds the ID of a membership. */
  public async membership(user: string, group: string): Promise<Reading<string>> {
    const member = await this.id("USER", user);
    const own = await this.id("GROUP", group);
    if (member.is !== "there") return member;
    if (own.is !== "there") return own;
    const { identityStore } = this.aws.sdk;
    return this.inStore((IdentityStoreId) => {
      const input = { IdentityStoreId, GroupId: own.value, MemberId: { UserId: member.value } };
      return this.aws.read(
        "identitystore:GetGroupMembershipId",
        () => this.client.send(new identityStore.GetGroupMembershipIdCommand(input)),
        ({ MembershipId }) => textIn(MembershipId, "MembershipId"),
      );
    });
  }

  /** Finds the ID of a group or user that an application is assigned to. */
  public async assignment(
    aws: Aws,
    arn: string,
    type: Type,
    principal: string,
  ): Promise<Reading<string>> {
    const assigned = this.assigned.get(arn) ?? assignmentsOf(aws, arn);
    this.assigned.set(arn, assigned);
    return this.among(await assigned, type, principal);
  }

  /** Finds the ID of a group or user among those that something is assigned to. */
  public async among(
    assigned: Reading<ReadonlySet<string>>,
    type: Type,
    principal: string,
  ): Promise<Reading<string>> {
    const id = await this.id(type, principal);
    if (id.is !== "there") return id;
    if (assigned.is !== "there") return assigned;
    return assigned.value.has(`${type} ${id.value}`) ? id : { is: "missing" };
  }

  /** Finds the ID of a user, and says what a deployment would change of it. */
  public async user(
    name: string,
    wanted: UserSettings | undefined,
  ): Promise<Reading<{ readonly id: string; readonly notes: readonly string[] }>> {
    const found = await this.id("USER", name);
    if (found.is !== "there") return found;
    const { value: id } = found;
    return wanted === undefined
      ? { is: "there", value: { id, notes: [] } }
      : mapped(await this.differences(id, wanted), (notes) => ({ id, notes }));
  }

  private differences(UserId: string, user: UserSettings): Promise<Reading<readonly string[]>> {
    const { identityStore } = this.aws.sdk;
    return this.inStore((IdentityStoreId) =>
      this.aws.read(
        "identitystore:DescribeUser",
        () => this.client.send(new identityStore.DescribeUserCommand({ IdentityStoreId, UserId })),
        ({ Name, Emails }) => {
          const emails = listIn(Emails);
          const [email] = [...emails.filter(({ Primary }) => Primary), ...emails];
          const values = [
            ["given name", optionalText(Name?.GivenName, "Name.GivenName"), user.givenName],
            ["family name", optionalText(Name?.FamilyName, "Name.FamilyName"), user.familyName],
            ["e-mail address", optionalText(email?.Value, "Emails"), user.email],
          ] as const;
          return values
            .filter(([, has, wanted]) => has !== wanted)
            .map(
              ([what, has, wanted]) =>
                `has the ${what} ${has ?? "(none)"}, which a deployment changes to ${wanted}; correct the config if that is wrong`,
            );
        },
      ),
    );
  }

  private lookUp(type: Type, AttributeValue: string): Promise<Reading<string>> {
    const { identityStore } = this.aws.sdk;
    const named = (AttributePath: string) => ({
      AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
    });
    return this.inStore((IdentityStoreId) =>
      type === "GROUP"
        ? this.aws.read(
            "identitystore:GetGroupId",
            () =>
              this.client.send(
                new identityStore.GetGroupIdCommand({ IdentityStoreId, ...named("DisplayName") }),
              ),
            ({ GroupId }) => textIn(GroupId, "GroupId"),
          )
        : this.aws.read(
            "identitystore:GetUserId",
            () =>
              this.client.send(
                new identityStore.GetUserIdCommand({ IdentityStoreId, ...named("UserName") }),
              ),
            ({ UserId }) => textIn(UserId, "UserId"),
          ),
    );
  }

  private async inStore<T>(
    read: (identityStoreId: string) => Promise<Reading<T>>,
  ): Promise<Reading<T>> {
    return this.store.is === "there" ? read(this.store.value) : this.store;
  }
}

/** Lists who an application is assigned to, each as its type and ID. */
async function assignmentsOf(
  aws: Aws,
  ApplicationArn: string,
): Promise<Reading<ReadonlySet<string>>> {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const all = await aws.readList(
    "sso:ListApplicationAssignments",
    () => ssoAdmin.paginateListApplicationAssignments({ client }, { ApplicationArn }),
    (page) => page.ApplicationAssignments,
    ({ PrincipalType, PrincipalId }) =>
      `${textIn(PrincipalType, "PrincipalType")} ${textIn(PrincipalId, "PrincipalId")}`,
  );
  return all.is === "there" ? { is: "there", value: new Set(all.value) } : all;
}
