const COMMERCIAL_REGION = "[a-z]{2}(-[a-z]+)+-[0-9]+";
const OTHER_REGIONS = "us-gov-|cn-|[a-z]+-iso";
const COMMERCIAL = new RegExp(`^(?!${OTHER_REGIONS})${COMMERCIAL_REGION}$`);

/** Form of a region code, in any partition. */
export const REGION_PATTERN = new RegExp(`^${COMMERCIAL_REGION}$`);

/** The properties in which the AWS partitions that offer Amazon Connect differ. */
export interface Partition {
  /** Start of the relay-state URLs. In GovCloud it does not contain the region. */
  readonly consoleUrl: (region: string) => string;
  /** Sign-in endpoint of the whole partition; it is also `globalSignInRegion`'s own endpoint. */
  readonly globalSignInUrl: string;
  /** Region whose own sign-in endpoint is the global one. */
  readonly globalSignInRegion: string;
  /** Sign-in endpoint of one region, which keeps working during an outage of the global one. */
  readonly regionalSignInUrl: (region: string) => string;
  /** Audience of the SAML assertion. */
  readonly samlAudience: string;
  /** Form of the regions of this partition. */
  readonly regionPattern: RegExp;
  /** Form of the regions of this partition that offer Amazon Connect. */
  readonly connectRegionPattern: RegExp;
  /** Regions that offer Amazon Connect, of those that are known here. */
  readonly connectRegions: readonly string[];
  /** Words for the regions that offer Amazon Connect: "Amazon Connect is offered in ...". */
  readonly connectRegionRule: string;
}

/**
 * The AWS partitions that offer Amazon Connect, by name.
 *
 * Relay state: https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 * Sign-in endpoints: https://docs.aws.amazon.com/general/latest/gr/signin-service.html
 * Regions: https://docs.aws.amazon.com/general/latest/gr/connect_region.html
 * GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-connect.html
 */
export const PARTITIONS = {
  aws: {
    consoleUrl: (region) => `https://${region}.console.aws.amazon.com`,
    globalSignInUrl: "https://signin.aws.amazon.com/saml",
    globalSignInRegion: "us-east-1",
    regionalSignInUrl: (region) => `https://${region}.signin.aws.amazon.com/saml`,
    samlAudience: "urn:amazon:webservices",
    regionPattern: COMMERCIAL,
    connectRegionPattern: COMMERCIAL,
    connectRegions: [
      "us-east-1",
      "us-west-2",
      "af-south-1",
      "ap-northeast-1",
      "ap-northeast-2",
      "ap-southeast-1",
      "ap-southeast-2",
      "ca-central-1",
      "eu-central-1",
      "eu-west-2",
    ],
    connectRegionRule: "a commercial region such as us-east-1",
  },
  "aws-us-gov": {
    consoleUrl: () => "https://console.amazonaws-us-gov.com",
    globalSignInUrl: "https://signin.amazonaws-us-gov.com/saml",
    globalSignInRegion: "us-gov-west-1",
    regionalSignInUrl: () => "https://signin.amazonaws-us-gov.com/saml",
    samlAudience: "urn:amazon:webservices:govcloud",
    regionPattern: /^us-gov-[a-z]+-[0-9]+$/,
    connectRegionPattern: /^us-gov-west-1$/,
    connectRegions: ["us-gov-west-1"],
    connectRegionRule: "us-gov-west-1",
  },
} as const satisfies Record<string, Partition>;

/** Name of a partition that offers Amazon Connect. */
export type PartitionName = keyof typeof PARTITIONS;

/** Names of the partitions as an alternative in a regular expression: `(aws|aws-us-gov)`. */
export const ANY_PARTITION = `(${Object.keys(PARTITIONS).join("|")})`;

/** Form of the ID of an Amazon Connect instance, as part of a regular expression. */
export const INSTANCE_ID = "[A-Za-z0-9-]{1,100}";

const INSTANCE_ARN = `arn:(aws:connect:${COMMERCIAL_REGION}|aws-us-gov:connect:us-gov-west-1):[0-9]{12}:instance/${INSTANCE_ID}`;
/** Commercial ARNs never contain regions of other partitions. */
const ELSEWHERE = `arn:aws:connect:(${OTHER_REGIONS})`;

/**
 * Form of an instance ARN for engines without look-ahead, such as Terraform's: an ARN matches
 * `pattern` and does not match `except`.
 */
export const INSTANCE_ARN_FORM = {
  pattern: `^${INSTANCE_ARN}$`,
  except: `^${ELSEWHERE}`,
} as const;

/** Form of an instance ARN in one regular expression, for engines that have look-ahead. */
export const INSTANCE_ARN_PATTERN = new RegExp(`^(?!${ELSEWHERE})${INSTANCE_ARN}$`);

/** Tells if a name is that of a partition that offers Amazon Connect. */
export function isPartitionName(name: string): name is PartitionName {
  return Object.hasOwn(PARTITIONS, name);
}

/**
 * Returns the properties of a partition.
 *
 * @throws Error when Amazon Connect is not offered in the partition
 */
export function partitionNamed(name: string): Partition {
  if (isPartitionName(name)) return PARTITIONS[name];
  throw new Error(`Amazon Connect is not offered in the partition ${JSON.stringify(name)}`);
}

/** Returns the partition of a region; `undefined` where Amazon Connect is not offered in any of it. */
export function partitionOf(region: string): PartitionName | undefined {
  const partitions = Object.entries(PARTITIONS) as [PartitionName, Partition][];
  return partitions.find(([, { regionPattern }]) => regionPattern.test(region))?.[0];
}

/**
 * Sign-in endpoints that an application can send its users to, as a config names them. The first is
 * the default: AWS recommends the endpoint of the instance's region, since the global one is in
 * us-east-1, whose outage would stop sign-in everywhere.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export const SIGN_IN_ENDPOINTS = ["regional", "global"] as const;

/** Sign-in endpoint that an application sends its users to. */
export type SignInEndpoint = (typeof SIGN_IN_ENDPOINTS)[number];

/**
 * Returns the ACS URL of each sign-in endpoint. They are the same in the region of the global one,
 * and in GovCloud.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html
 */
export function signInUrls(
  partition: PartitionName,
  region: string,
): Readonly<Record<SignInEndpoint, string>> {
  const { globalSignInUrl, globalSignInRegion, regionalSignInUrl } = PARTITIONS[partition];
  return {
    regional: region === globalSignInRegion ? globalSignInUrl : regionalSignInUrl(region),
    global: globalSignInUrl,
  };
}
