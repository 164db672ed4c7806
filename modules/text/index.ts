export { code, type Inline, link, listed, sentence, type Text, text, ui, unmarked } from "./inline";
export { nearest } from "./nearest";
export { percentDecoded } from "./percent-decoded";
export { visible } from "./visible";
export { wrapped } from "./wrapped";
