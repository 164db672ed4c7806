export { type WrittenSheet, writeSheets } from "./write-sheets";
