import { randomUUID } from "node:crypto";

import { ServiceError } from "./service";

const LEVELS = ["LevelOne", "LevelTwo", "LevelThree", "LevelFour", "LevelFive"];

interface Group {
  readonly id: string;
  readonly path: string;
}

/** The hierarchy groups of an Amazon Connect instance. */
export class Hierarchy {
  private readonly groups: readonly Group[];

  public constructor(
    private readonly instanceArn: string,
    paths: readonly string[],
  ) {
    this.groups = paths.map((path) => ({ id: randomUUID(), path }));
  }

  public path(id: string): string | undefined {
    return this.groups.find((group) => group.id === id)?.path;
  }

  public id(path: string): string | undefined {
    return this.groups.find((group) => group.path === path)?.id;
  }

  public ids(): readonly string[] {
    return this.groups.map(({ id }) => id);
  }

  public summaries() {
    return this.groups.map((group) => this.summary(group));
  }

  /** A group with the way to it, which ends with the group itself. */
  public group(id: string) {
    const group = this.groups.find((one) => one.id === id);
    if (!group) {
      throw new ServiceError("ResourceNotFoundException", `There is no group ${id}`, 404);
    }
    const names = group.path.split("/");
    const levels = names.flatMap((_, index) => {
      const path = names.slice(0, index + 1).join("/");
      const own = this.groups.find((one) => one.path === path);
      return own ? [[LEVELS[index], this.summary(own)]] : [];
    });
    return {
      ...this.summary(group),
      LevelId: String(names.length),
      HierarchyPath: Object.fromEntries(levels) as object,
    };
  }

  private summary({ id, path }: Group) {
    return {
      Id: id,
      Arn: `${this.instanceArn}/agent-group/${id}`,
      Name: path.split("/").at(-1),
    };
  }
}
