export {
  ConsoleHandoff,
  type ConsoleHandoffProps,
  type HandoffApplication,
  type HandoffValues,
} from "./console-handoff";
