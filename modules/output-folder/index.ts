export { removeEmpty, removeOthers, writeFiles } from "./output-folder";
