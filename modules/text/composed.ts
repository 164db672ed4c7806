import { codePoints } from "./look-alikes";

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
  return `has ${codePoints(changed)}, which Terraform would replace by ${codePoints(changed.normalize("NFC"))}; write ${JSON.stringify(composed)}`;
}
