export { RunningProvider } from "./running-provider";
