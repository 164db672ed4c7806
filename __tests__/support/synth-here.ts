import "../../main";
import * as commands from "../../modules/commands";
import type { Outcome } from "./command";
import type { Project } from "./project";
import { runHere } from "./run-here";

// `main.ts` runs its program as soon as it is imported: it is kept here until a test asks for it.
jest.mock("../../modules/commands", () => ({
  ...jest.requireActual<typeof commands>("../../modules/commands"),
  runProgram: jest.fn(),
}));

const [program] = jest.mocked(commands.runProgram).mock.calls;

/** Runs `main.ts` in a project's folder as `project.synth` does, but within this process. */
export async function synthHere(
  project: Project,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Outcome> {
  if (!program) throw new Error("main.ts does not call runProgram");
  return runHere(project, program, env, args);
}
