export { code, type Inline, link, listed, sentence, type Text, text, ui } from "../../text";
