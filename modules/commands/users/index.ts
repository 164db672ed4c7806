export { type DirectoryAccess, readGroups } from "./read-groups";
export { run } from "./run";
