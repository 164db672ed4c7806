export { callerFinding } from "./caller-finding";
export { compareWithAccount } from "./compare";
export { compareFederation } from "./compare-federation";
export { expectedFederation } from "./expected";
export { type Finding, unread } from "./finding";
export { readStoreId } from "./read-directory";
export { readIam } from "./read-iam";
export { regionOf } from "./region";
