import type { SheetApplication } from "../input";
import type { Region } from "./region";
import type { ApplicationValues, ConsoleValues } from "../values";

/** Input of the section about one application. */
export interface SectionInput {
  readonly key: string;
  /** Values of the application, derived from `given`. */
  readonly own: ApplicationValues;
  /** Input of the application. */
  readonly given: SheetApplication;
  /** Region of IAM Identity Center. */
  readonly region: Region;
  /** ACS URL that works too; `undefined` where there is only one. */
  readonly otherAcsUrl: string | undefined;
  readonly values: ConsoleValues;
}
