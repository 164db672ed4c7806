import { join } from "node:path";

import { App } from "cdktf";

import type { InstanceSettings } from "../config";
import type { HandoffValues } from "../console-handoff";
import { FederationStack } from "./federation-stack";
import { removeStaleStacks, type StaleStacks } from "./output-folder";

export interface SynthesizedInstance {
  readonly settings: InstanceSettings;
  /** The values for the console, by application. */
  readonly values: Readonly<Record<string, HandoffValues>>;
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
  const current = written.map(({ stack }) => stack);
  return { instances: written, stale: removeStaleStacks(app.outdir, current) };
}
