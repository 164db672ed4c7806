export {
  APPLICATION_ARN_FORM,
  APPLICATION_ARN_PATTERN,
  applicationArnProblem,
  identityCenterArn,
  isIdentityCenterIssuer,
  isSampleIssuer,
  issuerRegion,
  issuingApplication,
  SAMPLE_ACCOUNT,
} from "./application";
export { entityIdAt, metadataUrl, metadataUrlProblem } from "./metadata-url";
export {
  IDENTITY_CENTER_ARN_PATTERN,
  identityCenterArnProblem,
  instanceOfPermissionSet,
  isoDuration,
  PERMISSION_SET_ARN_PATTERN,
  permissionSetArnProblem,
  permissionSetRelayStateProblem,
  permissionSetSessionProblem,
  PORTAL_URL_PATTERN,
  portalUrlProblem,
  reservedRolePrefix,
  shortcut,
  shortcutLink,
} from "./permission-set";
export {
  assignmentName,
  createdGroupProblem,
  directoryUserNameProblem,
  EMAIL_PATTERN,
  emailProblem,
  GROUP_PATTERN,
  groupProblem,
  IDENTITY_STORE_ID_PATTERN,
  identityStoreIdProblem,
  isPrincipalId,
  membershipName,
  PRINCIPAL_ID_PATTERN,
  principalIdProblem,
  USER_PATTERN,
  userProblem,
} from "./principals";
export { IDENTITY_CENTER_REGIONS } from "./regions";
export {
  type RoleSessionName,
  sentName,
  SESSION_NAME_ATTRIBUTES,
  type SessionNameAttribute,
} from "./session-name";
