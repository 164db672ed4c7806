import { resolve } from "node:path";

import { loadConfig, type Problem } from "../../config";
import type { Planned } from "./plan";

/** What synth would say of a config with the new documents. */
export interface Checked {
  /** Reasons why a document is refused. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Checks documents as synth does once they are written: each by itself, against the documents of the other
 * applications, and with the ARNs of the config.
 *
 * @param locations places of the configs, which are checked together
 * @returns the results, in the order of the documents
 */
export function checkPlanned(
  planned: readonly Planned[],
  locations: readonly string[],
): readonly Checked[] {
  const before = new Set(loadConfig(locations).problems.map(nameOf));
  const instead = new Map<string, Uint8Array>();
  for (const { target, place, bytes, config } of planned) {
    instead.set(place, bytes);
    if (config) instead.set(resolve(target.settings.file), Buffer.from(config.text));
  }
  const { problems } = loadConfig(locations, new Date(), { instead });
  const errors = problems.filter(({ severity }) => severity === "error");
  const isOfAny = (problem: Problem) => planned.some((one) => isOf(one, problem));
  // An error at another application is that of a document with the same content.
  const others = errors.filter((one) => !isOfAny(one) && !before.has(nameOf(one)));
  return planned.map((one) => ({
    errors: [...errors.filter((problem) => isOf(one, problem)), ...others].map(textOf),
    warnings: problems
      .filter((problem) => problem.severity === "warning" && isOf(one, problem))
      .map(textOf),
  }));
}

function isOf({ target: { settings, application } }: Planned, { file, keyPath = "" }: Problem) {
  const own = `applications.${application.key}.`;
  return (
    file === settings.file && [`${own}samlMetadataFile`, `${own}applicationArn`].includes(keyPath)
  );
}

/** Names a problem by all but its place, which a new line moves. */
function nameOf({ file, keyPath = "", message }: Problem): string {
  return JSON.stringify([file, keyPath, message]);
}

function textOf({ keyPath = "", message }: Problem): string {
  return `${keyPath}: ${message}`;
}
