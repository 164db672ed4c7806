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
  createdGroupProblem,
  GROUP_PATTERN,
  groupProblem,
  isPrincipalId,
  USER_PATTERN,
  userProblem,
} from "./principals";
