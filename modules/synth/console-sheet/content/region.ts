import { code, type Text, text } from "../../../text";

/** Region of IAM Identity Center. */
export interface Region {
  readonly code: string;
  /** `true` when it is only that of the Amazon Connect instance. */
  readonly isGuessed: boolean;
}

/** Names a region, and says of a guess that it is one. */
export function regionText(region: Region): Text {
  return region.isGuessed ? text`${code(region.code)} (a guess)` : [code(region.code)];
}

/** Says what a guess means to whoever is at the console; nothing of a region that is known. */
export function guessText({ isGuessed }: Region): Text {
  return isGuessed
    ? text` If the console says that Identity Center is in another region, switch to that one there: the values to enter there stay the same. Name it to the person at the terminal.`
    : [];
}
