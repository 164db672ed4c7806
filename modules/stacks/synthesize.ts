import { join } from "node:path";

import { App } from "cdktf";

import type { InstanceSettings } from "../config";
import type { HandoffValues } from "../console-sheet";
import { AssignmentsStack } from "./assignments-stack";
import { FederationStack } from "./federation-stack";
import { removeStaleStacks, type StaleStacks } from "./output-folder";

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
}

export interface Synthesis {
  /** CDKTF's output folder. */
  readonly outdir: string;
  readonly instances: readonly SynthesizedInstance[];
  readonly stale: StaleStacks;
}

/** Writes the stacks of every instance to CDKTF's output folder, and removes those that are gone. */
export function synthesize(instances: readonly InstanceSettings[]): Synthesis {
  const app = new App({ stackTraces: false });
  const written = (name: string): SynthesizedStack => ({
    name,
    file: join(app.outdir, "stacks", name, "cdk.tf.json"),
  });
  const synthesized = instances.map((settings): SynthesizedInstance => {
    const { node, values } = new FederationStack(app, settings);
    return {
      settings,
      values,
      federation: written(node.id),
      ...(AssignmentsStack.isDue(settings) && {
        assignments: written(new AssignmentsStack(app, settings).node.id),
      }),
    };
  });
  app.synth();
  const stacks = synthesized.flatMap((one) => [one.federation, one.assignments ?? []]).flat();
  return {
    outdir: app.outdir,
    instances: synthesized,
    stale: staleStacks(
      app.outdir,
      stacks.map(({ name }) => name),
    ),
  };
}

/** The CDKTF CLI removes stale stacks itself, and fails over those that are gone already. */
function staleStacks(outdir: string, current: readonly string[]): StaleStacks {
  return process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] === undefined
    ? removeStaleStacks(outdir, current)
    : { removed: [], kept: [] };
}
