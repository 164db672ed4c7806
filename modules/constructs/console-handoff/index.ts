export {
  ConsoleHandoff,
  type ConsoleHandoffProps,
  type HandoffApplication,
} from "./console-handoff";
