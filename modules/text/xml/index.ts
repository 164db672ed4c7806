export { readXml, UnreadableXml } from "./read-xml";
