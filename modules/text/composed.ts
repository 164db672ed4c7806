import { codePoints } from "./look-alikes";

/**
 * Says that Terraform would change a text, since it replaces characters by equal ones (Unicode's form
 * NFC); `undefined` when it would not.
 */
export function composedProblem(text: string): string | undefined {
  const composed = text.normalize("NFC");
  if (composed === text) return undefined;
  // Made only here: it takes as long to load as all of this program's rules together.
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const characters = [...segments].map(({ segment }) => segment);
  const changed = characters.find((one) => one !== one.normalize("NFC")) ?? text;
  return `has ${codePoints(changed)}, which Terraform would replace by ${codePoints(changed.normalize("NFC"))}; write ${JSON.stringify(composed)}`;
}
