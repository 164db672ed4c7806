import type { UserSearchSummary } from "@aws-sdk/client-connect";

import { type Aws, listIn, mapped, optionalText, type Reading, textIn } from "../aws";
import type { Calls } from "./calls";
import { type InstanceNames, Names } from "./names";
import type { ExistingUser } from "./user";

/** The users of an instance, and the names that they refer to. */
export interface ReadInstance {
  readonly users: readonly ExistingUser[];
  readonly names: InstanceNames;
}

type Client = InstanceType<Aws["sdk"]["connect"]["ConnectClient"]>;

/** Reads an instance in few calls: 500 users come in one, with all that a config says of them. */
export class InstanceReader {
  public constructor(
    private readonly aws: Aws,
    private readonly client: Client,
    private readonly calls: Calls,
    private readonly InstanceId: string,
  ) {}

  /** Reads users and names, or says what could not be read. */
  public async read({
    groups,
  }: {
    readonly groups: boolean;
  }): Promise<ReadInstance | { readonly unread: string }> {
    const routing = await this.routingProfiles();
    if (routing.is !== "there") return unread(routing, "connect:ListRoutingProfiles");
    const security = await this.securityProfiles();
    if (security.is !== "there") return unread(security, "connect:ListSecurityProfiles");
    const hierarchy = groups ? await this.hierarchyGroups() : NO_GROUPS;
    if (hierarchy.is !== "there") return unread(hierarchy, "connect:SearchUserHierarchyGroups");
    const names = {
      routingProfiles: new Names(routing.value),
      securityProfiles: new Names(security.value),
      hierarchyGroups: new Names(hierarchy.value),
    };
    const listed = await this.listed();
    if (listed.is !== "there") return unread(listed, "connect:ListUsers");
    const found = await this.found(names);
    if (found.is !== "there") return unread(found, "connect:SearchUsers");
    const byId = new Map(found.value.map((user) => [user.id, user]));
    const users: ExistingUser[] = [];
    // The search may not know yet who has just been created, nor who has just been deleted.
    for (const { id } of listed.value) {
      const known = byId.get(id);
      const own = known === undefined ? await this.user(id, names) : undefined;
      if (own?.is === "unread") return unread(own, "connect:DescribeUser");
      const user = known ?? (own?.is === "there" ? own.value : undefined);
      if (user) users.push(user);
    }
    return { users, names };
  }

  /** Reads IDs and names of all users. */
  public listed(): Promise<Reading<readonly { readonly id: string; readonly name: string }[]>> {
    const { ListUsersCommand } = this.aws.sdk.connect;
    return this.list(
      "connect:ListUsers",
      (from) => this.client.send(new ListUsersCommand(this.page(from, 1_000))),
      (page) => page.UserSummaryList,
      ({ Id, Username }) => ({ id: textIn(Id, "Id"), name: textIn(Username, "Username") }),
    );
  }

  /** Reads one user. */
  public user(id: string, names: InstanceNames): Promise<Reading<ExistingUser>> {
    const { DescribeUserCommand } = this.aws.sdk.connect;
    const { InstanceId } = this;
    return this.aws.read(
      "connect:DescribeUser",
      () =>
        this.calls.send(() =>
          this.client.send(new DescribeUserCommand({ InstanceId, UserId: id })),
        ),
      ({ User }) => existingUser(User ?? {}, names, 1),
    );
  }

  private found(names: InstanceNames): Promise<Reading<readonly ExistingUser[]>> {
    const { SearchUsersCommand } = this.aws.sdk.connect;
    return this.list(
      "connect:SearchUsers",
      (from) => this.client.send(new SearchUsersCommand(this.page(from, 500))),
      (page) => page.Users,
      // Here, unlike anywhere else, the time is in milliseconds.
      (user) => existingUser(user, names, 1_000),
    );
  }

  private routingProfiles(): Promise<Reading<Named>> {
    const { ListRoutingProfilesCommand } = this.aws.sdk.connect;
    return this.list(
      "connect:ListRoutingProfiles",
      (from) => this.client.send(new ListRoutingProfilesCommand(this.page(from, 1_000))),
      (page) => page.RoutingProfileSummaryList,
      named,
    );
  }

  private securityProfiles(): Promise<Reading<Named>> {
    const { ListSecurityProfilesCommand } = this.aws.sdk.connect;
    return this.list(
      "connect:ListSecurityProfiles",
      (from) => this.client.send(new ListSecurityProfilesCommand(this.page(from, 1_000))),
      (page) => page.SecurityProfileSummaryList,
      named,
    );
  }

  private async hierarchyGroups(): Promise<Reading<Named>> {
    const { SearchUserHierarchyGroupsCommand } = this.aws.sdk.connect;
    const groups = await this.list(
      "connect:SearchUserHierarchyGroups",
      (from) => this.client.send(new SearchUserHierarchyGroupsCommand(this.page(from, 100))),
      (page) => page.UserHierarchyGroups,
      ({ Id, HierarchyPath: path }) => {
        const levels = [path?.LevelOne, path?.LevelTwo, path?.LevelThree];
        const names = [...levels, path?.LevelFour, path?.LevelFive].flatMap(
          (level) => optionalText(level?.Name, "Name") ?? [],
        );
        return [textIn(Id, "Id"), names.join("/")] as const;
      },
    );
    // The group that all others are below has no path.
    return mapped(groups, (all) => all.filter(([, path]) => path !== ""));
  }

  private list<Page extends { readonly NextToken?: string | undefined }, Entry extends object, T>(
    action: string,
    page: (from: { readonly NextToken?: string }) => Promise<Page>,
    entries: (page: Page) => readonly Entry[] | undefined,
    value: (entry: Entry) => T,
  ): Promise<Reading<readonly T[]>> {
    return this.aws.readList(action, () => this.calls.pages(page), entries, value);
  }

  private page(from: { readonly NextToken?: string }, MaxResults: number) {
    return { InstanceId: this.InstanceId, MaxResults, ...from };
  }
}

type Named = readonly (readonly [id: string, name: string])[];

const NO_GROUPS: Reading<Named> = { is: "there", value: [] };

function named({ Id, Name }: { Id?: string | undefined; Name?: string | undefined }) {
  return [textIn(Id, "Id"), textIn(Name, "Name")] as const;
}

function unread(reading: Exclude<Reading<unknown>, { is: "there" }>, action: string) {
  const missing = `${action}: the instance does not exist; correct instanceArn`;
  return { unread: reading.is === "missing" ? missing : reading.why };
}

function existingUser(
  user: UserSearchSummary,
  { routingProfiles, securityProfiles, hierarchyGroups }: InstanceNames,
  perSecond: number,
): ExistingUser {
  const { IdentityInfo, PhoneConfig, RoutingProfileId, HierarchyGroupId, SecurityProfileIds } =
    user;
  const group = optionalText(HierarchyGroupId, "HierarchyGroupId");
  const number = optionalText(PhoneConfig?.DeskPhoneNumber, "DeskPhoneNumber");
  const persistent = PhoneConfig?.PersistentConnection;
  const isDesk = PhoneConfig?.PhoneType === "DESK_PHONE";
  return {
    id: textIn(user.Id, "Id"),
    arn: textIn(user.Arn, "Arn"),
    name: textIn(user.Username, "Username"),
    firstName: optionalText(IdentityInfo?.FirstName, "FirstName") ?? "",
    lastName: optionalText(IdentityInfo?.LastName, "LastName") ?? "",
    routingProfile: routingProfiles.name(
      optionalText(RoutingProfileId, "RoutingProfileId") ?? "(none)",
    ),
    securityProfiles: (SecurityProfileIds ?? []).map((id) => securityProfiles.name(id)).sort(),
    ...(group !== undefined && { hierarchyGroup: hierarchyGroups.name(group) }),
    ...(isDesk && number !== undefined && { deskPhone: number }),
    ...(persistent !== undefined && { persistentConnection: persistent }),
    autoAccept: PhoneConfig?.AutoAccept === true,
    afterContactWorkSeconds: (PhoneConfig?.AfterContactWorkTimeLimit ?? 0) / perSecond,
    tags: Object.fromEntries(
      listIn(Object.entries(user.Tags ?? {})).map(([key, value]) => [key, value]),
    ),
  };
}
