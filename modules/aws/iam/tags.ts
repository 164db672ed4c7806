import { composedProblem, twins } from "../../text";

/**
 * Number of tags that one resource can have.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
export const TAG_LIMIT = 50;
/** Characters of tag keys and values, as the inside of brackets in a regular expression. */
const TAG_CHARACTERS = "\\p{L}\\p{Z}\\p{N}_.:/=+\\-@";
/** Form of a tag key: 1 to 128 characters, not starting with `aws:`. */
export const TAG_KEY_PATTERN = new RegExp(`^(?!aws:)[${TAG_CHARACTERS}]{1,128}$`, "iu");
/** Form of a tag value: up to 256 characters. */
export const TAG_VALUE_PATTERN = new RegExp(`^[${TAG_CHARACTERS}]{0,256}$`, "u");

/** Says what is wrong with a tag key; `undefined` when nothing is. */
export function tagKeyProblem(key: string): string | undefined {
  if (/^aws:/i.test(key)) return 'starts with "aws:", which AWS reserves; rename the tag';
  return TAG_KEY_PATTERN.test(key)
    ? composedProblem(key)
    : "is not a valid tag key; a tag key has 1 to 128 letters, digits, spaces and _.:/=+-@; rename the tag";
}

/**
 * Finds the tag keys that differ from an earlier one only in upper and lower case, and returns a
 * message for each, by key. IAM treats them as the same; Amazon Connect distinguishes case.
 */
export function tagKeyTwinProblems(keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    twins(keys, (key) => key.toLowerCase()).map(({ item, first }) => [
      item,
      `is the tag ${JSON.stringify(first)} with different upper and lower case, which IAM treats as the same tag; remove one`,
    ]),
  );
}

/** Says what is wrong with the number of a resource's tags; `undefined` when nothing is. */
export function tagCountProblem(count: number): string | undefined {
  return count > TAG_LIMIT
    ? `has ${String(count)} tags; AWS takes up to ${String(TAG_LIMIT)}; remove some`
    : undefined;
}

/** Says what is wrong with a tag value; `undefined` when nothing is. */
export function tagValueProblem(value: string): string | undefined {
  return TAG_VALUE_PATTERN.test(value)
    ? composedProblem(value)
    : "is not a valid tag value; a tag value has up to 256 letters, digits, spaces and _.:/=+-@; change it";
}
