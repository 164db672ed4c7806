export {
  APPLICATION_ARN_FORM,
  APPLICATION_ARN_PATTERN,
  applicationArnProblem,
  identityCenterArn,
  isIdentityCenterIssuer,
  issuerRegion,
  issuingApplication,
} from "./application";
export {
  assignmentName,
  createdGroupProblem,
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
