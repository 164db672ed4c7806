import { basename, extname } from "node:path";

import { nearest } from "../../text";

/**
 * Says which file was probably meant by a path at which there is none: one whose name is almost the same or
 * begins with it, as "agent.xml.xml" does, or the only one. `undefined` when there is none.
 *
 * @param beside names of the files that it may be
 */
export function misnamed(path: string, beside: readonly string[]): string | undefined {
  const name = basename(path);
  const stem = basename(name, extname(name)).toLowerCase();
  const [first, ...others] = beside;
  const meant =
    nearest(name, beside) ??
    beside.find((one) => one.toLowerCase().startsWith(stem)) ??
    (others.length === 0 ? first : undefined);
  return meant === undefined
    ? undefined
    : `${JSON.stringify(meant)} is there; if that is it, rename it to ${JSON.stringify(name)}, or name it here`;
}
