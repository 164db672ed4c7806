export { removeOthers, writeFiles } from "./output-folder";
