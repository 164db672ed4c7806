import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What one run of a program took, with all processes that it started. */
export interface Cost {
  /** Seconds on the clock. */
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly cpu: number;
  /** Memory of its largest Node.js process, in MB; absent where there was none. */
  readonly memory?: number;
}

/** A program to measure. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Has every Node.js process write the most memory that it had. */
const METER = `const { appendFileSync } = require("node:fs");
process.on("exit", () => {
  appendFileSync(process.env.BENCH_MEMORY, \`\${process.resourceUsage().maxRSS}\\n\`);
});
`;

/**
 * Runs a program and measures it.
 *
 * @throws Error with what it wrote, when it fails
 */
export function measure({ command, args, cwd, env }: Program): Cost {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-measure-"));
  const [meter, memory, times] = [
    join(folder, "meter.cjs"),
    join(folder, "memory"),
    join(folder, "times"),
  ];
  try {
    writeFileSync(meter, METER);
    writeFileSync(memory, "");
    // The shell counts the processor time of processes of processes too.
    const script = `TIMEFORMAT='%R %U %S'; { time "$@" 2>&3; } 3>&2 2>"$BENCH_TIMES"`;
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", script, "bench", command, ...args],
      {
        cwd,
        encoding: "utf8",
        maxBuffer: 1e9,
        env: {
          ...process.env,
          NODE_OPTIONS: `--require=${meter}`,
          BENCH_MEMORY: memory,
          BENCH_TIMES: times,
          ...env,
        },
      },
    );
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed\n${stdout}\n${stderr}`);
    const [seconds = 0, user = 0, system = 0] = numbers(times);
    const used = numbers(memory);
    return {
      seconds,
      cpu: user + system,
      ...(used.length > 0 && { memory: Math.max(...used) / 1024 }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function numbers(file: string): number[] {
  const words = readFileSync(file, "utf8").trim().split(/\s+/);
  return words.filter((word) => word !== "").map(Number);
}
