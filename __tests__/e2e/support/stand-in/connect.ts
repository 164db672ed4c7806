import { randomUUID } from "node:crypto";

import { Hierarchy } from "./hierarchy";
import { Rate } from "./rate";
import { pageOf, searchUsers } from "./search";
import { type Call, ServiceError } from "./service";
import type { Session } from "./sign-ins";

/** What Amazon Connect gives a session that signs in; nobody may show it. */
export const FEDERATION_TOKEN = "FederationAccessTokenOfTheStandIn";

export interface ConnectOptions {
  readonly instanceArn: string;
  readonly identityManagementType: "SAML" | "CONNECT_MANAGED" | "EXISTING_DIRECTORY";
  /** Names of profiles that the instance has. */
  readonly routingProfiles: readonly string[];
  readonly securityProfiles: readonly string[];
  /**
   * Paths of hierarchy groups: `Europe/Lisbon`.
   *
   * @default - none
   */
  readonly hierarchyGroups?: readonly string[];
  /**
   * How many calls about users the service takes: AWS takes two a second, and five at once.
   *
   * @default - any number
   */
  readonly rate?: { readonly perSecond: number; readonly burst: number };
}

export interface ConnectUser {
  readonly Id: string;
  readonly Arn: string;
  readonly Username: string;
  readonly IdentityInfo?: Readonly<Record<string, string>>;
  readonly PhoneConfig: Readonly<Record<string, unknown>>;
  readonly RoutingProfileId: string;
  readonly SecurityProfileIds: readonly string[];
  readonly HierarchyGroupId?: string;
  readonly Tags?: Readonly<Record<string, string>>;
}

/** An Amazon Connect instance with its users and profiles: REST with JSON. */
export class Connect {
  public identityManagementType: ConnectOptions["identityManagementType"];
  /** More instances of the account, which have nothing. */
  public others: readonly Readonly<Record<string, string>>[] = [];
  /** Number of changes of users that are answered with a conflict from now on. */
  public conflicts = 0;
  private readonly instanceId: string;
  private readonly rate: Rate | undefined;
  private readonly routingProfiles: ReadonlyMap<string, string>;
  private readonly securityProfiles: ReadonlyMap<string, string>;
  private readonly hierarchy: Hierarchy;
  private readonly byId = new Map<string, ConnectUser>();
  /** Roles that users have signed in through, by the IDs of the users. */
  private readonly rolesOfUsers = new Map<string, string>();

  public constructor(
    private readonly options: ConnectOptions,
    private readonly session: (accessKey: string) => Session | undefined,
  ) {
    this.identityManagementType = options.identityManagementType;
    this.rate = options.rate && new Rate(options.rate.perSecond, options.rate.burst);
    this.instanceId = options.instanceArn.split("/")[1] ?? "";
    const withId = (name: string) => [randomUUID(), name] as const;
    this.routingProfiles = new Map(options.routingProfiles.map(withId));
    this.securityProfiles = new Map(options.securityProfiles.map(withId));
    this.hierarchy = new Hierarchy(options.instanceArn, options.hierarchyGroups ?? []);
  }

  /** Users as an operator sees them: profiles by their names, without IDs. */
  public users(): Record<string, object> {
    return Object.fromEntries(
      [...this.byId.values()].map((user) => [
        user.Username,
        {
          ...user.IdentityInfo,
          phone: user.PhoneConfig["PhoneType"],
          ...("DeskPhoneNumber" in user.PhoneConfig && {
            deskPhone: user.PhoneConfig["DeskPhoneNumber"],
          }),
          routingProfile: this.routingProfiles.get(user.RoutingProfileId),
          securityProfiles: user.SecurityProfileIds.map((id) =>
            this.securityProfiles.get(id),
          ).sort(),
          ...(user.PhoneConfig["AutoAccept"] === true && { autoAccept: true }),
          ...(Number(user.PhoneConfig["AfterContactWorkTimeLimit"] ?? 0) > 0 && {
            afterContactWorkSeconds: user.PhoneConfig["AfterContactWorkTimeLimit"],
          }),
          ...(user.HierarchyGroupId !== undefined && {
            hierarchyGroup: this.hierarchy.path(user.HierarchyGroupId),
          }),
          ...(user.Tags && { tags: user.Tags }),
        },
      ]),
    );
  }

  /** What an administrator does in the instance. */
  public renameUser(name: string, Username: string): void {
    for (const user of this.byId.values()) {
      if (user.Username === name) this.byId.set(user.Id, { ...user, Username });
    }
  }

  public deleteUser(name: string): void {
    for (const { Id, Username } of this.byId.values()) {
      if (Username === name) this.byId.delete(Id);
    }
  }

  public readonly answer = (call: Call): unknown => {
    const { method, path, query, input } = call;
    if (path[0] === "user" && path[1] === "federate") return this.federate(call);
    if (path[0] === "instance" && path.length === 1 && method === "GET") {
      return { InstanceSummaryList: [this.description().Instance, ...this.others] };
    }
    const [kind, instance, ...rest] = path;
    if (kind === "tags") return this.tag(call);
    if (kind === "search-users") {
      this.rate?.take();
      return searchUsers([...this.byId.values()], input);
    }
    if (kind === "search-user-hierarchy-groups") {
      return pageOf(this.hierarchy.ids(), input, 100, "UserHierarchyGroups", (id) =>
        this.hierarchy.group(id),
      );
    }
    if (kind === undefined || instance === undefined) return undefined;
    if (instance !== this.instanceId) throw notFound("instance", instance);
    const [id = "", part] = rest;
    switch (kind) {
      case "instance":
        return part === undefined ? this.description() : attribute(part);
      case "routing-profiles-summary":
        return { RoutingProfileSummaryList: this.summaries(this.routingProfiles) };
      case "routing-profiles":
        return part === undefined ? this.routingProfile(id) : queues(part);
      case "security-profiles-summary":
        return { SecurityProfileSummaryList: this.summaries(this.securityProfiles) };
      case "security-profiles":
        return this.securityProfile(id);
      case "security-profiles-permissions":
        return { Permissions: ["BasicAgentAccess"] };
      case "user-hierarchy-groups-summary":
        return { UserHierarchyGroupSummaryList: this.hierarchy.summaries() };
      case "user-hierarchy-groups":
        return { HierarchyGroup: this.hierarchy.group(id) };
      case "users-summary":
        this.rate?.take();
        return this.userSummaries(query);
      case "users":
        this.rate?.take();
        if (method !== "GET" && this.conflicts > 0) {
          this.conflicts -= 1;
          throw new ServiceError("ResourceConflictException", "The user is being changed", 409);
        }
        if (method === "PUT") return this.createUser(input);
        if (method === "POST") return this.updateUser(id, part, input);
        return method === "DELETE" ? this.removeUser(id) : { User: this.user(id) };
      default:
        return undefined;
    }
  };

  /** Lets a user in through one role only, the first. */
  private federate({ path, accessKey }: Call) {
    const [, , instance = ""] = path;
    if (instance !== this.instanceId) throw notFound("instance", instance);
    const session = this.session(accessKey);
    if (!session) {
      const message = "Provided identity cannot be used for federation with Amazon Connect";
      throw new ServiceError("InvalidRequestException", message);
    }
    const user = [...this.byId.values()].find(({ Username }) => Username === session.name);
    if (!user) throw new ServiceError("UserNotFoundException", "User not found", 404);
    const role = this.rolesOfUsers.get(user.Id) ?? session.roleArn;
    if (role !== session.roleArn) {
      throw new ServiceError("DuplicateResourceException", "The user has another role", 409);
    }
    this.rolesOfUsers.set(user.Id, role);
    return {
      Credentials: {
        AccessToken: FEDERATION_TOKEN,
        AccessTokenExpiration: Date.now() / 1_000 + 3_600,
        RefreshToken: FEDERATION_TOKEN,
        RefreshTokenExpiration: Date.now() / 1_000 + 3_600,
      },
      SignInUrl: "https://contact-center.my.connect.aws/auth/sign-in",
      UserArn: user.Arn,
      UserId: user.Id,
    };
  }

  private userSummaries(query: URLSearchParams) {
    const from = Number(query.get("nextToken") ?? 0);
    const to = from + Number(query.get("maxResults") ?? 100);
    const users = [...this.byId.values()].map(userSummary);
    return {
      UserSummaryList: users.slice(from, to),
      ...(to < users.length && { NextToken: String(to) }),
    };
  }

  private tag({ method, path: [, arn], query, input }: Call) {
    const user = [...this.byId.values()].find(({ Arn }) => Arn === arn);
    if (!user) throw notFound("resource", arn ?? "");
    if (method === "GET") return { tags: user.Tags ?? {} };
    const gone = query.getAll("tagKeys");
    const kept = Object.entries(user.Tags ?? {}).filter(([key]) => !gone.includes(key));
    const added = (input["tags"] ?? {}) as Record<string, string>;
    this.byId.set(user.Id, { ...user, Tags: { ...Object.fromEntries(kept), ...added } });
    return {};
  }

  private createUser(input: Call["input"]) {
    const user = input as unknown as ConnectUser & { Password?: string; DirectoryUserId?: string };
    const { Username, IdentityInfo, PhoneConfig, RoutingProfileId, SecurityProfileIds, Tags } =
      user;
    const { HierarchyGroupId } = user;
    if (this.identityManagementType === "SAML") {
      const refused = [
        ...(user.Password === undefined ? [] : ["Password"]),
        ...(user.DirectoryUserId === undefined ? [] : ["DirectoryUserId"]),
        ...(IdentityInfo?.["Email"] === undefined ? [] : ["Email"]),
      ];
      if (refused.length > 0) {
        throw new ServiceError("InvalidRequestException", `${refused.join()} with SAML`);
      }
      if (!IdentityInfo?.["FirstName"] || !IdentityInfo["LastName"]) {
        throw new ServiceError("InvalidRequestException", "FirstName and LastName are required");
      }
    }
    if (!/^[a-zA-Z0-9_.-]{1,64}$|^(?=.{1,64}$)[a-zA-Z0-9_.-]+@[\w-]+(\.[\w-]+)+$/.test(Username)) {
      throw new ServiceError("InvalidParameterException", `Username ${Username}`);
    }
    if ([...this.byId.values()].some((one) => one.Username === Username)) {
      throw new ServiceError("DuplicateResourceException", `${Username} exists already`, 409);
    }
    if (!this.routingProfiles.has(RoutingProfileId)) throw notFound("profile", RoutingProfileId);
    for (const id of SecurityProfileIds) {
      if (!this.securityProfiles.has(id)) throw notFound("profile", id);
    }
    if (HierarchyGroupId !== undefined) this.hierarchy.group(HierarchyGroupId);
    const Id = randomUUID();
    const Arn = this.arn("agent", Id);
    this.byId.set(Id, {
      Id,
      Arn,
      Username,
      ...(IdentityInfo && { IdentityInfo }),
      PhoneConfig,
      RoutingProfileId,
      SecurityProfileIds,
      ...(HierarchyGroupId !== undefined && { HierarchyGroupId }),
      ...(Tags && { Tags }),
    });
    return { UserId: Id, UserArn: Arn };
  }

  private updateUser(id: string, part: string | undefined, change: Call["input"]) {
    const { HierarchyGroupId, ...user } = this.user(id);
    // The AWS provider takes a user out of its group by naming none.
    const kept = part === "hierarchy" || HierarchyGroupId === undefined ? {} : { HierarchyGroupId };
    this.byId.set(id, { ...user, ...kept, ...change });
    return {};
  }

  private removeUser(id: string) {
    this.user(id);
    this.byId.delete(id);
    return {};
  }

  private user(id: string): ConnectUser {
    const user = this.byId.get(id);
    if (!user) throw notFound("user", id);
    return user;
  }

  private description() {
    const { identityManagementType } = this;
    const { instanceArn } = this.options;
    return {
      Instance: {
        Id: this.instanceId,
        Arn: instanceArn,
        IdentityManagementType: identityManagementType,
        InstanceAlias: "contact-center",
        CreatedTime: 1_767_225_600,
        ServiceRole: "arn:aws:iam::123456789012:role/aws-service-role/connect",
        InstanceStatus: "ACTIVE",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      },
    };
  }

  private routingProfile(id: string) {
    const Name = this.routingProfiles.get(id);
    if (Name === undefined) throw notFound("routing profile", id);
    return {
      RoutingProfile: {
        InstanceId: this.instanceId,
        Name,
        RoutingProfileArn: this.arn("routing-profile", id),
        RoutingProfileId: id,
        MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
        DefaultOutboundQueueId: "0f1e2d3c-4b5a-4678-9a8b-7c6d5e4f3a2b",
      },
    };
  }

  private securityProfile(id: string) {
    const SecurityProfileName = this.securityProfiles.get(id);
    if (SecurityProfileName === undefined) throw notFound("security profile", id);
    const Arn = this.arn("security-profile", id);
    return { SecurityProfile: { Id: id, Arn, SecurityProfileName } };
  }

  private summaries(profiles: ReadonlyMap<string, string>) {
    return [...profiles].map(([Id, Name]) => ({ Id, Name, Arn: this.arn("profile", Id) }));
  }

  private arn(kind: string, id: string): string {
    return `${this.options.instanceArn}/${kind}/${id}`;
  }
}

function userSummary({ Id, Arn, Username }: ConnectUser) {
  return { Id, Arn, Username };
}

function attribute(type: string) {
  return { Attribute: { AttributeType: type, Value: "false" } };
}

function queues(kind: string) {
  return kind === "queues" ? { RoutingProfileQueueConfigSummaryList: [] } : undefined;
}

function notFound(what: string, id: string): ServiceError {
  return new ServiceError("ResourceNotFoundException", `There is no ${what} ${id}`, 404);
}
