export {
  type AcsUrls,
  acsUrls,
  type ConnectInstance,
  instanceArnProblem,
  judgeInstanceArn,
  parseInstanceArn,
} from "./instance";
export { destinationProblem, type LandingPage, relayStateUrl } from "./relay-state";
export {
  CONNECT_USER_ID_PATTERN,
  connectUserIdProblem,
  PERSON_NAME_PATTERN,
  personNameProblem,
  PHONE_NUMBER_PATTERN,
  phoneNumberProblem,
  PROFILE_NAME_PATTERN,
  profileNameProblem,
  SECURITY_PROFILE_LIMIT,
  USER_NAME_PATTERN,
  userNameProblem,
  userNameTwinProblems,
} from "./users";
