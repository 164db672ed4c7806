import type { Clock, Rate } from "../../modules/commands/users/pace";
import { omit } from "./omit";

/** A clock on which waiting takes no time. */
export class VirtualClock implements Clock {
  public time = 0;
  public readonly now = () => this.time;
  public readonly sleep = (milliseconds: number) => {
    this.time += milliseconds;
    return Promise.resolve();
  };
}

interface StoredUser {
  readonly Id: string;
  readonly Arn: string;
  readonly Username: string;
  readonly IdentityInfo: Readonly<Record<string, string>>;
  readonly PhoneConfig: Readonly<Record<string, unknown>>;
  readonly RoutingProfileId: string;
  readonly SecurityProfileIds: readonly string[];
  readonly HierarchyGroupId?: string | undefined;
  readonly Tags: Readonly<Record<string, string>>;
}

type Input = Readonly<Record<string, unknown>> & { readonly UserId?: string };

export class AwsError extends Error {
  public readonly $metadata;
  public constructor(
    public override readonly name: string,
    httpStatusCode: number,
  ) {
    super(`${name} of the test`);
    this.$metadata = { httpStatusCode };
  }
}

/** Users of an instance in memory, in the place of the client of the AWS SDK. */
export class MemoryConnect {
  public readonly users = new Map<string, StoredUser>();
  /** Names of the operations, in their order. */
  public readonly calls: string[] = [];
  /** Is called before each operation, and after each with `true`; may throw. */
  public disturb: (operation: string, number: number, isAfter: boolean) => void = () => undefined;
  private left: number;
  private last = 0;
  private made = 0;

  /** @param rate how many requests it takes; and a request takes 100 ms */
  public constructor(
    private readonly clock: VirtualClock,
    private readonly rate: Rate = { perSecond: 2, burst: 5 },
  ) {
    this.left = rate.burst;
  }

  public readonly send = (command: { readonly input: object }): Promise<unknown> =>
    new Promise((resolve) => {
      resolve(this.answer(command));
    });

  /** Adds a user that somebody else has created. */
  public add(name: string, tags: Readonly<Record<string, string>> = {}): string {
    return this.create({
      Username: name,
      IdentityInfo: { FirstName: "Ana", LastName: "Silva" },
      PhoneConfig: { PhoneType: "SOFT_PHONE" },
      RoutingProfileId: "r-basic",
      SecurityProfileIds: ["s-agent"],
      Tags: tags,
    }).UserId;
  }

  private answer({ input, constructor }: { readonly input: object }): unknown {
    const operation = constructor.name.replace(/Command$/, "");
    this.calls.push(operation);
    this.clock.time += 100;
    this.take();
    this.disturb(operation, this.calls.length, false);
    const answer = this.perform(operation, input as Input);
    this.disturb(operation, this.calls.length, true);
    return answer;
  }

  private take(): void {
    const { perSecond, burst } = this.rate;
    const gained = ((this.clock.time - this.last) / 1_000) * perSecond;
    this.left = Math.min(burst, this.left + gained);
    this.last = this.clock.time;
    if (this.left < 1) throw new AwsError("ThrottlingException", 429);
    this.left -= 1;
  }

  private perform(operation: string, input: Input): unknown {
    switch (operation) {
      case "ListRoutingProfiles":
        return {
          RoutingProfileSummaryList: [
            { Id: "r-basic", Name: "Basic Routing Profile" },
            { Id: "r-sales", Name: "Sales" },
          ],
        };
      case "ListSecurityProfiles":
        return {
          SecurityProfileSummaryList: [
            { Id: "s-admin", Name: "Admin" },
            { Id: "s-agent", Name: "Agent" },
          ],
        };
      case "SearchUserHierarchyGroups":
        return {
          UserHierarchyGroups: [
            { Id: "g-0", HierarchyPath: {} },
            { Id: "g-1", HierarchyPath: { LevelOne: { Name: "Europe" } } },
            {
              Id: "g-2",
              HierarchyPath: { LevelOne: { Name: "Europe" }, LevelTwo: { Name: "Lisbon" } },
            },
          ],
        };
      case "ListUsers":
        return this.page(input, "UserSummaryList");
      case "SearchUsers":
        return this.page(input, "Users");
      case "CreateUser":
        return this.create(input);
      case "DescribeUser":
        return { User: this.user(input) };
      case "DeleteUser":
        this.users.delete(this.user(input).Id);
        return {};
      case "TagResource":
      case "UntagResource":
        return this.tag(input);
      default: {
        const change = omit(input, "UserId", "InstanceId");
        const cleared = operation === "UpdateUserHierarchy" ? { HierarchyGroupId: undefined } : {};
        const user = this.user(input);
        this.users.set(user.Id, { ...user, ...cleared, ...change });
        return {};
      }
    }
  }

  private create(input: Input): { UserId: string } {
    const user = input as unknown as StoredUser;
    if ([...this.users.values()].some(({ Username }) => Username === user.Username)) {
      throw new AwsError("DuplicateResourceException", 409);
    }
    this.made += 1;
    const Id = `u-${String(this.made)}`;
    this.users.set(Id, { ...user, Id, Arn: `arn:${Id}` });
    return { UserId: Id };
  }

  private tag({ resourceArn, tags, tagKeys }: Input): object {
    const user = [...this.users.values()].find(({ Arn }) => Arn === resourceArn);
    if (!user) throw new AwsError("ResourceNotFoundException", 404);
    const gone = (tagKeys ?? []) as readonly string[];
    const kept = Object.entries(user.Tags).filter(([key]) => !gone.includes(key));
    const Tags = { ...Object.fromEntries(kept), ...(tags as Record<string, string>) };
    this.users.set(user.Id, { ...user, Tags });
    return {};
  }

  private user({ UserId = "" }: Input): StoredUser {
    const user = this.users.get(UserId);
    if (!user) throw new AwsError("ResourceNotFoundException", 404);
    return user;
  }

  private page({ NextToken = "0", MaxResults }: Input, key: string): object {
    const from = Number(NextToken);
    const to = from + Number(MaxResults);
    const all = [...this.users.values()].map((user) => ({
      ...user,
      // The search has neither addresses nor seconds.
      IdentityInfo: {
        FirstName: user.IdentityInfo["FirstName"],
        LastName: user.IdentityInfo["LastName"],
      },
      PhoneConfig: {
        ...user.PhoneConfig,
        AfterContactWorkTimeLimit:
          Number(user.PhoneConfig["AfterContactWorkTimeLimit"] ?? 0) * 1_000,
      },
    }));
    return { [key]: all.slice(from, to), ...(to < all.length && { NextToken: String(to) }) };
  }
}
