export { booleanIn, listIn, numberIn, optionalText, textIn, UnexpectedAnswer } from "./answer";
export { Aws } from "./aws";
export { type Bounds, withinBounds } from "./bounds";
export { callFailure, isAnswered, isOurs } from "./call-failure";
export { type Caller, callerAccount } from "./caller";
export { ownRegion } from "./own-region";
export { type Profiles, profilesIn } from "./profiles";
export { mapped, type Reading, type Unread } from "./reading";
export { loadSdk, type Sdk } from "./sdk";
