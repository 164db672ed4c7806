export {
  callerFinding,
  compareFederation,
  expectedFederation,
  permissionSetProblems,
  type PermissionSetState,
  readCenter,
  readIam,
  readPermissionSets,
  readStoreId,
  unread,
} from "./account";
export type { CheckedApplication, CheckedMetadata } from "./application";
export type { Phase } from "./phase";
export { checkReport, type CheckedInstance, type CheckReport, type LiveFindings } from "./report";
export { renderReport } from "./text";
export { run } from "./run";
