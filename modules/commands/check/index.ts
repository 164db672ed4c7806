export {
  callerFinding,
  compareFederation,
  expectedFederation,
  readIam,
  readStoreId,
  unread,
} from "./account";
export type { CheckedApplication, CheckedMetadata } from "./application";
export type { Phase } from "./phase";
export { checkReport, type CheckedInstance, type CheckReport, type LiveFindings } from "./report";
export { renderReport } from "./text";
export { run } from "./run";
