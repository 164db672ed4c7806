export {
  ConsoleHandoff,
  type ConsoleHandoffProps,
  type HandoffApplication,
} from "./console-handoff";
export type { HandoffValues } from "./values";
