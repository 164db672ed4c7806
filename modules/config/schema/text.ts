import * as z from "zod";

/** Schema of a text that a rule checks; editors can check only the pattern. */
export function text(problem: (value: string) => string | undefined, pattern?: RegExp) {
  return z
    .string()
    .superRefine((value, context) => {
      const message = problem(value);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .meta(pattern ? { pattern: pattern.source } : {});
}

/**
 * Schema of keys that users choose. Zod would not check the values below a bad one, so the keys are
 * checked separately.
 */
export function key(pattern: RegExp) {
  return z.string().meta({ pattern: pattern.source });
}
