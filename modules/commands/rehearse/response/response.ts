import { UnreadableXml } from "../../../text/xml";
import { NAMESPACES } from "../../../aws/saml";
import { CAPTURE, FIELD, chooseResponse, type ChosenResponse } from "./capture";
import type { RehearsalStep } from "../rehearsal";
import { cut, listed, quoted, refusedBy, stepResult } from "../step";
import type { RehearsalProblem, Unverified } from "../verdict";
import { attribute, children, descendants, readTree, textOf, type XmlElement } from "./tree";

/** A response with one assertion, not yet verified. */
export interface SamlResponse extends ChosenResponse {
  readonly root: XmlElement;
  readonly assertion: XmlElement;
}

/** A response that was read, or why it was not. */
export interface ReadResponse {
  readonly step: RehearsalStep;
  readonly response?: SamlResponse;
  /** All responses of the capture, where it has several. */
  readonly choices?: ChosenResponse["choices"];
}

/**
 * Reads a captured text as a response that reports success and has one assertion.
 *
 * @param number the number of the response to read, where the capture has several
 */
export function readResponse(text: string, number?: number): ReadResponse {
  const captured = chooseResponse(text, number);
  if (typeof captured === "string") return unreadable(captured);
  if ("kind" in captured) return { step: stepResult("response", NOTHING, [captured]) };
  const { xml, form, remarks, choices } = captured;
  let root: XmlElement;
  try {
    root = readTree(xml);
  } catch (error) {
    if (!(error instanceof UnreadableXml)) throw error;
    return { ...unreadable(`cannot be read as XML: ${cut(error.message)}`), choices };
  }
  if (root.local !== "Response" || root.uri !== NAMESPACES.protocol) {
    return { ...unreadable(`is <${cut(root.local)}>, not a SAML 2.0 Response`), choices };
  }

  const problems = [...statusProblems(root), ...assertionProblems(root), ...idProblems(root)];
  const [assertion] = children(root, "Assertion", NAMESPACES.assertion);
  const bytes = `${Buffer.byteLength(xml).toLocaleString("en-US")} bytes of XML`;
  const seen = form === "XML" ? bytes : `${form} with ${bytes}`;
  const step = stepResult("response", seen, problems, remarks);
  return problems.length > 0 || !assertion
    ? { step, choices }
    : { step, choices, response: { ...captured, root, assertion } };
}

const NOTHING = "nothing that can be checked";

/** Ends without an answer of AWS, because no browser would send this to AWS. */
function unreadable(message: string): { step: RehearsalStep } {
  return { step: stepResult("response", NOTHING, [cannotTell(message)]) };
}

function cannotTell(message: string, needs = FIELD): Unverified {
  return { kind: "unverified", message, needs };
}

const UNTRUSTED =
  "a response that comes straight from the browser of somebody you trust; do not trust the source of this one";

function versionProblems(has: string, element: XmlElement): RehearsalProblem[] {
  const version = attribute(element, "Version") ?? "";
  const message = `${has} the version ${quoted(version)}; AWS takes SAML 2.0`;
  return version === "2.0" ? [] : [refusedBy("assertions", message, CAPTURE)];
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
          refusedBy(
            "saml",
            `has the status ${listed(values.map(quoted)) || "none"}${said.join("")}: Identity Center did not sign the user in`,
            "check in the Identity Center console that the user is assigned to the application and has the attributes that its mappings name",
          ),
        ]),
  ];
}

/** Goes on with one assertion only, at any depth: every signature wrapping attack needs a second one. */
function assertionProblems(root: XmlElement): RehearsalProblem[] {
  const all = descendants(root);
  const count = (local: string, uri: string) =>
    all.filter((element) => element.local === local && element.uri === uri).length;
  const own = children(root, "Assertion", NAMESPACES.assertion).length;
  if (count("EncryptedAssertion", NAMESPACES.assertion) > 0) {
    return [
      {
        ...cannotTell(
          "has an encrypted assertion, which Identity Center does not send to AWS, and which cannot be read here",
          "a response without encryption, or a sign-in",
        ),
        fix: "turn assertion encryption off in the SAML provider and the identity provider",
      },
    ];
  }
  if (
    count("Response", NAMESPACES.protocol) > 1 ||
    count("Assertion", NAMESPACES.assertion) > Math.max(own, 1)
  ) {
    return [
      cannotTell(
        "hides another response or assertion inside, as a signature wrapping attack does",
        UNTRUSTED,
      ),
    ];
  }
  if (own === 1) return [];
  return [cannotTell(`has ${own === 0 ? "no assertion" : `${String(own)} assertions`}, not one`)];
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
        cannotTell(
          `has the ID ${listed([...twice].map(quoted))} twice, so a signature may be taken for that of another element`,
          UNTRUSTED,
        ),
      ];
}
