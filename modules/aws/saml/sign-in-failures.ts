import type { SessionNameAttribute } from "../identity-center";
import { code, type Inline, type Text, text } from "../../text";
import { ATTRIBUTES, ROLE_SESSION_NAME } from "./attributes";
import { SAML_PAGES } from "./pages";

/**
 * The message or page that users see when sign-in fails.
 *
 * - `words`: the exact message of AWS, which people search for, and the page that documents it
 * - `sight`: a description of what happens, which must not be shown as a quotation
 */
export type SignInAnswer =
  | { readonly kind: "words"; readonly text: string; readonly source: string }
  | { readonly kind: "sight"; readonly text: string };

/** Values of an installation that the fixes contain. */
export interface FixValues {
  /** Name of the Identity Center application, or other words for it. */
  readonly application: Inline;
  /** ID of the Amazon Connect instance. */
  readonly instanceId: string;
  readonly acsUrl: string;
  /** ACS URL of the other sign-in endpoint, which works too; absent where there is only one. */
  readonly otherAcsUrl?: string;
  readonly samlAudience: string;
  readonly relayStateUrl: string;
  /** Session duration of the application: `12h`, `1h30m`. */
  readonly sessionDuration: string;
  /** Value of the Role attribute, or words that say where to copy it from. */
  readonly roleMapping: Inline;
  readonly roleName: string;
  readonly samlProviderName: string;
  /** The attribute that is the role session name. */
  readonly sessionName: SessionNameAttribute;
}

type Of<Name extends keyof FixValues> = Pick<FixValues, Name>;

/** A way in which sign-in fails. Cause and fix are clauses: no capital letter, no full stop. */
export interface SignInFailure {
  /** The message or page that the user sees. */
  readonly answer: SignInAnswer;
  /** The usual cause. */
  readonly cause: Text;
  /** The way to fix it, with the values of the installation. */
  readonly fix: (values: FixValues) => Text;
}

function words(message: string, source: string): SignInAnswer & { kind: "words" } {
  return { kind: "words", text: message, source };
}

function sight(description: string): SignInAnswer & { kind: "sight" } {
  return { kind: "sight", text: description };
}

const IAM = SAML_PAGES.errors;
const CONNECT = SAML_PAGES.connectErrors;
const STS = SAML_PAGES.assumeRole;
const ASSIGN = "https://docs.aws.amazon.com/singlesignon/latest/userguide/assignuserstoapp.html";
/** A report of users: no page of AWS has the message. */
const NO_ACCESS = "https://github.com/tngan/samlify/issues/539";
/** Page of an earlier Connect guide on AWS SSO, the former name of Identity Center. */
const CONNECT_WITH_AWS_SSO =
  "https://github.com/awsdocs/amazon-connect-admin-guide/blob/470c191ce238e04e5185875f7556cc3e650aea22/doc_source/configure-saml-with-aws-sso.md";

const { character, marks, min, max } = ROLE_SESSION_NAME;
const SESSION_NAME_LENGTH = `${String(min)} to ${String(max)}`;

const startAtPortal = () => text`start from the AWS access portal`;

const copyRole = ({ application, roleMapping }: Of<"application" | "roleMapping">) =>
  text`copy ${roleMapping} into the attribute mapping ${code(ATTRIBUTES.role)} of ${application}`;

const mapSessionName = ({ application, sessionName }: Of<"application" | "sessionName">) =>
  text`map ${code(ATTRIBUTES.sessionName)} of ${application} to ${code(sessionName.value)}`;

const setAcsUrl = ({
  application,
  acsUrl,
  otherAcsUrl,
}: Of<"application" | "acsUrl" | "otherAcsUrl">) =>
  text`set the Application ACS URL of ${application} to ${code(acsUrl)}${
    otherAcsUrl === undefined ? [] : text` (${code(otherAcsUrl)} works too)`
  }`;

const replaceMetadata = ({ application }: Of<"application">) =>
  text`download the current metadata file of ${application}, save it in place of the old one, synthesize, and deploy`;

/** Every known failure of sign-in, for the console sheet, for rehearsals and for traces. */
export const SIGN_IN_FAILURES = {
  noApplications: {
    answer: words("You do not have any applications", ASSIGN),
    cause: text`the person is not assigned to an application, or only as a member of a nested group`,
    fix: ({ application }: Of<"application">) =>
      text`make the person a direct member of a group that is assigned to ${application}`,
  },
  noAccess: {
    answer: words(
      "No access. Confirm with your administrator that you have access to the application and that your primary email address is assigned in IAM Identity Center",
      NO_ACCESS,
    ),
    cause: text`the person's user in Identity Center has no primary e-mail address, or is not assigned to the application`,
    fix: ({ application }: Of<"application">) =>
      text`set the primary e-mail address of the user in Identity Center, and make the person a direct member of a group that is assigned to ${application}`,
  },
  notOnboarded: {
    answer: words(
      "Your account has been authenticated, but has not been onboarded to this application",
      CONNECT,
    ),
    cause: text`there is no Amazon Connect user with exactly that name, or the user is tied to another role`,
    fix: ({ sessionName }: Of<"sessionName">) =>
      text`create or rename the user: the name is the ${sessionName.what} in Identity Center, with the same upper and lower case; where that is right, delete the user and create it again: Amazon Connect ties a user to the role of the first sign-in`,
  },
  accessDenied: {
    answer: words("Access denied, Please contact your AWS account administrator", CONNECT),
    cause: text`the role lacks ${code("connect:GetFederationToken")} on this instance, or its permissions boundary or a service control policy does not allow it`,
    fix: ({ instanceId }: Of<"instanceId">) =>
      text`deploy again, and compare the instance's ID in the role's policy with ${code(instanceId)}`,
  },
  sessionExpired: {
    answer: words("Session Expired", CONNECT),
    cause: text`sign-in was started at Amazon Connect, or 12 hours have passed`,
    fix: startAtPortal,
  },
  invalidResponse: {
    answer: words("Your request included an invalid SAML response", IAM),
    cause: text`the Role attribute is missing, or there is a space in its value`,
    fix: copyRole,
  },
  sessionNameMissing: {
    answer: words("RoleSessionName is required in AuthnResponse", IAM),
    cause: text`its attribute mapping is missing`,
    fix: mapSessionName,
  },
  sessionNameInvalid: {
    answer: words(
      `RoleSessionName in AuthnResponse must match ${character}{${String(min)},${String(max)}}`,
      IAM,
    ),
    cause: text`the name that is sent does not have ${SESSION_NAME_LENGTH} characters, or has characters other than letters, digits and ${code(marks)}`,
    fix: (values: Of<"application" | "sessionName">) =>
      text`${mapSessionName(values)}; if it already is, change the ${values.sessionName.what} of the user in Identity Center`,
  },
  notAuthorized: {
    answer: words("Not authorized to perform sts:AssumeRoleWithSAML", IAM),
    cause: text`the role's name or its letter case is wrong in the mapping, the ACS URL was changed, or the role does not trust the provider`,
    fix: (values: Of<"application" | "roleMapping" | "roleName" | "acsUrl" | "otherAcsUrl">) =>
      text`${copyRole(values)}, which names the role ${code(values.roleName)}, and ${setAcsUrl(values)}`,
  },
  signatureInvalid: {
    answer: words("Response signature invalid", IAM),
    cause: text`the application's certificate was rotated, and IAM still holds the old metadata`,
    fix: replaceMetadata,
  },
  issuerNotPresent: {
    answer: words("Issuer not present in specified provider", IAM),
    cause: text`the metadata belongs to another application`,
    fix: replaceMetadata,
  },
  noProvider: {
    answer: words("Specified provider doesn't exist", IAM),
    cause: text`the provider's name is wrong in the mapping`,
    fix: (values: Of<"application" | "roleMapping" | "samlProviderName">) =>
      text`${copyRole(values)}, which names the SAML provider ${code(values.samlProviderName)}`,
  },
  audienceMissing: {
    answer: words("Response does not contain the required audience", IAM),
    cause: text`the audience was changed in the console`,
    fix: ({ application, samlAudience }: Of<"application" | "samlAudience">) =>
      text`set the Application SAML audience of ${application} to ${code(samlAudience)}`,
  },
  metadataUnreadable: {
    answer: words("Could not parse metadata", IAM),
    cause: text`the file has a byte order mark, or its key is weak`,
    fix: () => text`save it as UTF-8 without a byte order mark, or download it again`,
  },
  cannotProcess: {
    answer: words("An error occurred when we tried to process your request", CONNECT_WITH_AWS_SSO),
    cause: text`the ACS URL is wrong`,
    fix: setAcsUrl,
  },
  tooLate: {
    answer: words("Token must be redeemed within 5 minutes of issuance", STS),
    cause: text`more than five minutes passed between the tile and AWS`,
    fix: startAtPortal,
  },
  tooLong: {
    // AWS documents this for calls of the API and the CLI only.
    answer: words("Requested DurationSeconds exceeds MaxSessionDuration set for this role", IAM),
    cause: text`the application asks for longer sessions than the role allows`,
    fix: ({ application, sessionDuration }: Of<"application" | "sessionDuration">) =>
      text`set the session duration of ${application} to ${code(sessionDuration)}`,
  },
  notFound: {
    answer: sight("a 404 page after the tile is chosen"),
    cause: text`the relay state is malformed, or its page is one of another domain: ${code("*.my.connect.aws")} takes ${code("newDomain")}, and ${code("/ccp-v2")} in place of ${code("/connect/ccp")}`,
    fix: ({ application, relayStateUrl }: Of<"application" | "relayStateUrl">) =>
      text`set the relay state of ${application} to ${code(relayStateUrl)}`,
  },
  badRequest: {
    answer: words("The request was not valid and could not be processed", CONNECT),
    cause: text`the user has signed in through another role or SAML provider before`,
    fix: () =>
      text`have the user's first role trust the SAML provider, or delete the user in Amazon Connect and create it again`,
  },
  otherRole: {
    answer: sight("an error that says that the user is a duplicate, or already associated"),
    cause: text`the user has signed in through another role before`,
    fix: () =>
      text`use only the first role, or delete the user in Amazon Connect and create it again`,
  },
} as const satisfies Record<string, SignInFailure>;
