export {
  type Assertion,
  type Confirmation,
  readAssertion,
  valuesOf,
  type Window,
} from "./assertion";
export { CAPTURE, FIELD } from "./capture";
export { withoutIndentation } from "./indentation";
export { instant, later, moment } from "./moment";
export { readResponse, type SamlResponse } from "./response";
export { attribute, children, descendants, readTree, textOf, type XmlElement } from "./tree";
