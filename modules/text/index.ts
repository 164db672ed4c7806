export { codeBlock, codeSpan, escapeMarkdown, markdownTable } from "./markdown";
export { nearest } from "./nearest";
export { visible } from "./visible";
export { wrapped } from "./wrapped";
