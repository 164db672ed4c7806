import { parseArn } from "../../aws";
import { type Aws, optionalText, textIn } from "../aws";
import { type Gap, gapsOf, type RegionGap } from "./gap";
import { inOrder } from "./regions";

/** An Amazon Connect instance of an account. */
export interface FoundInstance {
  readonly arn: string;
  readonly region: string;
  readonly accountId: string;
  /** Name that its owner has given it; left out where it has none. */
  readonly alias?: string;
  /** `SAML`, `CONNECT_MANAGED` or `EXISTING_DIRECTORY`, fixed when it was created. */
  readonly identityManagement: string;
  /** Status, such as `ACTIVE`. */
  readonly status: string;
}

/**
 * Lists the Amazon Connect instances of an account.
 *
 * @param open makes what reads from a region
 * @param tries groups of regions, of which a later one is read only if the earlier ones have none
 */
export async function findInstances(
  open: (region: string) => Aws,
  tries: readonly (readonly string[])[],
): Promise<{ found: readonly FoundInstance[]; gaps: readonly Gap[] }> {
  const gaps: RegionGap[] = [];
  const found = await inOrder(tries, async (region) => {
    const listed = await instancesIn(open(region), region);
    if (listed.is === "unread") gaps.push({ region, reading: listed });
    return listed.is === "there" ? listed.value : [];
  });
  return { found, gaps: gapsOf("Amazon Connect", gaps, tries.flat().length > 1) };
}

function instancesIn(aws: Aws, region: string) {
  const { connect } = aws.sdk;
  const client = new connect.ConnectClient(aws.options);
  return aws.readList(
    "connect:ListInstances",
    () => connect.paginateListInstances({ client }, {}),
    (page) => page.InstanceSummaryList,
    ({ Arn, InstanceAlias, IdentityManagementType, InstanceStatus }): FoundInstance => {
      const arn = textIn(Arn, "Arn");
      const alias = optionalText(InstanceAlias, "InstanceAlias");
      return {
        arn,
        region,
        accountId: arn.startsWith("arn:") ? parseArn(arn).accountId : "",
        ...(alias !== undefined && { alias }),
        identityManagement: textIn(IdentityManagementType, "IdentityManagementType"),
        status: optionalText(InstanceStatus, "InstanceStatus") ?? "unknown",
      };
    },
  );
}
