import { Document, visit } from "yaml";

import { INVISIBLE } from "../text";

/** Writes lines of a config; a character that cannot be seen is written as YAML escapes it. */
export function yamlText(value: object): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, scalar) {
      // `search` starts from the first character, unlike `test` with a global expression. A config may
      // merge mappings, where << without quotes is not a name.
      if (scalar.value === "<<" || String(scalar.value).search(INVISIBLE) >= 0)
        scalar.type = "QUOTE_DOUBLE";
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedAsJSON: true })
    .split("\n")
    .map((line) => line.replace(INVISIBLE, escaped))
    .join("\n");
}

/** Escapes a character as in quotes of YAML. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
