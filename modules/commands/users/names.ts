/** Names and IDs of things of one kind in an instance. */
export class Names {
  private readonly ids: ReadonlyMap<string, string>;
  private readonly names: ReadonlyMap<string, string>;

  public constructor(named: readonly (readonly [id: string, name: string])[]) {
    this.names = new Map(named);
    this.ids = new Map(named.map(([id, name]) => [name, id]));
  }

  /** Returns the ID of a name; an ID is taken as it is. */
  public id(nameOrId: string): string | undefined {
    return this.ids.get(nameOrId) ?? (this.names.has(nameOrId) ? nameOrId : undefined);
  }

  /** Returns the name of an ID, or the ID itself where its name is not known. */
  public name(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** Returns every name. */
  public all(): readonly string[] {
    return [...this.ids.keys()];
  }
}

/** Names in an instance that users refer to. */
export interface InstanceNames {
  readonly routingProfiles: Names;
  readonly securityProfiles: Names;
  /** Hierarchy groups by their paths. */
  readonly hierarchyGroups: Names;
}
