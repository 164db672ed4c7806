import { code, type Text, text } from "../../../text";

/** Region of IAM Identity Center. */
export interface Region {
  readonly code: string;
  /** `true` when it is only that of the Amazon Connect instance. */
  readonly isGuessed: boolean;
}

/** Names a region, and says of a guess how to replace it. */
export function regionText(region: Region): Text {
  const name = code(region.code);
  return region.isGuessed
    ? text`${name} (a guess: set ${code("identityCenter.region")} to the right one)`
    : [name];
}
