export { FederationStack } from "./federation-stack";
export { type Synthesis, synthesize, type SynthesizedInstance } from "./synthesize";
