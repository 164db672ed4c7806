import { stripVTControlCharacters } from "node:util";
import { PassThrough } from "node:stream";

import "../../main";
import * as commands from "../../modules/commands";
import type { Outcome } from "./command";
import type { Project } from "./project";

// `main.ts` runs its program as soon as it is imported: it is kept here until a test asks for it.
jest.mock("../../modules/commands", () => ({
  ...jest.requireActual<typeof commands>("../../modules/commands"),
  runProgram: jest.fn(),
}));

const { runProgram } = jest.requireActual<typeof commands>("../../modules/commands");
const [program] = jest.mocked(commands.runProgram).mock.calls;

/**
 * Runs `main.ts` in a project's folder as `project.synth` does, but within this process, in a
 * fraction of the time. What needs a process of its own: another user, other programs, and failures
 * of the file system, whose `Error` is not the one that code knows within Jest.
 */
export async function synthHere(
  project: Project,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Outcome> {
  if (!program) throw new Error("main.ts does not call runProgram");
  const [name, main] = program;
  const { exitCode } = process;
  const folder = process.cwd();
  const written = { stdout: "", stderr: "" };
  const capture = (stream: keyof typeof written) => (text: string) => {
    written[stream] += `${stripVTControlCharacters(text)}\n`;
  };
  // Neither stream is a terminal, whatever Jest itself writes to.
  jest.spyOn(process, "stdout", "get").mockReturnValue(new PassThrough() as never);
  jest.spyOn(process, "stderr", "get").mockReturnValue(new PassThrough() as never);
  jest.spyOn(console, "log").mockImplementation(capture("stdout"));
  jest.spyOn(console, "error").mockImplementation(capture("stderr"));
  jest.replaceProperty(process, "argv", [...process.argv.slice(0, 2), ...args]);
  jest.replaceProperty(process, "env", { ...process.env, ...env });
  process.chdir(project.folder);
  try {
    await new Promise<void>((resolve) => {
      runProgram(name, () => {
        const run = main();
        const end = () => setImmediate(resolve); // after the exit code is set
        run.then(end, end);
        return run;
      });
    });
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    process.chdir(folder);
    process.exitCode = exitCode;
    jest.restoreAllMocks();
  }
}
