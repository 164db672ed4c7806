export { ApplicationAssignments } from "./assignments";
export type { ApplicationAssignmentsProps, AssignedApplication, DirectoryUser } from "./props";
