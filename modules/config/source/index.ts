export {
  allConfigFiles,
  checkInstanceNames,
  instanceName,
  instanceNameProblem,
  shownPath,
} from "./files";
export { misnamed } from "./misnamed";
export { parseYaml } from "./parse";
export { byPlace, formatProblem, type Problem } from "./problem";
export { valueAt } from "./value-at";
export { type CsvCell, readCsv } from "./csv";
export { type AddedUser, ConfigSource, type KeyPath, keyWithoutSpace } from "./yaml";
export { readBounded, type Reader } from "./read-bounded";
