import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { App } from "cdktf";

import type { InstanceSettings } from "../../config";
import type { HandoffValues } from "../console-sheet";
import type { TerraformJson } from "../hcl";
import { removeEmpty, removeOthers, writeFiles } from "../output-folder";
import { AssignmentsStack } from "./assignments-stack";
import { FederationStack } from "./federation-stack";
import type { InstanceStack } from "./instance-stack";
import { stackHcl } from "./stack-hcl";
import { withSameState } from "./state";

/** An instance and the stacks that were written for it. */
export interface SynthesizedInstance {
  /** Settings from the config, with its defaults. */
  readonly settings: InstanceSettings;
  /** Values for the console, by application. */
  readonly values: Readonly<Record<string, HandoffValues>>;
  readonly federation: SynthesizedStack;
  /** Stack with the assignments, if the ARN of at least one application is known. */
  readonly assignments?: SynthesizedStack;
}

/** A stack that was written. */
export interface SynthesizedStack {
  /** Name of the stack: `<instance>-federation` or `<instance>-assignments`. */
  readonly name: string;
  /** File with the Terraform JSON. */
  readonly file: string;
  /** Folder with the same stack as HCL, if HCL was requested. */
  readonly hcl?: string;
}

/** Folders of stacks that the config no longer has. */
export interface StaleStacks {
  /** Folders that were removed, each with the state file of the stack if there is one. */
  readonly removed: readonly { readonly folder: string; readonly state?: string }[];
  /** Folders that were kept, since they hold state. */
  readonly kept: readonly string[];
}

/** Result of `synthesize`. */
export interface Synthesis {
  /** CDKTF's output folder. */
  readonly outdir: string;
  readonly instances: readonly SynthesizedInstance[];
  readonly stale: StaleStacks;
}

/** Options of `synthesize`. */
export interface SynthesizeOptions {
  /**
   * Set to `true` to write the stacks as HCL too, each to its own folder: Terraform reads every file
   * of a folder, and JSON next to HCL would declare every resource twice.
   *
   * @default false
   */
  readonly hcl?: boolean;
}

/** Writes the stacks of every instance to CDKTF's output folder, and removes stale ones. */
export function synthesize(
  instances: readonly InstanceSettings[],
  { hcl = false }: SynthesizeOptions = {},
): Synthesis {
  const outdir = process.env["CDKTF_OUTDIR"];
  if (outdir) mkdirSync(outdir, { recursive: true }); // CDKTF itself creates only the last folder
  const app = new App({ stackTraces: false });
  const written = ({ node: { id } }: InstanceStack): SynthesizedStack => ({
    name: id,
    file: join(app.outdir, "stacks", id, "cdk.tf.json"),
    ...(hcl && { hcl: join(app.outdir, "hcl", id) }),
  });
  const stacks: InstanceStack[] = [];
  const synthesized = instances.map((settings): SynthesizedInstance => {
    const federation = new FederationStack(app, settings);
    const assignments = AssignmentsStack.isDue(settings)
      ? new AssignmentsStack(app, settings)
      : undefined;
    stacks.push(federation, ...(assignments ? [assignments] : []));
    return {
      settings,
      values: federation.values,
      federation: written(federation),
      ...(assignments && { assignments: written(assignments) }),
    };
  });
  app.synth();
  const keptHcl = writeHcl(join(app.outdir, "hcl"), hcl ? stacks : []);
  const { removed, kept } = removeStaleStacks(
    app.outdir,
    stacks.map(({ node }) => node.id),
  );
  return {
    outdir: app.outdir,
    instances: synthesized,
    stale: { removed, kept: [...kept, ...keptHcl] },
  };
}

/** Writes the stacks as HCL, removes all other folders, and returns those that it kept. */
function writeHcl(folder: string, stacks: readonly InstanceStack[]): readonly string[] {
  for (const stack of stacks) {
    const json = JSON.parse(JSON.stringify(stack.toTerraform())) as TerraformJson;
    const { id } = stack.node;
    writeFiles(join(folder, id), stackHcl(stack, withSameState(json, id)));
  }
  const { kept } = removeOthers(
    folder,
    stacks.map(({ node }) => node.id),
  );
  removeEmpty(folder);
  return kept;
}

/**
 * Removes the folders of stacks that are no longer synthesized: the CDKTF CLI and a reader would
 * believe that they are current. The CLI also removes stale folders, and fails if they are gone.
 */
function removeStaleStacks(outdir: string, current: readonly string[]): StaleStacks {
  if (process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] !== undefined) {
    return { removed: [], kept: [] };
  }
  const { removed, kept } = removeOthers(join(outdir, "stacks"), current);
  return {
    removed: removed.map((folder) => {
      const state = join(dirname(outdir), `terraform.${basename(folder)}.tfstate`);
      return { folder, ...(existsSync(state) && { state }) };
    }),
    kept,
  };
}
