import { formatProblem, loadConfig } from "../../modules/config";
import { synthesize } from "../../modules/synth/stacks";
import type { Project } from "./project";

/** What `project.synth` does, within this process: in a fraction of the time. */
export function resynth(
  project: Project,
  config = "config",
  options: { hcl?: boolean } = {},
): void {
  const { instances, problems } = loadConfig(project.path(config));
  if (instances.length === 0) throw new Error(problems.map(formatProblem).join("\n"));
  const outside = process.env["CDKTF_OUTDIR"];
  process.env["CDKTF_OUTDIR"] = project.path("cdktf.out");
  try {
    synthesize(instances, options);
  } finally {
    if (outside === undefined) delete process.env["CDKTF_OUTDIR"];
    else process.env["CDKTF_OUTDIR"] = outside;
  }
}
