export { code, type Inline, link, listed, sentence, type Text, text, ui, unmarked } from "./inline";
export { codeBlock, codeSpan, escapeMarkdown, markdownTable } from "./markdown";
export { nearest } from "./nearest";
export { percentDecoded } from "./percent-decoded";
export { escapeTemplates, templateProblem } from "./templates";
export { metadataVariableName } from "./terraform-names";
export { twins } from "./twins";
export { visible } from "./visible";
export { wrapped } from "./wrapped";
