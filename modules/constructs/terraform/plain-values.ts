import { Token } from "cdktf";

import { tagKeyProblem, tagValueProblem } from "../../aws/iam";

/** What a rule says of a property's value. Tokens pass: Terraform and AWS judge them. */
export function judged(
  property: string,
  value: string | undefined,
  problem: (value: string) => string | undefined,
): string[] {
  if (value === undefined || Token.isUnresolved(value)) return [];
  const message = problem(value);
  return message === undefined ? [] : [`${property}: ${JSON.stringify(value)} ${message}`];
}

export function judgedTags(tags: Readonly<Record<string, string>> | undefined): string[] {
  if (tags === undefined || Token.isUnresolved(tags)) return [];
  return Object.entries(tags).flatMap(([key, value]) => [
    ...judged("tags", key, tagKeyProblem),
    ...judged(`tags.${key}`, value, tagValueProblem),
  ]);
}
