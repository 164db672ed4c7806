import type { ConsoleSheetInput, SheetApplication } from "../input";
import type { ApplicationValues, ConsoleValues } from "../values";

/** Input of everything that the sheet says of one application. */
export interface SectionInput {
  readonly key: string;
  /** Values of the application, made from `given`. */
  readonly own: ApplicationValues;
  /** Input of the application. */
  readonly given: SheetApplication;
  /** Input of the whole sheet. */
  readonly input: ConsoleSheetInput;
  /** Region of IAM Identity Center. */
  readonly region: string;
  readonly values: ConsoleValues;
}
