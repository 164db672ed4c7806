export {
  Aws,
  type Bounds,
  callerAccount,
  callerFinding,
  compareFederation,
  expectedFederation,
  listIn,
  type LiveOptions,
  loadSdk,
  optionalText,
  readIam,
  type Reading,
  readStoreId,
  type Sdk,
  textIn,
  unread,
  type Unread,
  withinBounds,
} from "./account";
export type { CheckedApplication, CheckedMetadata } from "./application";
export type { Phase } from "./phase";
export { checkReport, type CheckedInstance, type CheckReport, type LiveFindings } from "./report";
export { renderReport } from "./text";
export { run } from "./run";
