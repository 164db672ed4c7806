export {
  allConfigFiles,
  checkInstanceNames,
  instanceName,
  instanceNameProblem,
  shownPath,
} from "./files";
export { parseYaml } from "./parse";
export { byPlace, formatProblem, type Problem } from "./problem";
export { valueAt } from "./value-at";
export { type CsvCell, readCsv } from "./csv";
export { type AddedUser, ConfigSource, type KeyPath } from "./yaml";
export { readBounded, type Reader } from "./read-bounded";
