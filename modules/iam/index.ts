export { attributeMappingValue, type IamAccount, roleArn, samlProviderArn } from "./arns";
export {
  namePattern,
  nameProblem,
  type NameRule,
  pathProblem,
  POLICY_NAME,
  ROLE_NAME,
  ROLE_PATH,
  SAML_PROVIDER_NAME,
} from "./names";
export { instanceConditionPolicy, trustPolicy, userResourcePolicy } from "./policies";
export { parseSessionDuration, roleSessionDuration, SESSION_DURATION } from "./session-duration";
