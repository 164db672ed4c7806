import type { Text } from "../../../text";
import type { AttributeMapping } from "../values";

/** A value to copy or to compare, under the console's name for it. */
export interface Field {
  readonly label: string;
  readonly value: string;
  /**
   * Whether the value has several lines, such as a part of a config file.
   *
   * @default false
   */
  readonly block?: boolean;
}

/** One thing to do, which can be ticked. */
export interface Step {
  /** Identifies the step within its sheet, also when its text changes. */
  readonly id: string;
  readonly text: Text;
  readonly fields?: readonly Field[];
  /** Rows of the attribute mapping table. */
  readonly mappings?: readonly AttributeMapping[];
  /**
   * Whether the config shows that the step is done.
   *
   * @default false
   */
  readonly done?: boolean;
}
