import { SIGN_IN_ERRORS } from "../../../aws/saml";
import { code, listed, type Text, text } from "../text";
import type { ApplicationValues, ConsoleValues } from "../values";

export interface ErrorRow {
  readonly message: string;
  readonly cause: Text;
  readonly fix: Text;
}

export function errorRows({ instance, applications }: ConsoleValues): ErrorRow[] {
  const all = Object.values(applications);
  const names = (pick: (own: ApplicationValues) => string): Text =>
    listed([...new Set(all.map(pick))].map(code));
  const acsUrl = all[0]?.acsUrl ?? "";
  const audience = all[0]?.samlAudience ?? "";
  return [
    {
      message: SIGN_IN_ERRORS.notOnboarded,
      cause: text`There is no Amazon Connect user of that exact name, or the user is tied to another role.`,
      fix: text`Make or rename the user, letter case included: the name is the e-mail address in Identity Center.`,
    },
    {
      message: SIGN_IN_ERRORS.accessDenied,
      cause: text`The role lacks ${code("connect:GetFederationToken")} on this instance.`,
      fix: text`Deploy again, and compare the instance's ID in the role's policy with ${code(instance.instanceId)}.`,
    },
    {
      message: SIGN_IN_ERRORS.sessionExpired,
      cause: text`Sign-in was begun at Amazon Connect, or 12 hours have passed.`,
      fix: text`Start from the AWS access portal.`,
    },
    {
      message: SIGN_IN_ERRORS.invalidResponse,
      cause: text`The Role attribute is missing, or there is a blank in its value.`,
      fix: text`Copy the attribute mapping from this sheet again.`,
    },
    {
      message: "RoleSessionName is required / must match",
      cause: text`Its attribute mapping is missing, or the e-mail address is too long or has other characters than letters, digits and ${code("_+=,.@-")}.`,
      fix: text`Map it to ${code("${user:email}")}; the address has 2 to 64 characters.`,
    },
    {
      message: SIGN_IN_ERRORS.notAuthorized,
      cause: text`The role's name or its letter case is wrong in the mapping, the ACS URL was changed, or the role does not trust the provider.`,
      fix: text`Copy the attribute mapping again: it names ${names((own) => own.roleName)}. The ACS URL is ${code(acsUrl)}.`,
    },
    {
      message: SIGN_IN_ERRORS.signatureInvalid,
      cause: text`The application's certificate was rotated, and IAM still holds the old metadata.`,
      fix: text`Download the metadata file again, and deploy.`,
    },
    {
      message: SIGN_IN_ERRORS.issuerNotPresent,
      cause: text`The metadata is that of another application.`,
      fix: text`Download the metadata file of the application that fails again (${names((own) => own.displayName)}), and deploy.`,
    },
    {
      message: SIGN_IN_ERRORS.noProvider,
      cause: text`The provider's name is wrong in the mapping.`,
      fix: text`Copy the attribute mapping again: it names ${names((own) => own.samlProviderName)}.`,
    },
    {
      message: SIGN_IN_ERRORS.audienceMissing,
      cause: text`The audience was changed in the console.`,
      fix: text`Set the Application SAML audience to ${code(audience)}.`,
    },
    {
      message: SIGN_IN_ERRORS.metadataUnreadable,
      cause: text`The file has a byte order mark, or its key is weak.`,
      fix: text`Save it as UTF-8 without a byte order mark, or download it again.`,
    },
    {
      message: SIGN_IN_ERRORS.cannotProcess,
      cause: text`The ACS URL is wrong.`,
      fix: text`Set the Application ACS URL to ${code(acsUrl)}.`,
    },
    {
      message: SIGN_IN_ERRORS.notFound,
      cause: text`The relay state is malformed.`,
      fix: text`Copy it again: ${names((own) => own.relayStateUrl)}.`,
    },
    {
      message: SIGN_IN_ERRORS.otherRole,
      cause: text`The user has signed in through another role before.`,
      fix: text`Keep to the first role, or delete the user in Amazon Connect and make it again.`,
    },
  ];
}
