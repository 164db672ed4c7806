import { type Aws, optionalText, type Reading, textIn, type Unread } from "../aws";

/** An application of Identity Center. */
export interface FoundApplication {
  /** Display name; empty where AWS leaves it out. */
  readonly name: string;
  readonly arn: string;
  /** Status, such as `ENABLED`. */
  readonly status?: string;
  /** ARN of the application provider, such as an entry of the catalog. */
  readonly providerArn?: string;
}

/** A group of an identity store. */
export interface FoundGroup {
  /** Display name; empty where AWS leaves it out. */
  readonly name: string;
  readonly id: string;
}

/** Pages of groups that are read at most: 2,000 groups. */
const GROUP_PAGES = 20;

/**
 * Lists the applications of an Identity Center instance, in each of its regions. A member account may
 * list those of its own account only, and must say so.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListApplications.html
 */
export async function listApplications(
  regions: readonly Aws[],
  instance: { readonly arn: string; readonly ownerAccountId?: string },
  accountId: string | undefined,
): Promise<{ found?: readonly FoundApplication[]; unread: readonly Unread[] }> {
  const isMember = accountId !== undefined && instance.ownerAccountId !== accountId;
  const read: Reading<readonly FoundApplication[]>[] = [];
  for (const aws of regions) {
    const all = await applicationsIn(aws, instance.arn);
    const isRefused = all.is === "unread" && isMember;
    const own = isRefused ? await applicationsIn(aws, instance.arn, accountId) : all;
    read.push(own.is === "there" ? own : all);
  }
  const found = read.flatMap((one) => (one.is === "there" ? one.value : []));
  const isRead = read.some(({ is }) => is === "there");
  return {
    ...(isRead && { found: [...new Map(found.map((one) => [one.arn, one])).values()] }),
    unread: read.flatMap((one) => (one.is === "unread" ? [one] : [])).slice(0, 1),
  };
}

function applicationsIn(aws: Aws, InstanceArn: string, ofAccount?: string) {
  const { ssoAdmin } = aws.sdk;
  const client = new ssoAdmin.SSOAdminClient(aws.options);
  const Filter = ofAccount === undefined ? {} : { Filter: { ApplicationAccount: ofAccount } };
  return aws.readList(
    "sso:ListApplications",
    () => ssoAdmin.paginateListApplications({ client }, { InstanceArn, ...Filter }),
    (page) => page.Applications,
    ({ ApplicationArn, Name, Status, ApplicationProviderArn }): FoundApplication => {
      const status = optionalText(Status, "Status");
      const providerArn = optionalText(ApplicationProviderArn, "ApplicationProviderArn");
      return {
        name: optionalText(Name, "Name") ?? "",
        arn: textIn(ApplicationArn, "ApplicationArn"),
        ...(status !== undefined && { status }),
        ...(providerArn !== undefined && { providerArn }),
      };
    },
  );
}

/** Lists the groups of an identity store, the first 2,000 of them. */
export function listGroups(aws: Aws, IdentityStoreId: string) {
  const { identityStore } = aws.sdk;
  const client = new identityStore.IdentitystoreClient(aws.options);
  return aws.readPages(
    GROUP_PAGES,
    "identitystore:ListGroups",
    () => identityStore.paginateListGroups({ client }, { IdentityStoreId }),
    (page) => page.Groups,
    ({ GroupId, DisplayName }): FoundGroup => ({
      name: optionalText(DisplayName, "DisplayName") ?? "",
      id: textIn(GroupId, "GroupId"),
    }),
  );
}
