export { codeBlock, codeSpan, escapeMarkdown, markdownTable } from "./markdown";
export { nearest } from "./nearest";
export { escapeTemplates } from "./templates";
export { twins } from "./twins";
export { visible } from "./visible";
export { wrapped } from "./wrapped";
