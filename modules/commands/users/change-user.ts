import type { Aws } from "../aws";
import type { Part } from "./changes";
import { EMAILS_TAG, tagsOf } from "./tags";
import type { Calls } from "./calls";
import type { InstanceNames } from "./names";
import type { ExistingUser, WantedUser } from "./user";

type Client = InstanceType<Aws["sdk"]["connect"]["ConnectClient"]>;

/** The calls that change users of an instance. */
export interface ChangesUsers {
  /** Creates a user, with the tag from the first moment, and returns its ID. */
  readonly create: (user: WantedUser) => Promise<string | undefined>;
  /** Makes the change of one part of a user. */
  readonly change: (part: Part, existing: ExistingUser, user: WantedUser) => Promise<void>;
  /** Removes a user. */
  readonly remove: (id: string) => Promise<void>;
  /** Reads the tags of a user. */
  readonly tags: (id: string) => Promise<Readonly<Record<string, string>>>;
  /** Reads the IDs of all users, by their names. */
  readonly ids: () => Promise<ReadonlyMap<string, string>>;
}

/** Changes users of an instance, one call at a time. */
export class UserChanger implements ChangesUsers {
  private readonly sdk;

  public constructor(
    aws: Aws,
    private readonly client: Client,
    private readonly calls: Calls,
    private readonly about: {
      readonly instanceId: string;
      readonly owner: string;
      readonly names: InstanceNames;
    },
  ) {
    this.sdk = aws.sdk.connect;
  }

  public async create(user: WantedUser): Promise<string | undefined> {
    const { instanceId, owner } = this.about;
    const group = this.hierarchyGroupId(user);
    const input = {
      InstanceId: instanceId,
      Username: user.name,
      IdentityInfo: identityInfo(user),
      PhoneConfig: phoneConfig(user),
      RoutingProfileId: this.routingProfileId(user),
      SecurityProfileIds: this.securityProfileIds(user),
      ...(group !== undefined && { HierarchyGroupId: group }),
      Tags: { ...tagsOf(user, owner) },
    };
    const made = await this.calls.send(() =>
      this.client.send(new this.sdk.CreateUserCommand(input)),
    );
    return made.UserId;
  }

  public async change(part: Part, existing: ExistingUser, user: WantedUser): Promise<void> {
    const { id, arn, persistentConnection } = existing;
    const { owner } = this.about;
    const about = { InstanceId: this.about.instanceId, UserId: id };
    switch (part) {
      case "identity":
        await this.changeIdentity(id, user);
        return;
      case "phone": {
        // The config does not say it, and the call would reset it.
        const PhoneConfig = {
          ...phoneConfig(user),
          ...(persistentConnection !== undefined && { PersistentConnection: persistentConnection }),
        };
        await this.calls.send(() =>
          this.client.send(new this.sdk.UpdateUserPhoneConfigCommand({ ...about, PhoneConfig })),
        );
        return;
      }
      case "routing": {
        const RoutingProfileId = this.routingProfileId(user);
        await this.calls.send(() =>
          this.client.send(
            new this.sdk.UpdateUserRoutingProfileCommand({ ...about, RoutingProfileId }),
          ),
        );
        return;
      }
      case "security": {
        const SecurityProfileIds = this.securityProfileIds(user);
        await this.calls.send(() =>
          this.client.send(
            new this.sdk.UpdateUserSecurityProfilesCommand({ ...about, SecurityProfileIds }),
          ),
        );
        return;
      }
      case "hierarchy": {
        const group = this.hierarchyGroupId(user);
        const own = group === undefined ? {} : { HierarchyGroupId: group };
        await this.calls.send(() =>
          this.client.send(new this.sdk.UpdateUserHierarchyCommand({ ...about, ...own })),
        );
        return;
      }
      case "tags": {
        const tags = { ...tagsOf(user, owner) };
        await this.calls.send(() =>
          this.client.send(new this.sdk.TagResourceCommand({ resourceArn: arn, tags })),
        );
        return;
      }
      case "untag": {
        const tagKeys = [EMAILS_TAG];
        await this.calls.send(() =>
          this.client.send(new this.sdk.UntagResourceCommand({ resourceArn: arn, tagKeys })),
        );
      }
    }
  }

  public async remove(id: string): Promise<void> {
    await this.calls.send(() =>
      this.client.send(
        new this.sdk.DeleteUserCommand({ InstanceId: this.about.instanceId, UserId: id }),
      ),
    );
  }

  public async tags(id: string): Promise<Readonly<Record<string, string>>> {
    const { User } = await this.calls.send(() =>
      this.client.send(
        new this.sdk.DescribeUserCommand({ InstanceId: this.about.instanceId, UserId: id }),
      ),
    );
    return User?.Tags ?? {};
  }

  public async ids(): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const about = { InstanceId: this.about.instanceId, MaxResults: 1_000 };
    const pages = this.calls.pages((from) =>
      this.client.send(new this.sdk.ListUsersCommand({ ...about, ...from })),
    );
    for await (const { UserSummaryList } of pages) {
      for (const { Id = "", Username = "" } of UserSummaryList ?? []) ids.set(Username, Id);
    }
    return ids;
  }

  /** The call replaces all of it: what the config does not say is kept. */
  private async changeIdentity(id: string, user: WantedUser): Promise<void> {
    const about = { InstanceId: this.about.instanceId, UserId: id };
    const { User } = await this.calls.send(() =>
      this.client.send(new this.sdk.DescribeUserCommand(about)),
    );
    const { SecondaryEmail, Mobile } = User?.IdentityInfo ?? {};
    const wasOurs = User?.Tags?.[EMAILS_TAG] !== undefined;
    const IdentityInfo = {
      ...(SecondaryEmail !== undefined && !wasOurs && { SecondaryEmail }),
      ...(Mobile !== undefined && { Mobile }),
      ...identityInfo(user),
    };
    await this.calls.send(() =>
      this.client.send(new this.sdk.UpdateUserIdentityInfoCommand({ ...about, IdentityInfo })),
    );
  }

  private routingProfileId({ routingProfile }: WantedUser): string {
    return this.about.names.routingProfiles.id(routingProfile) ?? routingProfile;
  }

  private securityProfileIds({ securityProfiles: names }: WantedUser): string[] {
    return names.map((name) => this.about.names.securityProfiles.id(name) ?? name);
  }

  private hierarchyGroupId({ hierarchyGroup: path }: WantedUser): string | undefined {
    return path === undefined ? undefined : (this.about.names.hierarchyGroups.id(path) ?? path);
  }
}

function identityInfo({ firstName, lastName, email, secondaryEmail }: WantedUser) {
  return {
    FirstName: firstName,
    LastName: lastName,
    ...(email !== undefined && { Email: email }),
    ...(secondaryEmail !== undefined && { SecondaryEmail: secondaryEmail }),
  };
}

function phoneConfig({ deskPhone, autoAccept, afterContactWorkSeconds }: WantedUser) {
  return {
    PhoneType: deskPhone === undefined ? ("SOFT_PHONE" as const) : ("DESK_PHONE" as const),
    ...(deskPhone !== undefined && { DeskPhoneNumber: deskPhone }),
    AutoAccept: autoAccept,
    AfterContactWorkTimeLimit: afterContactWorkSeconds,
  };
}
