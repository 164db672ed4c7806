import { spawn } from "node:child_process";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly seconds?: number;
  /**
   * What ends it after its time.
   *
   * @default SIGKILL
   */
  readonly signal?: NodeJS.Signals;
  /** What it reads from standard input. */
  readonly input?: string;
}

/** Runs a program to its end, or to the end of its time. */
export function command(
  program: string,
  args: readonly string[],
  { cwd, env = {}, seconds = 110, signal = "SIGKILL", input }: CommandOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      timeout: seconds * 1000,
      killSignal: signal,
    });
    let stdout = "";
    let stderr = "";
    child.stdin?.end(input);
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** The same, for a program that must succeed. */
export async function succeed(...call: Parameters<typeof command>): Promise<string> {
  const { code, stdout, stderr } = await command(...call);
  if (code === 0) return stdout;
  const [program, args] = call;
  throw new Error(`${program} ${args.join(" ")} ended with ${String(code)}\n${stdout}\n${stderr}`);
}
