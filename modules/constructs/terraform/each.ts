import {
  type MapTerraformIterator,
  type TerraformDataSource,
  TerraformIterator,
  TerraformLocal,
  type TerraformResource,
  Token,
} from "cdktf";
import type { Construct } from "constructs";

import { literal } from "./literal";

/**
 * One resource or data source with an instance for every key, so that Terraform's addresses say
 * what people call it: `data.aws_identitystore_group.existing["ConnectAgents"]`. Without keys there
 * is none.
 *
 * Terraform evaluates `for_each`, and every resource that an expression names, anew for each
 * instance. So the keys, and what others read of the instances, stand in locals, which it evaluates
 * once: otherwise the time of a plan grows with the square of the keys.
 */
export class Each {
  private readonly resource: TerraformResource | TerraformDataSource | undefined;
  private readonly attributes = new Map<string, TerraformLocal>();

  /**
   * @param id names the locals: plural, `created-groups`, and `created-group-ids` of the
   * attribute `group_id`
   * @param values by key; the maker reads them as `forEach.key` and `forEach.value`
   * @param make makes the one resource
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

  /** An attribute of a key's instance; `undefined` when there is no such key. */
  public attribute(key: string, name: string): string | undefined {
    if (!this.resource || !Object.hasOwn(this.values, key)) return undefined;
    const local = this.attributes.get(name) ?? this.all(this.resource, name);
    this.attributes.set(name, local);
    // Not a token, of which each would keep the stack trace of its making.
    const index = Token.isUnresolved(key) ? key : literal(JSON.stringify(key));
    return `\${local.${local.friendlyUniqueId}[${index}]}`;
  }

  /** The attribute of every instance, by its key. */
  private all(resource: TerraformResource | TerraformDataSource, name: string): TerraformLocal {
    const instances = TerraformIterator.fromResources(resource);
    return new TerraformLocal(
      this.scope,
      // Not the attribute's whole name, which says "group" again.
      `${this.id.replace(/s$/, "")}-${name.replace(/^.*_/, "")}s`,
      instances.forExpressionForMap("key", `val.${name}`),
    );
  }
}

/** Keys whose values are the keys themselves. */
export function keys(names: Iterable<string>): Record<string, string> {
  return Object.fromEntries([...names].map((name) => [name, literal(name)]));
}
