import { loadConfig } from "../../config";
import { decided, liveProof, proofReport, sessionProof } from "./live";
import { rehearse } from "./rehearse";
import { rehearsalReport } from "./report";
import { exitCode, UNKNOWN } from "./exit-code";
import type { RehearsalInput } from "./rehearsal";
import { rehearseOnPage } from "./rehearse-on-page";
import { readCapture } from "./read-capture";
import { moment } from "./response";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { printNotice } from "../failure";
import { printProblems } from "../problems";
import { UsageError, type Values } from "../usage";

/** Runs `connect-sso rehearse`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const isPage = values["capture"] === true;
  const isLive = values["live"] === true;
  const profile = profileOf(values, positionals);
  const file = isPage || profile !== undefined ? undefined : fileOf(positionals);
  if (isPage) refuseWithPage(values, positionals);
  if (isLive && values["at"] !== undefined) {
    throw new UsageError("--at has no effect on AWS, which --live asks; leave out one of them");
  }
  const given = givenInput(values);
  const { config } = values;
  const locations = configLocations(typeof config === "string" ? [config] : [], "--config");
  const response = file === undefined ? undefined : await readCapture(file);
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
  if (profile !== undefined) {
    const proof = await sessionProof({ profile, instances, announce: printNotice });
    const isJson = values["json"] === true;
    terminal.write(isJson ? json(proof) : `${proofReport(proof, "unverified", terminal)}\n`);
    return exitCode({ passed: proof.verdict === "passed", verdict: proof.verdict });
  }
  if (response === undefined) return rehearseOnPage({ ...given, instances }, terminal);
  const input = { ...given, response, instances };
  const rehearsal = await rehearse(input);
  const isJson = values["json"] === true;
  if (!isJson) terminal.write(`${rehearsalReport(rehearsal, terminal)}\n`);
  if (!isLive) {
    if (isJson) terminal.write(json(rehearsal));
    return exitCode(rehearsal);
  }
  const proof = await liveProof({ ...input, announce: printNotice });
  const result = decided(rehearsal, proof);
  terminal.write(isJson ? json(result) : `\n${proofReport(proof, rehearsal.verdict, terminal)}\n`);
  return exitCode(result);
};

/** The profile of a session of a permission set, which stands for a response. */
function profileOf(values: Values, positionals: readonly string[]): string | undefined {
  const { profile } = values;
  if (typeof profile !== "string") return undefined;
  if (values["live"] !== true) {
    throw new UsageError("--profile has no effect without --live; add that, or leave it out");
  }
  const idle = ["capture", "at", "response", "relay-state"].find(
    (one) => values[one] !== undefined,
  );
  if (positionals.length > 0 || idle !== undefined) {
    throw new UsageError(
      `--profile takes the session of a permission set in place of a response; leave ${idle === undefined ? "the file" : `--${idle}`} out`,
    );
  }
  return profile;
}

function fileOf(positionals: readonly string[]): string {
  const [file = process.stdin.isTTY ? undefined : "-", ...more] = positionals;
  if (file !== undefined && more.length === 0) return file;
  throw new UsageError(
    "rehearse takes one file, or - for standard input; --capture takes the response on a page instead",
  );
}

function refuseWithPage(values: Values, positionals: readonly string[]): void {
  const [file] = positionals;
  if (file !== undefined) {
    throw new UsageError(
      `--capture takes the response on a page; leave ${JSON.stringify(file)} out`,
    );
  }
  const idle = ["json", "live", "response"].find((name) => values[name] !== undefined);
  if (idle === undefined) return;
  throw new UsageError(`--${idle} has no effect with --capture; leave it out`);
}

/** What the options say of the input. */
function givenInput(values: Values): Omit<RehearsalInput, "response" | "instances"> {
  const at = givenMoment(values["at"]);
  const number = givenNumber(values["response"]);
  const { "relay-state": relayState } = values;
  return {
    ...(at && { at }),
    ...(number !== undefined && { number }),
    ...(typeof relayState === "string" && { relayState }),
  };
}

function givenMoment(given: string | boolean | undefined): Date | undefined {
  if (typeof given !== "string") return undefined;
  const at = moment(given);
  if (at) return at;
  throw new UsageError(
    `--at ${JSON.stringify(given)} is not a moment; write it as in 2026-12-01T12:00:30Z`,
  );
}

function givenNumber(given: string | boolean | undefined): number | undefined {
  if (typeof given !== "string") return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(
    `--response ${JSON.stringify(given)} is not a number from 1; it counts the responses of a capture, oldest first`,
  );
}
