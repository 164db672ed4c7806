import { visible } from "../../text";

/** A mistake in a config file, or in a file that it names. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Path of the file, relative to the working folder when it is in it. */
  readonly file: string;
  /** Line in the file, counted from 1. */
  readonly line?: number;
  /** Column in the line, counted from 1. */
  readonly column?: number;
  /** Keys that lead to the value, such as `applications.agent.roleName`. */
  readonly keyPath?: string;
  /** The value, the rule it breaks, and what to do, in one line. */
  readonly message: string;
}

/**
 * Writes a problem as `error: config/workshop.yaml:4:15 applications.agent.roleName: ...`, which
 * editors make clickable.
 */
export function formatProblem(problem: Problem): string {
  const { severity, file, keyPath, message } = problem;
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const subject = keyPath ? `${keyPath}: ` : "";
  return visible(`${severity}: ${place} ${subject}${message}`);
}

/** Sorts errors before warnings, and each of them by place. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    Number(a.severity === "warning") - Number(b.severity === "warning") ||
    compare(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
