export type { ApplicationSection } from "./application-section";
export { type SheetContent, sheetContent } from "./content";
export type { Field, Step } from "./step";
