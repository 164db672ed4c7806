export { commandLine } from "./command-line";
export { forEverybody, howStarted, type Invocation } from "./how-started";
