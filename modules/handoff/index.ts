export { type WrittenHandoff, writeHandoff } from "./write-handoff";
