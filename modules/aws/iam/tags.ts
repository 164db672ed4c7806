import { twins } from "../../text";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
export const TAG_LIMIT = 50;
/** As the inside of a regular expression's brackets. */
export const TAG_CHARACTERS = "\\p{L}\\p{Z}\\p{N}_.:/=+\\-@";
export const TAG_KEY_PATTERN = new RegExp(`^(?!aws:)[${TAG_CHARACTERS}]{1,128}$`, "iu");
export const TAG_VALUE_PATTERN = new RegExp(`^[${TAG_CHARACTERS}]{0,256}$`, "u");

export function tagKeyProblem(key: string): string | undefined {
  if (/^aws:/i.test(key)) return 'starts with "aws:", which AWS keeps for itself; rename the tag';
  return TAG_KEY_PATTERN.test(key)
    ? undefined
    : "is not a tag key: 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag";
}

/**
 * Says which keys of tags are those of earlier tags but for upper and lower case, by key. IAM takes
 * them for the same; Amazon Connect tells them apart.
 */
export function tagKeyTwinProblems(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    twins(keys, (key) => key.toLowerCase()).map(({ item, first }) => [
      item,
      `is the tag ${JSON.stringify(first)} with different upper and lower case, which IAM takes for the same; remove one`,
    ]),
  );
}

/** Says what is wrong with the number of a resource's tags; `undefined` when nothing is. */
export function tagCountProblem(count: number): string | undefined {
  return count > TAG_LIMIT
    ? `has ${String(count)} tags; AWS takes up to ${String(TAG_LIMIT)}; remove some`
    : undefined;
}

export function tagValueProblem(value: string): string | undefined {
  return TAG_VALUE_PATTERN.test(value)
    ? undefined
    : "is not a tag value: up to 256 letters, digits, spaces and _.:/=+-@; change it";
}
