import { TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { isLibrary, LIBRARIES, type Library } from "./libraries";

/** Where jsii leaves the name of a class that it compiled: `cdktf.TerraformStack`. */
const RTTI = Symbol.for("jsii.rtti");

/** Library of these constructs: CDKTF, or CDK Terrain in what the build writes for it. */
const OWN = libraryOf(TerraformStack.prototype);

/**
 * Returns a scope, in which constructs of this library can be made: among constructs of the other one,
 * synthesis would end with a TypeError from within.
 *
 * @throws Error when the scope, a scope above it, or a construct directly in its stack is of the other
 * library
 */
export function ofSameLibrary(scope: Construct): Construct {
  // Anything that is not a construct is refused by the class that takes it.
  if (OWN === undefined || !Construct.isConstruct(scope)) return scope;
  const { scopes } = scope.node;
  const stack = scopes.find((one) => TerraformStack.isStack(one));
  for (const construct of [...[...scopes].reverse(), ...(stack?.node.children ?? [])]) {
    const library = libraryOf(construct);
    if (library !== undefined && library !== OWN) {
      const path = construct.node.path || construct.constructor.name;
      throw new Error(`${path}: ${mixedProblem(library, OWN)}`);
    }
  }
  return scope;
}

/** Finds the library that has the class of a construct, or a class which that one extends. */
function libraryOf(construct: object): Library | undefined {
  let part: object | null = construct;
  for (; part !== null; part = Object.getPrototypeOf(part) as object | null) {
    const [library = ""] = (part.constructor as Compiled)[RTTI]?.fqn.split(".") ?? [];
    if (isLibrary(library)) return library;
  }
  return undefined;
}

interface Compiled {
  readonly [RTTI]?: { readonly fqn: string };
}

function mixedProblem(library: Library, own: Library): string {
  const all = (one: Library) =>
    `"${one}", "@${one}/provider-aws" and "${LIBRARIES[one].constructs}"`;
  return `is a construct of ${LIBRARIES[library].title}, and "${LIBRARIES[own].constructs}" makes those of ${LIBRARIES[own].title}, which cannot be synthesized together; import everything from ${all("cdktn")}, or everything from ${all("cdktf")}`;
}
