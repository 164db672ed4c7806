import { UnreadableXml } from "../../../text/xml";
import { NAMESPACES, SIGN_IN_FAILURES } from "../../../aws/saml";
import { CAPTURE, type Captured, readCaptured } from "./captured";
import type { RehearsalProblem, RehearsalStep } from "../rehearsal";
import { cut, stepResult, listed, quoted } from "../step";
import { attribute, children, descendants, readTree, textOf, type XmlElement } from "./tree";

/** A response with one assertion, not yet verified. */
export interface SamlResponse extends Captured {
  readonly root: XmlElement;
  readonly assertion: XmlElement;
}

/** Reads the captured text as a response that reports success and has one assertion. */
export function readResponse(text: string): { step: RehearsalStep; response?: SamlResponse } {
  const captured = readCaptured(text);
  if (typeof captured === "string") return unreadable(captured);
  const { xml, form } = captured;
  let root: XmlElement;
  try {
    root = readTree(xml);
  } catch (error) {
    if (!(error instanceof UnreadableXml)) throw error;
    return unreadable(`cannot be read as XML: ${cut(error.message)}`);
  }
  if (root.local !== "Response" || root.uri !== NAMESPACES.protocol) {
    return unreadable(`is <${cut(root.local)}>, not a SAML 2.0 Response`);
  }

  const problems = [...statusProblems(root), ...assertionProblems(root), ...idProblems(root)];
  const [assertion] = children(root, "Assertion", NAMESPACES.assertion);
  const bytes = `${Buffer.byteLength(xml).toLocaleString("en-US")} bytes of XML`;
  const seen = form === "XML" ? bytes : `${form} with ${bytes}`;
  const step = stepResult("response", seen, problems);
  return problems.length > 0 || !assertion
    ? { step }
    : { step, response: { ...captured, root, assertion } };
}

/** Fails the step without an answer of AWS, because no browser would send this to AWS. */
function unreadable(message: string): { step: RehearsalStep } {
  return {
    step: stepResult("response", "nothing that can be checked", [{ message, fix: CAPTURE }]),
  };
}

function refusal(message: string, fix: string): RehearsalProblem {
  return { message, answer: SIGN_IN_FAILURES.invalidResponse.answer, fix };
}

function versionProblems(has: string, element: XmlElement): RehearsalProblem[] {
  const version = attribute(element, "Version") ?? "";
  return version === "2.0"
    ? []
    : [refusal(`${has} the version ${quoted(version)}; AWS takes SAML 2.0`, CAPTURE)];
}

function statusProblems(root: XmlElement): RehearsalProblem[] {
  const statuses = children(root, "Status");
  const codes = statuses.flatMap((status) => children(status, "StatusCode"));
  const values = codes.map((code) => attribute(code, "Value") ?? "");
  const said = statuses
    .flatMap((status) => children(status, "StatusMessage"))
    .map((message) => `, saying ${quoted(textOf(message) ?? "")}`);
  return [
    ...versionProblems("has", root),
    ...children(root, "Assertion", NAMESPACES.assertion).flatMap((assertion) =>
      versionProblems("has an assertion of", assertion),
    ),
    ...(values.length === 1 && values[0] === "urn:oasis:names:tc:SAML:2.0:status:Success"
      ? []
      : [
          refusal(
            `has the status ${listed(values.map(quoted)) || "none"}${said.join("")}: Identity Center did not sign the user in`,
            "check in the Identity Center console that the user is assigned to the application and has the attributes that its mappings name",
          ),
        ]),
  ];
}

/** Refuses more than one assertion, at any depth: every signature wrapping attack needs a second one. */
function assertionProblems(root: XmlElement): RehearsalProblem[] {
  const all = descendants(root);
  const count = (local: string, uri: string) =>
    all.filter((element) => element.local === local && element.uri === uri).length;
  const own = children(root, "Assertion", NAMESPACES.assertion).length;
  if (count("EncryptedAssertion", NAMESPACES.assertion) > 0) {
    return [
      refusal(
        "has an encrypted assertion, which Identity Center does not send to AWS",
        "turn assertion encryption off in the SAML provider and the identity provider",
      ),
    ];
  }
  if (
    count("Response", NAMESPACES.protocol) > 1 ||
    count("Assertion", NAMESPACES.assertion) > Math.max(own, 1)
  ) {
    return [
      refusal(
        "hides another response or assertion inside, as a signature wrapping attack does",
        "do not trust its source",
      ),
    ];
  }
  return own === 1
    ? []
    : [
        refusal(
          `has ${own === 0 ? "no assertion" : `${String(own)} assertions`}, not one`,
          CAPTURE,
        ),
      ];
}

/** Refuses duplicate IDs: a signature refers to an element by its ID, which must mean only one. */
function idProblems(root: XmlElement): RehearsalProblem[] {
  const ids = descendants(root).flatMap(({ attributes }) =>
    attributes.filter(({ local }) => local.toLowerCase() === "id").map(({ value }) => value),
  );
  const seen = new Set<string>();
  const twice = new Set(ids.filter((id) => seen.has(id) || !seen.add(id)));
  return twice.size === 0
    ? []
    : [
        refusal(
          `has the ID ${listed([...twice].map(quoted))} twice, so a signature may be taken for that of another element`,
          "do not trust its source",
        ),
      ];
}
