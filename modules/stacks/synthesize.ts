import { join } from "node:path";

import { App } from "cdktf";

import type { InstanceSettings } from "../config";
import type { HandoffValues } from "../console-handoff";
import { FederationStack } from "./federation-stack";
import { removeStaleStacks, type StaleStacks } from "./output-folder";

export interface SynthesizedInstance {
  /** What the config says, with its defaults. */
  readonly settings: InstanceSettings;
  /** The values for the console, by application. */
  readonly values: Readonly<Record<string, HandoffValues>>;
  /** The stack's name, `<instance>-federation`. */
  readonly stack: string;
  /** The Terraform that was written. */
  readonly file: string;
}

export interface Synthesis {
  readonly instances: readonly SynthesizedInstance[];
  readonly stale: StaleStacks;
}

/** Writes the stacks of every instance to CDKTF's output folder, and removes those that are gone. */
export function synthesize(instances: readonly InstanceSettings[]): Synthesis {
  const app = new App({ stackTraces: false });
  const written = instances.map((settings): SynthesizedInstance => {
    const { node, values } = new FederationStack(app, settings);
    const file = join(app.outdir, "stacks", node.id, "cdk.tf.json");
    return { settings, values, stack: node.id, file };
  });
  app.synth();
  return { instances: written, stale: staleStacks(app.outdir, written) };
}

/** The CDKTF CLI removes stale stacks itself, and fails over those that are gone already. */
function staleStacks(outdir: string, written: readonly SynthesizedInstance[]): StaleStacks {
  return process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] === undefined
    ? removeStaleStacks(
        outdir,
        written.map(({ stack }) => stack),
      )
    : { removed: [], kept: [] };
}
