export { decided } from "./decided";
export { explainedError } from "./explained-error";
export { liveProof } from "./live-proof";
export { sessionProof } from "./session-proof";
export { proofReport } from "./text";
