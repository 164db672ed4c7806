export { ConsoleHandoff } from "./console-handoff";
export { outputNames } from "./output-names";
export type { ConsoleHandoffProps, HandoffApplication } from "./props";
export { relayState } from "./relay-state";
export type { HandoffValues } from "./values";
