import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";

import { runProgram } from "../../modules/commands/failure";
import type { Outcome } from "./command";
import type { Project } from "./project";

type Program = Parameters<typeof runProgram>;

/**
 * Runs a program in a project's folder as Node.js would, but within this process, in a fraction of
 * the time. What needs a process of its own: another user, other programs, colours, and failures of
 * the file system, whose `Error` is not the one that code knows within Jest.
 */
export async function runHere(
  project: Project,
  [name, main]: Program,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Outcome> {
  const { exitCode } = process;
  const folder = process.cwd();
  const written = { stdout: "", stderr: "" };
  // Neither stream is a terminal, whatever Jest itself writes to.
  for (const [name, log] of [
    ["stdout", "log"],
    ["stderr", "error"],
  ] as const) {
    const write = (text: string) => {
      written[name] += stripVTControlCharacters(text);
    };
    // It never calls back that it has written: `runProgram` would end this process then.
    const stream = Object.assign(new PassThrough(), {
      write: (text: string) => {
        write(text);
        return true;
      },
    });
    jest.spyOn(process, name, "get").mockReturnValue(stream as never);
    jest.spyOn(console, log).mockImplementation((...texts: unknown[]) => {
      write(`${texts.join(" ")}\n`);
    });
  }
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
