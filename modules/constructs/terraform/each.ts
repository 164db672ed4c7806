import {
  type MapTerraformIterator,
  ref,
  type TerraformDataSource,
  TerraformIterator,
  TerraformLocal,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";

import { literal } from "./literal";

/**
 * One resource or data source with an instance for every key, so that Terraform's addresses have
 * the names that people use: `data.aws_identitystore_group.existing["ConnectAgents"]`. Without keys
 * there is no resource.
 *
 * Terraform evaluates `for_each`, and every resource that an expression names, again for each
 * instance. So the keys, and the attributes that others read, are in locals, which it evaluates
 * once: otherwise the time of a plan grows with the square of the number of keys.
 */
export class Each {
  private readonly resource: TerraformResource | TerraformDataSource | undefined;
  private readonly attributes = new Map<string, TerraformLocal>();

  /**
   * @param id names the locals: plural, `created-groups`, and `created-group-ids` of the
   * attribute `group_id`
   * @param values values by key; `make` reads them as `forEach.key` and `forEach.value`
   * @param make creates the one resource
   */
  public constructor(
    private readonly scope: Construct,
    private readonly id: string,
    private readonly values: Readonly<Record<string, unknown>>,
    make: (forEach: MapTerraformIterator) => TerraformResource | TerraformDataSource,
  ) {
    const entries = Object.entries(values).map(([key, value]) => [literal(key), value]);
    if (entries.length === 0) return;
    const local = new TerraformLocal(scope, id, Object.fromEntries(entries));
    this.resource = make(TerraformIterator.fromMap(local.asAnyMap));
  }

  /** Returns an attribute of a key's instance; `undefined` when there is no such key. */
  public attribute(key: string, name: string): string | undefined {
    if (!this.resource || !Object.hasOwn(this.values, key)) return undefined;
    const local = this.attributes.get(name) ?? this.all(this.resource, name);
    this.attributes.set(name, local);
    // Not a token, since every token keeps the stack trace of its creation.
    const index = Token.isUnresolved(key) ? key : literal(JSON.stringify(key));
    return `\${local.${local.friendlyUniqueId}[${index}]}`;
  }

  /** Local that has the attribute of every instance, by its key. */
  private all(resource: TerraformResource | TerraformDataSource, name: string): TerraformLocal {
    const instances = TerraformIterator.fromResources(resource);
    return new TerraformLocal(
      this.scope,
      // Only the end of the attribute's name, so that "group" is not repeated.
      `${this.id.replace(/s$/, "")}-${name.replace(/^.*_/, "")}s`,
      instances.forExpressionForMap("key", `val.${name}`),
    );
  }
}

/**
 * Makes a token of an attribute that `Each` returned, for use by others: in another stack, or in a function of
 * CDKTF. IDs that are known are returned unchanged.
 */
export function asToken(attribute: string, scope: Construct): string {
  const [, expression] = /^\$\{(local\..*)\}$/s.exec(attribute) ?? [];
  return expression === undefined
    ? attribute
    : Token.asString(ref(expression, TerraformStack.of(scope)));
}

/** Map in which the value of every key is the key itself. */
export function keys(names: Iterable<string>): Record<string, string> {
  return Object.fromEntries([...names].map((name) => [name, literal(name)]));
}
