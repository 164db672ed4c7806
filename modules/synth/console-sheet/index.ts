export type { HandoffValues } from "../../constructs/console-handoff";
export type { ConsoleSheetInput, SheetApplication, SheetPermissionSet, SheetUser } from "./input";
export { consoleSheet, type ConsoleSheet, plainSheet } from "./sheet";
export type {
  ApplicationValues,
  AttributeMapping,
  ConsoleValues,
  PermissionSetValues,
} from "./values";
