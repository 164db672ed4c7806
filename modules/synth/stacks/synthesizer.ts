import { join } from "node:path";

import type { App } from "cdktf";

import { type BackendSettings, type InstanceSettings, statePath, withOwnState } from "../../config";
import type { HandoffValues } from "../console-sheet";
import { AssignmentsStack } from "./assignments-stack";
import { FederationStack } from "./federation-stack";
import type { InstanceStack } from "./instance-stack";
import { newApp } from "./new-app";
import { PeopleStack } from "./people-stack";
import { stackHcl } from "./stack-hcl";
import { withSameState } from "./state";

/** An instance, and where the stacks belong that were made for it. */
export interface SynthesizedInstance {
  /** Settings from the config, with its defaults. */
  readonly settings: InstanceSettings;
  /** Values for the console, by application. */
  readonly values: Readonly<Record<string, HandoffValues>>;
  readonly federation: SynthesizedStack;
  /** Stack with the assignments, if the ARN of at least one application is known. */
  readonly assignments?: SynthesizedStack;
  /** Stack with the users who are members of groups, if the config names such groups. */
  readonly people?: SynthesizedStack;
}

/** A stack, and where its Terraform is written. */
export interface SynthesizedStack {
  /** Name of the stack: `<instance>-federation`, `-assignments` or `-people`. */
  readonly name: string;
  /** File with the Terraform JSON. */
  readonly file: string;
  /** Folder with the same stack as HCL, if HCL was requested. */
  readonly hcl?: string;
  /** State file, where the state is kept in a file. */
  readonly state?: string;
  /** True where that is this output folder's own, since the config names none. */
  readonly hasOwnState: boolean;
}

/** Lists the stacks of an instance, in the order in which they are deployed. */
export function stacksOf({
  federation,
  assignments,
  people,
}: SynthesizedInstance): SynthesizedStack[] {
  return [federation, ...(assignments ? [assignments] : []), ...(people ? [people] : [])];
}

/** Options of `Synthesizer`. */
export interface SynthesizerOptions {
  /**
   * Path of CDKTF's output folder.
   *
   * @default "cdktf.out"
   */
  readonly outdir?: string;
  /**
   * Set to `true` to make the stacks as HCL too, each for its own folder: Terraform reads every file
   * of a folder, and JSON next to HCL would declare every resource twice.
   *
   * @default false
   */
  readonly hcl?: boolean;
}

/** Content of files, by their paths in the output folder, with slashes. */
type Files = Readonly<Record<string, string>>;

/**
 * Makes the stacks of instances, one instance after the other, and writes nothing to the output folder.
 * Each has an app of its own, so that memory holds one of them at a time.
 */
export class Synthesizer {
  /** CDKTF's output folder, in which the files belong. */
  private readonly outdir: string;
  private readonly hcl: boolean;
  /** What CDKTF says of all stacks. */
  private readonly all: { version?: string; stacks: object } = { stacks: {} };

  public constructor({ outdir = "cdktf.out", hcl = false }: SynthesizerOptions = {}) {
    this.outdir = outdir;
    this.hcl = hcl;
  }

  /** Content of `manifest.json`, from which the CDKTF CLI knows the stacks that were made. */
  public get manifest(): string {
    return stable(this.all);
  }

  /** Makes the stacks of an instance. */
  public make(given: InstanceSettings): { instance: SynthesizedInstance; files: Files } {
    const app = newApp();
    const settings = { ...given, backend: withOwnState(given.backend, this.outdir) };
    const federation = new FederationStack(app, settings);
    const assignments = AssignmentsStack.isDue(settings)
      ? new AssignmentsStack(app, settings)
      : undefined;
    const people = PeopleStack.isDue(settings) ? new PeopleStack(app, settings) : undefined;
    const stacks = [federation, ...(assignments ? [assignments] : []), ...(people ? [people] : [])];
    const files = Object.assign({}, ...stacks.map((one) => filesOf(app, one, this.hcl))) as Files;
    const { version, stacks: made } = app.manifest.buildManifest();
    this.all.version = version;
    Object.assign(this.all.stacks, made);
    const placed = (stack: InstanceStack) => this.placed(stack, given.backend, settings.backend);
    const instance = {
      settings,
      values: federation.values,
      federation: placed(federation),
      ...(assignments && { assignments: placed(assignments) }),
      ...(people && { people: placed(people) }),
    };
    return { instance, files };
  }

  private placed(
    { node: { id } }: InstanceStack,
    given: BackendSettings,
    own: BackendSettings,
  ): SynthesizedStack {
    const folder = join(this.outdir, "stacks", id);
    const state = statePath(own, id);
    return {
      name: id,
      file: join(folder, "cdk.tf.json"),
      ...(this.hcl && { hcl: join(this.outdir, "hcl", id) }),
      ...(state !== undefined && { state: join(folder, state) }),
      hasOwnState: own !== given,
    };
  }
}

/** What `app.synth()` would write for a stack, and the stack as HCL. */
function filesOf({ manifest }: App, stack: InstanceStack, hcl: boolean): Files {
  stack.prepareStack();
  stack.runAllValidations();
  const { id } = stack.node;
  const json = stack.toTerraform();
  const written = hcl ? stackHcl(stack, withSameState(json, id)) : {};
  return {
    [manifest.forStack(stack).synthesizedStackPath]: stable(json),
    ...Object.fromEntries(
      Object.entries(written).map(([name, content]) => [`hcl/${id}/${name}`, content]),
    ),
  };
}

/** Writes JSON as CDKTF does, with the keys of every object in order. */
function stable(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    2,
  );
}
