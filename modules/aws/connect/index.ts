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
  AFTER_CONTACT_WORK_LIMIT,
  CONNECT_USER_ID_PATTERN,
  connectUserIdProblem,
  HIERARCHY_GROUP_PATTERN,
  hierarchyGroupProblem,
  isHierarchyGroupId,
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
