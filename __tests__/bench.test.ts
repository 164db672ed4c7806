import { compare } from "../bench/compare";
import { measure } from "../bench/measure";
import { tableOf } from "../bench/table";

/** A program that takes these seconds, run after run, and twice as much processor time. */
function taking(...seconds: number[]) {
  const left = [...seconds];
  return () => {
    const next = left.shift() ?? 0;
    return { seconds: next, cpu: 2 * next, memory: 100 };
  };
}

describe("the benchmark", () => {
  it("compares two programs round by round, without the first run of each", () => {
    const floor = { what: "floor", run: taking(99, 1, 2, 4) };
    const other = { what: "other", run: taking(99, 3, 4, 20), aim: 2.5 };
    expect(compare(floor, [other], 3)).toEqual([
      { what: "floor", runs: 3, seconds: 2, cpu: 4, memory: 100 },
      {
        what: "other",
        runs: 3,
        seconds: 4,
        cpu: 8,
        memory: 100,
        times: { of: "floor", seconds: 3, cpu: 3 },
        aim: 2.5,
      },
    ]);
  });

  it("shows them as the rows of a table", () => {
    const costs = { runs: 3, seconds: 1, cpu: 2 };
    const times = { of: "floor", seconds: 1.234, cpu: 1.5 };
    expect(
      tableOf([
        { what: "floor", ...costs, memory: 99.6 },
        { what: "other", ...costs, times, aim: 1.6 },
      ]),
    ).toEqual([
      ["floor", "1.00", "2.00", "100", "1", "1", ""],
      ["other", "1.00", "2.00", "", "1.23", "1.50", "1.6"],
    ]);
  });

  it("counts what the processes of a process take, and the memory of the largest", () => {
    const busy =
      "const end = process.cpuUsage().user + 200_000; while (process.cpuUsage().user < end);";
    const inner = `Buffer.alloc(150e6, 1); ${busy}`;
    const outer = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(inner)}])`;
    const cost = measure({ command: process.execPath, args: ["-e", outer], cwd: __dirname });
    expect(cost.cpu).toBeGreaterThan(0.2);
    expect(cost.memory).toBeGreaterThan(150);
  });

  it("measures nothing that fails, and says what it wrote", () => {
    const failing = {
      command: process.execPath,
      args: ["-e", "throw new Error('no')"],
      cwd: __dirname,
    };
    expect(() => measure(failing)).toThrow("Error: no");
  });
});
