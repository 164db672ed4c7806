import { createReadStream } from "node:fs";

import { formatProblem, loadConfig } from "../config";
import { rehearsalReport, rehearse, type StepStatus } from "../rehearsal";
import type { Run } from "./commands";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";

export const run: Run = async ({ values, positionals }, terminal) => {
  const [file = process.stdin.isTTY ? undefined : "-", ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError("rehearse takes one file, or - for standard input");
  }
  const at = moment(values["at"]);
  const relayState = values["relay-state"];
  const response = await readText(file);
  const location = values["config"] ?? (process.env["CONNECT_SSO_CONFIG"] || "config");
  const { instances, problems } = loadConfig(String(location), at);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    for (const problem of errors) console.error(formatProblem(problem));
    console.error("The config comes first: what a response must say is derived from it.");
    return 1;
  }
  const rehearsal = await rehearse({
    response,
    instances,
    ...(at && { at }),
    ...(typeof relayState === "string" && { relayState }),
  });
  terminal.write(
    values["json"] === true
      ? `${JSON.stringify(rehearsal, undefined, 2)}\n`
      : `${rehearsalReport(rehearsal, (status, text) => paint(terminal, status, text))}\n`,
  );
  return rehearsal.passed ? 0 : 1;
};

const COLOURS = { passed: "green", failed: "red", skipped: "yellow" } as const;

function paint(terminal: Terminal, status: StepStatus, text: string): string {
  return terminal.paint(COLOURS[status], text);
}

function moment(given: string | boolean | undefined): Date | undefined {
  if (typeof given !== "string") return undefined;
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  const at = new Date(given);
  if (form.test(given) && !Number.isNaN(at.getTime())) return at;
  throw new UsageError(
    `--at ${JSON.stringify(given)} is not a moment; write it as in 2026-12-01T12:00:30Z`,
  );
}

/** Far more than AWS takes; what is longer is told to be too long without being read. */
const BYTES_MAX = 1_000_000;

async function readText(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = file === "-" ? process.stdin : createReadStream(file);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > BYTES_MAX) break;
  }
  const bytes = Buffer.concat(chunks);
  // PowerShell writes UTF-16 where it redirects output.
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(
    bytes,
  );
}
