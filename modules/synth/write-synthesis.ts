import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import {
  forEverybody,
  type InstanceSettings,
  type Invocation,
  nextCommands,
  shownPath,
} from "../config";
import { pathWord } from "../text";
import { generatedFrom, withHeader } from "./generated";
import { handoffFiles } from "./handoff";
import { type OutputReport, type Refusal, writeOutput } from "./output-folder";
import { type Synthesis, type SynthesizedInstance, synthesize, stacksOf } from "./stacks";
import { withoutStackTraces } from "./without-stack-traces";

/** Options of `writeSynthesis`. */
export interface WriteOptions {
  /** Path of CDKTF's output folder. */
  readonly outdir: string;
  /** Path that the config was read from. */
  readonly location: string;
  /** How this program was started, and so how the commands begin that the files name. */
  readonly invocation: Invocation;
  /** Version of this program, which the files name. */
  readonly version: string;
  /** Set to `true` to write the stacks as HCL too. */
  readonly hcl: boolean;
  /** Called with each warning, before anything is written. */
  readonly warn: (message: string) => void;
  /** Called with what is being done, for those who wait. */
  readonly tell: (what: string) => void;
}

/** The stacks and what was written. */
export interface WrittenSynthesis {
  readonly synthesis: Synthesis;
  readonly output: OutputReport;
}

/**
 * Makes the stacks, the console sheet and the Terraform module of every instance, and writes them.
 *
 * @returns what was written, or why nothing was
 * @throws Error of the operating system when the folder cannot be written to
 */
export function writeSynthesis(
  instances: readonly InstanceSettings[],
  options: WriteOptions,
): WrittenSynthesis | Refusal {
  const { outdir, warn, tell } = options;
  const { synthesis, files } = withoutStackTraces(() => made(instances, options));
  const outputOptions = {
    // The CDKTF CLI removes stale stacks itself, and fails if they are gone.
    keepStacks: process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] !== undefined,
    terraformLocks: Object.fromEntries(synthesis.instances.flatMap(terraformLocks)),
  };
  const all = Object.fromEntries([...files, ["manifest.json", synthesis.manifest]]);
  tell(`writing ${String(Object.keys(all).length)} files`);
  const output = writeOutput(outdir, all, outputOptions, (report) => {
    for (const message of [
      ...outputWarnings(outdir, report),
      ...stateWarnings(synthesis, options.invocation),
    ]) {
      warn(message);
    }
  });
  return "problems" in output ? output : { synthesis, output };
}

/** Makes the stacks, and the files of every instance by their paths in the output folder. */
function made(
  instances: readonly InstanceSettings[],
  { outdir, location, invocation, version, hcl, tell }: WriteOptions,
) {
  const synthesis = synthesize(instances, { outdir, hcl, tell });
  const next = nextCommands(forEverybody(invocation), { location, outdir });
  const files = synthesis.instances.flatMap((instance) => {
    tell(`the sheet and the module of ${instance.settings.name}`);
    const sentence = generatedFrom(instance.settings.file, version);
    return Object.entries({ ...instance.files, ...handoffFiles(instance, next) }).map(
      ([path, content]) => [path, withHeader(path, content, sentence)] as const,
    );
  });
  return { synthesis, files };
}

/** Finds the file that Terraform keeps while it works with local state, by the folder of the HCL. */
function terraformLocks(instance: SynthesizedInstance): [string, string][] {
  return stacksOf(instance).flatMap(({ name, hcl, state }) =>
    hcl === undefined || state === undefined
      ? []
      : [[`hcl/${name}`, join(dirname(state), `.${basename(state)}.lock.info`)]],
  );
}

function outputWarnings(outdir: string, { edited, listProblem }: OutputReport): string[] {
  const shown = (path: string) => shownPath(join(outdir, path));
  return [
    ...(listProblem === undefined
      ? []
      : [
          `${shown(".connect-sso/written.json")} ${listProblem}; without the list of what was written, nothing is removed`,
        ]),
    ...edited.map(
      ({ path, copy }) =>
        `${shown(path)} was changed, or written by something else; it is written over, and ${shown(copy)} keeps what it was`,
    ),
  ];
}

/** Finds state where earlier versions kept it for every output folder, and this one for `cdktf.out` alone. */
function stateWarnings({ outdir, instances }: Synthesis, { shell }: Invocation): string[] {
  return instances.flatMap(stacksOf).flatMap(({ name, state, hasOwnState }) => {
    const earlier = join(dirname(outdir), `terraform.${name}.tfstate`);
    if (!hasOwnState || state === undefined || existsSync(state) || !existsSync(earlier)) return [];
    const [from, to] = [shownPath(earlier), shownPath(state)];
    return [
      `${from} holds state that is not used here: ${shownPath(outdir)} has its own, ${to}, so that output folders never share one; if it is what was deployed from ${shownPath(outdir)}, move it before you deploy: mv ${pathWord(from, shell)} ${pathWord(to, shell)}`,
    ];
  });
}
