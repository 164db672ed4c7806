/** The value of a field as it is shown by developer tools, without what they put around it. */
export interface Clipboard {
  readonly text: string;
  readonly relayState?: string;
}

/**
 * Takes off what is around a value that was copied: marks of quotation, line numbers, quotes around each
 * line, and the name of the field.
 */
export function fromClipboard(copied: string): Clipboard {
  const { text, relayState } = withoutRelayState(withoutMargins(copied));
  // Developer tools show a field as a line of a table, of JSON or of HAR, or a value in quotes.
  const value = text
    .trim()
    .replace(/^["']?(?:SAMLResponse|value)["']?(?:\s*:\s*|\s+(?:=\s*)?)/, "")
    .replace(/^(["']?)([^"',]*)\1,?$/, "$2");
  return { text: value, ...(relayState !== undefined && { relayState }) };
}

/** Takes off what stands at the edge of every line: numbers, marks of quotation, quotes. */
function withoutMargins(text: string): string {
  let lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.every((line) => /^\s*>/.test(line))) {
    lines = lines.map((line) => line.replace(/^\s*>\s?/, ""));
  }
  if (isNumbered(lines)) lines = lines.map((line) => line.replace(NUMBER, ""));
  if (lines.length > 1 && lines.every((line) => QUOTED.test(line.trim()))) {
    lines = lines.map((line) => line.trim().replace(QUOTED, "$2"));
  }
  return lines.join("\n");
}

const QUOTED = /^(["'`])([^"'`]*)\1 ?[+,\\.;]?$/;

const NUMBER = /^\s*(\d+)(?:[:|.)]\s?|\s+)/;

/** Tells if lines are numbered: from whatever number, one after the other. */
function isNumbered(lines: readonly string[]): boolean {
  const numbers = lines.map((line) => Number(NUMBER.exec(line)?.[1] ?? NaN));
  const [first = NaN] = numbers;
  const isCounting = numbers.every((number, index) => number === first + index);
  return isCounting && (lines.length > 1 || first === 1);
}

/** All repetitions of white space have bounds, or the pattern may take for ever. */
const RELAY_STATE =
  /^[ \t]{0,99}["']?RelayState["']?[ \t]{0,9}[:=\t\n]\s{0,99}["']?(\S+?)["']?,?[ \t]{0,99}$/m;

/** Takes the relay state off, where the field is shown beside that of the response. */
function withoutRelayState(text: string): Clipboard {
  const found = RELAY_STATE.exec(text);
  if (!found || !/^[ \t]{0,99}["']?SAMLResponse\b/m.test(text)) return { text };
  return { text: text.replace(found[0], ""), relayState: found[1] ?? "" };
}
