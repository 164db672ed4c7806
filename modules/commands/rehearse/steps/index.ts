export { type Application, applicationsOf, fixOf, nameOf } from "./application";
export { checkAudience, checkRecipient, checkValidity } from "./conditions";
export { checkClaimedIssuer, checkIssuer } from "./issuer";
export { checkPermission } from "./permission";
export { checkRelayState } from "./relay-state";
export { checkRole } from "./role";
export { checkSessionDuration, checkSessionName, checkSessionTags } from "./session";
export { checkSignature, type SignedAssertion } from "./signature";
export { checkUser } from "./user";
