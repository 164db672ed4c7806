import { formatProblem, loadConfig } from "../../modules/config";
import { writeSynthesis } from "../../modules/synth";
import { CLONE } from "./invocation";
import type { Project } from "./project";

interface Options {
  readonly hcl?: boolean;
  readonly outdir?: string;
}

/** What `project.synth` does, within this process: in a fraction of the time. */
export function resynth(
  project: Project,
  config = "config",
  { hcl = false, outdir = "cdktf.out" }: Options = {},
): ReturnType<typeof writeHere> {
  return writeHere(project.path(config), project.path(outdir), hcl);
}

/** Writes what is made from a config to an output folder. */
export function writeHere(location: string, outdir = "cdktf.out", hcl = false) {
  const { instances, problems } = loadConfig(location);
  if (instances.length === 0) throw new Error(problems.map(formatProblem).join("\n"));
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const written = writeSynthesis(instances, {
    outdir,
    location,
    invocation: CLONE,
    version: "0.1.0",
    hcl,
    warn,
    tell: () => undefined,
  });
  if ("problems" in written) throw new Error(written.problems.join("\n"));
  return { ...written, warnings };
}
