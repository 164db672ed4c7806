import { type TerraformElement, TerraformStack } from "cdktf";

/** Paths of the elements that have a name of their own, by that name: CDKTF would keep the last of each. */
const NAMED = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Gives an output or a variable its name in Terraform, without CDKTF's path and hash.
 *
 * @throws Error when another in the same stack has this name
 */
export function named<T extends TerraformElement>(
  element: T,
  kind: "output" | "variable",
  name: string,
): T {
  const stack = TerraformStack.of(element);
  const names = NAMED.get(stack) ?? new Map<string, string>();
  NAMED.set(stack, names);
  const other = names.get(`${kind} ${name}`);
  if (other !== undefined) {
    throw new Error(
      `${element.node.path}: the stack has the ${kind} ${name} already, from ${other}; give the application another key, or use another stack for it`,
    );
  }
  names.set(`${kind} ${name}`, element.node.path);
  element.overrideLogicalId(name);
  return element;
}

/** Says why an application's key cannot be part of such a name; `undefined` when it can. */
export function nameKeyProblem(key: string): string | undefined {
  return /^[A-Za-z]\w*$/.test(key)
    ? undefined
    : "cannot be part of a name in Terraform, which starts with a letter and has only letters, digits and _; rename the application";
}
