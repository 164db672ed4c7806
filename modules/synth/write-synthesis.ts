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
import { type SynthesizedInstance, Synthesizer, stacksOf } from "./stacks";
import { withoutStackTraces } from "./without-stack-traces";
import { withoutTokens } from "./without-tokens";

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

/** The instances and what was written. */
export interface WrittenSynthesis {
  /** CDKTF's output folder. */
  readonly outdir: string;
  readonly instances: readonly SynthesizedInstance[];
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
  const made: SynthesizedInstance[] = [];
  const terraformLocks: Record<string, string> = {};
  const outputOptions = {
    // The CDKTF CLI removes stale stacks itself, and fails if they are gone.
    keepStacks: process.env["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] !== undefined,
    terraformLocks,
  };
  const files = filesOf(instances, options, (instance) => {
    made.push(instance);
    Object.assign(terraformLocks, locksOf(instance));
  });
  const output = writeOutput(outdir, files, outputOptions, (report) => {
    for (const message of [
      ...outputWarnings(outdir, report),
      ...stateWarnings(outdir, made, options.invocation),
    ]) {
      warn(message);
    }
    tell("putting the files in their places");
  });
  return "problems" in output ? output : { outdir, instances: made, output };
}

/** Makes all files, by their paths in the output folder: those of an instance when they are asked for. */
function* filesOf(
  instances: readonly InstanceSettings[],
  { outdir, location, invocation, version, hcl, tell }: WriteOptions,
  use: (instance: SynthesizedInstance) => void,
): Generator<readonly [path: string, content: string]> {
  const synthesizer = new Synthesizer({ outdir, hcl });
  const next = nextCommands(forEverybody(invocation), { location, outdir });
  for (const [index, settings] of instances.entries()) {
    tell(`${settings.name}, ${String(index + 1)} of ${String(instances.length)}`);
    const { instance, files } = withoutTokens(() =>
      withoutStackTraces(() => {
        const { instance, files } = synthesizer.make(settings);
        return { instance, files: { ...files, ...handoffFiles(instance, next) } };
      }),
    );
    use(instance);
    const sentence = generatedFrom(settings.file, version);
    for (const [path, content] of Object.entries(files)) {
      yield [path, withHeader(path, content, sentence)];
    }
  }
  yield ["manifest.json", synthesizer.manifest];
}

/** Finds the file that Terraform keeps while it works with local state, by the folder of the HCL. */
function locksOf(instance: SynthesizedInstance): Record<string, string> {
  return Object.fromEntries(
    stacksOf(instance).flatMap(({ name, hcl, state }) =>
      hcl === undefined || state === undefined
        ? []
        : [[`hcl/${name}`, join(dirname(state), `.${basename(state)}.lock.info`)]],
    ),
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
function stateWarnings(
  outdir: string,
  instances: readonly SynthesizedInstance[],
  { shell }: Invocation,
): string[] {
  return instances.flatMap(stacksOf).flatMap(({ name, state, hasOwnState }) => {
    const earlier = join(dirname(outdir), `terraform.${name}.tfstate`);
    if (!hasOwnState || state === undefined || existsSync(state) || !existsSync(earlier)) return [];
    const [from, to] = [shownPath(earlier), shownPath(state)];
    return [
      `${from} holds state that is not used here: ${shownPath(outdir)} has its own, ${to}, so that output folders never share one; if it is what was deployed from ${shownPath(outdir)}, move it before you deploy: mv ${pathWord(from, shell)} ${pathWord(to, shell)}`,
    ];
  });
}
