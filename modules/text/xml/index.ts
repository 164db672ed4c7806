export { readXml, UnreadableXml, type XmlReader } from "./read-xml";
