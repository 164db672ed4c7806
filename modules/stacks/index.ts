export { AssignmentsStack } from "./assignments-stack";
export { FederationStack } from "./federation-stack";
export {
  type Synthesis,
  synthesize,
  type SynthesizedInstance,
  type SynthesizedStack,
} from "./synthesize";
