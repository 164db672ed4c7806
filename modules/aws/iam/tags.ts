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
    : "is not a tag key: 1 to 128 letters, digits, blanks and _.:/=+-@; rename the tag";
}

export function tagValueProblem(value: string): string | undefined {
  return TAG_VALUE_PATTERN.test(value)
    ? undefined
    : "is not a tag value: up to 256 letters, digits, blanks and _.:/=+-@; change it";
}
