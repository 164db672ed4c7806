export {
  attributeMappingValue,
  type IamAccount,
  policyArn,
  roleArn,
  samlProviderArn,
} from "./arns";
export {
  namePattern,
  nameProblem,
  type NameRule,
  pathProblem,
  DEFAULT_POLICY_NAME,
  PERMISSION_SET_NAME,
  POLICY_NAME,
  ROLE_NAME,
  ROLE_PATH,
  SAML_PROVIDER_NAME,
} from "./names";
export { PERMISSIONS_BOUNDARY_PATTERN, permissionsBoundaryProblem } from "./permissions-boundary";
export {
  instanceConditionPolicy,
  SIGNED_IN_USER,
  signInPolicy,
  trustPolicy,
  trustPolicyProblem,
  userResourcePolicy,
} from "./policies";
export {
  formatSessionDuration,
  parseSessionDuration,
  roleSessionDuration,
  SESSION_DURATION,
  sessionSecondsProblem,
} from "./session-duration";
export {
  TAG_KEY_PATTERN,
  TAG_LIMIT,
  TAG_VALUE_PATTERN,
  tagCountProblem,
  tagKeyProblem,
  tagKeyTwinProblems,
  tagValueProblem,
} from "./tags";
