export { type Application, applicationsOf } from "./application";
export { judgeAudience, judgeRecipient, judgeValidity } from "./conditions";
export { judgeClaimedIssuer, judgeIssuer } from "./issuer";
export { judgePermission } from "./permission";
export { judgeRelayState } from "./relay-state";
export { judgeRole } from "./role";
export { judgeSessionDuration, judgeSessionName, judgeSessionTags } from "./session";
export { judgeSignature, type SignedAssertion } from "./signature";
export { judgeUser } from "./user";
