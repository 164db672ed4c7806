export { type ApplicationSection, forEach } from "./application-section";
export { inDirectory } from "./people-steps";
export { type SheetContent, sheetContent, stepsOf } from "./content";
export type { Field, Instruction, Step } from "./step";
