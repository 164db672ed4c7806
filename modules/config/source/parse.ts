import {
  Composer,
  type CST,
  type Document,
  Parser,
  type Scalar,
  visit,
  YAMLParseError,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/**
 * Number of YAML problems to report: nobody reads more, and the first ones usually cause the
 * others.
 */
const MAX_PROBLEMS = 100;

/** Ends the parsing of a text that has enough problems. */
class Enough extends Error {}

/**
 * Parses YAML as `parseDocument` of the package does, but ends with the hundredth problem, and finds the
 * targets of aliases at once. Each problem takes the parser a stack trace, so 2 MB of nothing but
 * mistakes took 20 seconds and 2 GB.
 *
 * @returns the document, unless there are problems that leave none
 */
export function parseYaml(text: string): {
  readonly document?: Document;
  readonly problems: readonly YAMLError[];
} {
  // Duplicate keys are found elsewhere: the parser takes quadratic time to find them.
  const composer = new Composer({ merge: true, uniqueKeys: false });
  // Private in the package's types, which have no other way to end early.
  const report = composer["onError"] as (...problem: readonly unknown[]) => void;
  let count = 0;
  composer["onError"] = (...problem: readonly unknown[]) => {
    report(...problem);
    count += 1;
    if (count >= MAX_PROBLEMS) throw new Enough();
  };
  try {
    const tokens = withFewErrors(new Parser().parse(text));
    const documents = composer.compose(tokens, true, text.length);
    const { value: document } = documents.next() as IteratorYieldResult<Document.Parsed>;
    const second = documents.next();
    if (!second.done) {
      const [start, end] = second.value.range;
      document.errors.push(new YAMLParseError([start, end], "MULTIPLE_DOCS", "a second document"));
    }
    const problems = [...document.errors, ...document.warnings].slice(0, MAX_PROBLEMS);
    if (document.errors.length > 0) return { problems };
    resolveAliases(document);
    return { document, problems };
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    const { errors, warnings } = composer.streamInfo();
    return { problems: [...errors, ...warnings].slice(0, MAX_PROBLEMS) };
  }
}

/** Ends a text after the last error that is reported. */
function* withFewErrors(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let count = 0;
  for (const token of tokens) {
    yield token;
    if (token.type === "error") count += 1;
    if (count >= MAX_PROBLEMS) return;
  }
}

/** Has every alias know its target, for which it would otherwise search the document each time. */
function resolveAliases(document: Document): void {
  const anchors = new Map<string, Scalar | YAMLMap | YAMLSeq>();
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      alias.resolve = () => target;
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
}
