import type { Text } from "../../../text";
import type { AttributeMapping } from "../values";

/** A value to copy or to compare, with the name that the console gives it. */
export interface Field {
  readonly label: string;
  readonly value: string;
  /**
   * Set to `true` for a value of several lines, such as a part of a config file.
   *
   * @default false
   */
  readonly block?: boolean;
}

/** A row of the attribute mapping table, with its place in it, counted from 1. */
export interface MappingRow extends AttributeMapping {
  readonly row: number;
}

/** One thing to do. */
export interface Instruction {
  readonly text: Text;
  readonly fields?: readonly Field[];
  /** Rows of the attribute mapping table. */
  readonly mappings?: readonly MappingRow[];
}

/** One thing to do, with a check box. */
export interface Step extends Instruction {
  /** Identifier of the step within its sheet, which stays the same when the text changes. */
  readonly id: string;
  /**
   * Set to `true` when the config shows that the step is done.
   *
   * @default false
   */
  readonly done?: boolean;
}
