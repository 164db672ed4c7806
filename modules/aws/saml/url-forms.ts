import { INSTANCE_ID, PARTITIONS, type PartitionName, REGION_PATTERN } from "../partitions";
import { SAML_PAGES } from "./pages";

/** A form of URL that AWS uses for signing in, with the page that shows it. */
interface UrlForm {
  /** What such a URL is, after "is". */
  readonly what: string;
  /** Form of the whole URL; the groups `region` and `id` are those of the URL. */
  readonly pattern: RegExp;
  /** Partition of the URL; absent where it depends on nothing. */
  readonly partition: PartitionName;
  /** Region of a URL that does not name one. */
  readonly region?: string;
  /** Page that documents the form, or reports it. */
  readonly source: string;
}

const ANY_REGION = REGION_PATTERN.source.replace(/^\^|\$$/g, "");
const REGION = `(?<region>${ANY_REGION})`;
const ID = `(?<id>${INSTANCE_ID})`;

/**
 * Forms of the URLs that a SAML response is posted to (`Recipient`, `Destination`, ACS URL), by name. A
 * URL of another form may exist all the same.
 */
const SIGN_IN_FORMS = {
  global: {
    what: "the global sign-in endpoint of AWS, which is in us-east-1",
    pattern: /^https:\/\/signin\.aws\.amazon\.com\/saml$/,
    partition: "aws",
    region: PARTITIONS.aws.globalSignInRegion,
    source: SAML_PAGES.endpoints,
  },
  regional: {
    what: "a regional sign-in endpoint of AWS",
    pattern: new RegExp(`^https://${REGION}\\.signin\\.aws\\.amazon\\.com/saml$`),
    partition: "aws",
    source: SAML_PAGES.endpoints,
  },
  static: {
    what: "a sign-in URL of AWS that earlier guides give",
    pattern: new RegExp(`^https://(${REGION}\\.)?signin\\.aws\\.amazon\\.com/static/saml$`),
    partition: "aws",
    region: PARTITIONS.aws.globalSignInRegion,
    source: SAML_PAGES.assertions,
  },
  encrypted: {
    what: "a sign-in URL of AWS for a SAML provider with assertion encryption, which Identity Center does not use",
    pattern: new RegExp(`^https://(${REGION}\\.)?signin\\.aws\\.amazon\\.com/saml/acs/[\\w-]+$`),
    partition: "aws",
    region: PARTITIONS.aws.globalSignInRegion,
    source: SAML_PAGES.assertions,
  },
  govCloud: {
    what: "a sign-in endpoint of AWS GovCloud (US)",
    pattern: new RegExp(
      `^https://((?<region>us-gov-[a-z]+-[0-9]+)\\.)?signin\\.amazonaws-us-gov\\.com/saml(/acs/[\\w-]+)?$`,
    ),
    partition: "aws-us-gov",
    region: PARTITIONS["aws-us-gov"].globalSignInRegion,
    source: SAML_PAGES.endpoints,
  },
  globalResiliency: {
    what: "the sign-in endpoint of Amazon Connect Global Resiliency",
    pattern: new RegExp(`^https://${ID}\\.${REGION}\\.sign-in\\.connect\\.aws/saml(\\?[^#\\s]*)?$`),
    partition: "aws",
    source: SAML_PAGES.globalResiliency,
  },
} as const satisfies Record<string, UrlForm>;

/** A report of Amazon itself: the guide of its adapter for Salesforce. */
const SALESFORCE_ADAPTER =
  "https://github.com/amazon-connect/amazon-connect-salesforce-cti/tree/master/docs";

/** Forms of the URLs that sign users in to Amazon Connect, without query: the relay state, by name. */
const FEDERATION_FORMS = {
  regional: {
    what: "the sign-in page of Amazon Connect",
    pattern: new RegExp(
      `^https://${REGION}\\.console\\.aws\\.amazon\\.com/connect/federate/${ID}$`,
    ),
    partition: "aws",
    source: SAML_PAGES.connect,
  },
  global: {
    what: "the sign-in page of Amazon Connect in us-east-1",
    pattern: new RegExp(`^https://console\\.aws\\.amazon\\.com/connect/federate/${ID}$`),
    partition: "aws",
    region: "us-east-1",
    source: SALESFORCE_ADAPTER,
  },
  govCloud: {
    what: "the sign-in page of Amazon Connect in AWS GovCloud (US)",
    pattern: new RegExp(
      `^https://((?<region>us-gov-[a-z]+-[0-9]+)\\.)?console\\.amazonaws-us-gov\\.com/connect/federate/${ID}$`,
    ),
    partition: "aws-us-gov",
    region: PARTITIONS["aws-us-gov"].globalSignInRegion,
    source: SAML_PAGES.connect,
  },
} as const satisfies Record<string, UrlForm>;

/** A URL of a known form, with what it says. */
export interface KnownUrl<Name extends string> {
  readonly form: Name;
  readonly what: string;
  readonly partition: PartitionName;
  readonly region: string;
  /** ID of the instance, where the form has one. */
  readonly instanceId?: string;
  readonly source: string;
}

/** Recognizes a URL that SAML responses are posted to; `undefined` where its form is not known here. */
export function signInUrl(url: string): KnownUrl<keyof typeof SIGN_IN_FORMS> | undefined {
  return known(SIGN_IN_FORMS, url);
}

/** Recognizes the URL that signs users in to Amazon Connect, whatever its query. */
export function federationUrl(url: URL): KnownUrl<keyof typeof FEDERATION_FORMS> | undefined {
  return known(FEDERATION_FORMS, url.origin + url.pathname);
}

/** Tells if a URL leads to the AWS Management Console, on whatever page. */
export function isConsoleUrl({ protocol, host }: URL): boolean {
  return (
    protocol === "https:" &&
    new RegExp(`^(${ANY_REGION}\\.)?console\\.(aws\\.amazon|amazonaws-us-gov)\\.com$`).test(host)
  );
}

function known<Name extends string>(
  forms: Readonly<Record<Name, UrlForm>>,
  url: string,
): KnownUrl<Name> | undefined {
  for (const [form, one] of Object.entries<UrlForm>(forms)) {
    const groups = one.pattern.exec(url)?.groups;
    if (!groups && !one.pattern.test(url)) continue;
    const { what, partition, source } = one;
    const region = groups?.["region"] ?? one.region ?? "";
    if (groups?.["region"] !== undefined && !PARTITIONS[partition].regionPattern.test(region))
      continue;
    const id = groups?.["id"];
    // Object.entries forgets that the keys are names.
    return {
      form: form as Name,
      what,
      partition,
      region,
      source,
      ...(id !== undefined && { instanceId: id }),
    };
  }
  return undefined;
}
