export { roleLabel } from "./addresses";
export { addAssignments } from "./add-assignments";
export { addFederation } from "./add-federation";
export { assignmentsImports, federationImports, type Import } from "./imports";
export { AssignmentsStack } from "./assignments-stack";
export { FederationStack } from "./federation-stack";
export { ReadableStack } from "./readable-stack";
export { stackHcl } from "./stack-hcl";
export {
  type Synthesis,
  synthesize,
  type SynthesizedInstance,
  type SynthesizedStack,
} from "./synthesize";
