const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Says that Terraform would change a text, since it replaces characters by equal ones (Unicode's form
 * NFC); `undefined` when it would not.
 */
export function composedProblem(text: string): string | undefined {
  const composed = text.normalize("NFC");
  if (composed === text) return undefined;
  const characters = [...CHARACTERS.segment(text)].map(({ segment }) => segment);
  const changed = characters.find((one) => one !== one.normalize("NFC")) ?? text;
  return `has ${codes(changed)}, which Terraform would replace by ${codes(changed.normalize("NFC"))}; write ${JSON.stringify(composed)}`;
}

/** Names characters by their code points, since both forms look the same. */
function codes(characters: string): string {
  return Array.from(characters, (one) => {
    const code = one.codePointAt(0)?.toString(16).toUpperCase() ?? "";
    return `U+${code.padStart(4, "0")}`;
  }).join(" ");
}
