import { createReadStream } from "node:fs";

import { loadConfig } from "../../config";
import { decided, liveProof, proofReport } from "./live";
import { rehearse } from "./rehearse";
import { rehearsalReport } from "./report";
import type { Rehearsal } from "./rehearsal";
import { moment } from "./response";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { printNotice } from "../failure";
import { printProblems } from "../problems";
import { UsageError } from "../usage";

/** Runs `connect-sso rehearse`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const [file = process.stdin.isTTY ? undefined : "-", ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError("rehearse takes one file, or - for standard input");
  }
  if (values["live"] === true && values["at"] !== undefined) {
    throw new UsageError("--at has no effect on AWS, which --live asks; leave out one of them");
  }
  const at = givenMoment(values["at"]);
  const { "relay-state": relayState, config } = values;
  const locations = configLocations(typeof config === "string" ? [config] : [], "--config");
  const response = await readText(file);
  // Checked as of now: the step of the signature checks certificates at the moment of sign-in.
  const { instances, problems } = loadConfig(locations);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    if (values["json"] === true) {
      const nothing = { verdict: "unverified", decidedBy: [], passed: false, steps: [] };
      terminal.write(json({ ...nothing, problems }));
      return UNKNOWN;
    }
    printProblems(errors);
    console.error("Fix the config first: it defines what a response must contain.");
    return UNKNOWN;
  }
  const sent = typeof relayState === "string" ? { relayState } : {};
  const rehearsal = await rehearse({ response, instances, ...(at && { at }), ...sent });
  const isJson = values["json"] === true;
  if (!isJson) terminal.write(`${rehearsalReport(rehearsal, terminal)}\n`);
  if (values["live"] !== true) {
    if (isJson) terminal.write(json(rehearsal));
    return exitCode(rehearsal);
  }
  const proof = await liveProof({ response, instances, ...sent, announce: printNotice });
  const result = decided(rehearsal, proof);
  terminal.write(isJson ? json(result) : `\n${proofReport(proof, rehearsal.verdict, terminal)}\n`);
  return exitCode(result);
};

/** Exit code where it cannot be told if the sign-in would succeed. */
const UNKNOWN = 3;

function exitCode({ passed, verdict }: Rehearsal): number {
  if (passed) return 0;
  return verdict === "unverified" ? UNKNOWN : 1;
}

function givenMoment(given: string | boolean | undefined): Date | undefined {
  if (typeof given !== "string") return undefined;
  const at = moment(given);
  if (at) return at;
  throw new UsageError(
    `--at ${JSON.stringify(given)} is not a moment; write it as in 2026-12-01T12:00:30Z`,
  );
}

/** Far more bytes than AWS takes; the rest of longer input is not read, and it is reported as too long. */
const BYTES_MAX = 1_000_000;

async function readText(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = file === "-" ? process.stdin : createReadStream(file);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > BYTES_MAX) break;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UsageError(`FILE ${JSON.stringify(file)} does not exist`);
    if (code === "EISDIR")
      throw new UsageError(`FILE ${JSON.stringify(file)} is a folder; name a file`);
    throw error;
  }
  const bytes = Buffer.concat(chunks);
  // PowerShell writes UTF-16 where it redirects output.
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(
    bytes,
  );
}
