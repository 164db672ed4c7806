import { Token } from "cdktf";

import { mapTexts } from "../../text";
import { literal } from "./literal";

/** Returns the argument `tags` of a resource; nothing without tags. */
export function tagged(tags: Readonly<Record<string, string>> | undefined): {
  tags?: Record<string, string>;
} {
  if (!tags || Object.keys(tags).length === 0) return {};
  return { tags: Token.isUnresolved(tags) ? tags : mapTexts(tags, literal) };
}
