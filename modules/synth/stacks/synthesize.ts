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

export interface SynthesizedInstance {
  /** What the config says, with its defaults. */
  readonly settings: InstanceSettings;
  /** The values for the console, by application. */
  readonly values: Readonly<Record<string, HandoffValues>>;
  readonly federation: SynthesizedStack;
  /** There as soon as the ARN of one application is known. */
  readonly assignments?: SynthesizedStack;
}

export interface SynthesizedStack {
  /** `<instance>-federation`, `<instance>-assignments` */
  readonly name: string;
  /** The Terraform that was written. */
  readonly file: string;
  /** The folder with the same as HCL, if that was asked for. */
  readonly hcl?: string;
}

export interface StaleStacks {
  /** Folders of stacks without a config, gone now, with the state of what they deployed. */
  readonly removed: readonly { readonly folder: string; readonly state?: string }[];
  /** Folders that were left, since they hold state. */
  readonly kept: readonly string[];
}

export interface Synthesis {
  /** CDKTF's output folder. */
  readonly outdir: string;
  readonly instances: readonly SynthesizedInstance[];
  readonly stale: StaleStacks;
}

export interface SynthesizeOptions {
  /**
   * Whether to write the stacks as HCL too, each to a folder of its own: Terraform reads every file
   * of a folder, and JSON beside HCL would be the same resources twice.
   *
   * @default false
   */
  readonly hcl?: boolean;
}

/** Writes the stacks of every instance to CDKTF's output folder, and removes those that are gone. */
export function synthesize(
  instances: readonly InstanceSettings[],
  { hcl = false }: SynthesizeOptions = {},
): Synthesis {
  const outdir = process.env["CDKTF_OUTDIR"];
  if (outdir) mkdirSync(outdir, { recursive: true }); // CDKTF itself makes the last folder alone
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

/** Writes the stacks as HCL, and removes all others but those that it returns. */
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
 * take them for current. The CLI itself does so too, and fails over those that are gone already.
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
