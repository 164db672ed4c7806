import { nextCommands } from "../../modules/config";

/** A program that was started in a clone of the repository, in a POSIX shell. */
export const CLONE = {
  program: "npm run",
  cdktf: "npx cdktf",
  shell: "POSIX",
  isForFile: false,
} as const;

/** The commands that go on with a config, in a clone. */
export function next(location = "config", outdir = "cdktf.out") {
  return nextCommands(CLONE, { location, outdir });
}
