import type { IConstruct } from "constructs";

/**
 * Throws when there are problems.
 *
 * @throws Error that has a line `<path of the construct>: <problem>` for each problem
 */
export function refuse(construct: IConstruct, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new Error(problems.map((problem) => `${construct.node.path}: ${problem}`).join("\n"));
}
