import { join } from "node:path";

import type { App } from "cdktf";

import { type BackendSettings, type InstanceSettings, statePath, withOwnState } from "../../config";
import type { HandoffValues } from "../console-sheet";
import type { TerraformJson } from "../hcl";
import { AssignmentsStack } from "./assignments-stack";
import { FederationStack } from "./federation-stack";
import type { InstanceStack } from "./instance-stack";
import { newApp } from "./new-app";
import { PeopleStack } from "./people-stack";
import { stackHcl } from "./stack-hcl";
import { withSameState } from "./state";

/** An instance and the stacks that were made for it. */
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
  /** Content of each file with the stacks, by its path in the output folder, with slashes. */
  readonly files: Readonly<Record<string, string>>;
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

/** Result of `synthesize`. */
export interface Synthesis {
  /** CDKTF's output folder, in which the files belong. */
  readonly outdir: string;
  readonly instances: readonly SynthesizedInstance[];
  /** Content of `manifest.json`, from which the CDKTF CLI knows the stacks. */
  readonly manifest: string;
}

/** Options of `synthesize`. */
export interface SynthesizeOptions {
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
  /** Called with what is being done, for those who wait. */
  readonly tell?: (what: string) => void;
}

/** Makes the stacks of every instance, and writes nothing to the output folder. */
export function synthesize(
  instances: readonly InstanceSettings[],
  { outdir = "cdktf.out", hcl = false, tell }: SynthesizeOptions = {},
): Synthesis {
  const app = newApp();
  const made = ({ node: { id } }: InstanceStack, given: BackendSettings, own: BackendSettings) => {
    const folder = join(outdir, "stacks", id);
    const state = statePath(own, id);
    return {
      name: id,
      file: join(folder, "cdk.tf.json"),
      ...(hcl && { hcl: join(outdir, "hcl", id) }),
      ...(state !== undefined && { state: join(folder, state) }),
      hasOwnState: own !== given,
    };
  };
  const synthesized = instances.map((given, index): SynthesizedInstance => {
    tell?.(`${given.name}, ${String(index + 1)} of ${String(instances.length)}`);
    const settings = { ...given, backend: withOwnState(given.backend, outdir) };
    const federation = new FederationStack(app, settings);
    const assignments = AssignmentsStack.isDue(settings)
      ? new AssignmentsStack(app, settings)
      : undefined;
    const people = PeopleStack.isDue(settings) ? new PeopleStack(app, settings) : undefined;
    const stacks = [federation, ...(assignments ? [assignments] : []), ...(people ? [people] : [])];
    return {
      settings,
      values: federation.values,
      federation: made(federation, given.backend, settings.backend),
      ...(assignments && { assignments: made(assignments, given.backend, settings.backend) }),
      ...(people && { people: made(people, given.backend, settings.backend) }),
      files: Object.assign({}, ...stacks.map((stack) => filesOf(app, stack, hcl))) as Files,
    };
  });
  return { outdir, instances: synthesized, manifest: stable(app.manifest.buildManifest()) };
}

type Files = Readonly<Record<string, string>>;

/** What `app.synth()` would write for a stack, and the stack as HCL. */
function filesOf({ manifest }: App, stack: InstanceStack, hcl: boolean): Files {
  stack.prepareStack();
  stack.runAllValidations();
  const { id } = stack.node;
  const json = JSON.parse(JSON.stringify(stack.toTerraform())) as TerraformJson;
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
