import { tagCountProblem, tagKeyProblem, tagKeyTwinProblems } from "../../aws/iam";
import type { ConfigSource, KeyPath, Problem } from "../source";

/**
 * Checks the keys of tags, and how many they are.
 *
 * @param others number of tags that the same resource has from elsewhere
 */
export function checkTags(
  source: ConfigSource,
  path: KeyPath,
  tags: Readonly<Record<string, unknown>> | undefined,
  others = 0,
): Problem[] {
  const keys = Object.keys(tags ?? {});
  if (keys.length === 0) return [];
  const twins = tagKeyTwinProblems(keys);
  const tooMany = tagCountProblem(keys.length + others);
  return [
    ...keys.flatMap((key) => {
      const message = twins.get(key) ?? tagKeyProblem(key);
      return message === undefined ? [] : [source.keyProblem([...path, key], message)];
    }),
    ...(tooMany === undefined ? [] : [source.problem(path, tooMany)]),
  ];
}
