export {
  type ApplicationSection,
  type Field,
  type SheetContent,
  sheetContent,
  type Step,
} from "./content";
