import { z } from "zod";

/** Text that a rule judges; the pattern is what editors can judge of it. */
export function text(problem: (value: string) => string | undefined, pattern?: RegExp) {
  return z
    .string()
    .superRefine((value, context) => {
      const message = problem(value);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta(pattern ? { pattern: pattern.source } : {});
}
