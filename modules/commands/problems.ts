import { formatProblem, type Problem } from "../config";
import { renderEntry } from "./entry";
import { type Rendering, terminal } from "./terminal";

/** Renders a problem as `error: config/workshop.yaml:4:15 ...`, its severity in colour. */
export function renderProblem(problem: Problem, rendering: Rendering): string {
  const { severity } = problem;
  const text = formatProblem(problem).slice(severity.length + 2);
  const style = severity === "error" ? "red" : "yellow";
  return renderEntry(`${severity}:`, text, { rendering, style, indent: 2 });
}

/** Writes problems to standard error. */
export function printProblems(problems: readonly Problem[]): void {
  const rendering = terminal(process.stderr);
  for (const problem of problems) console.error(renderProblem(problem, rendering));
}
