import { type IResolveContext, Lazy, Token, Tokenization } from "cdktf";

/** A policy: its texts are templates in which there are no quotes, as `literal` returns them. */
type Policy = string | readonly Policy[] | { readonly [key: string]: Policy };

/**
 * Writes a policy as JSON that Terraform makes: `${jsonencode({"Version" = "2012-10-17"})}`.
 *
 * CDKTF's `Fn.jsonencode` resolves each part again for every level above it, of which a policy has five,
 * and escapes what is escaped already.
 */
export function jsonencode(policy: Policy): string {
  return Lazy.stringValue({ produce: (context) => `\${jsonencode(${written(policy, context)})}` });
}

function written(part: Policy, context: IResolveContext): string {
  if (typeof part === "string" || Token.isUnresolved(part)) {
    const resolved = context.resolve(part) as Policy;
    if (typeof resolved !== "string") return written(resolved, context);
    const [, expression] = (isToken(part) && /^\$\{((?:(?!\$\{).)*)\}$/s.exec(resolved)) || [];
    return expression ?? `"${resolved}"`;
  }
  if (isList(part)) return `[${part.map((one) => written(one, context)).join(", ")}]`;
  const entries = Object.entries(part).map(([key, own]) => `"${key}" = ${written(own, context)}`);
  return `{${entries.join(", ")}}`;
}

/** Recognizes a token without text around it. */
function isToken(part: Policy): boolean {
  if (typeof part !== "string") return true;
  const { length, tokens } = Tokenization.reverseString(part);
  return length === 1 && tokens.length === 1;
}

function isList(part: Policy): part is readonly Policy[] {
  return Array.isArray(part);
}
