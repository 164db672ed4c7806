export { ApplicationAssignments } from "./assignments";
export type {
  ApplicationAssignmentsProps,
  AssignedApplication,
  AssignedPermissionSet,
  DirectoryUser,
} from "./props";
