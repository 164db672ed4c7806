import { renderEntry } from "../entry";
import type { Rendering, Style } from "../terminal";
import { adoptLines } from "./config-text";
import { type AdoptedInstance, isUnread } from "./report";
import { type Sighting, subject } from "./sighting";

/** Renders what was found of an instance as the text that `connect-sso adopt` prints. */
export function renderReport(instance: AdoptedInstance, rendering: Rendering): string {
  const { file, instanceArn, sightings, unread, adopt } = instance;
  const entry = (label: string, style: Style, text: string) =>
    renderEntry(label.padEnd(8), text, { rendering, style, before: "  ", indent: 10 });
  const lines = adoptLines(adopt);
  return [
    renderEntry(`${file}:`, ` ${instanceArn}`.trim(), { rendering, style: "bold", indent: 2 }),
    ...sightings.map((one) => entry(...labelOf(one), textOf(one))),
    ...unread.map((why) => entry("unread", "yellow", why)),
    "",
    ...(lines === "" ? [] : [lines]),
    ending(instance, lines),
  ].join("\n");
}

function labelOf({ is, notes }: Sighting): [label: string, style: Style] {
  switch (is) {
    case "exists":
      return notes.length > 0 ? ["differs", "yellow"] : ["exists", "green"];
    case "missing":
      return ["missing", "dim"];
    case "unread":
    case "failed":
      return ["unread", "yellow"];
  }
}

function textOf(one: Sighting): string {
  const { id, notes } = one;
  return [`${subject(one)}${id === undefined ? "" : ` (${id})`}`, ...notes].join(": ");
}

function ending(instance: AdoptedInstance, lines: string): string {
  const { file, sightings, written, problem, next } = instance;
  if (problem !== undefined) return `Not written: ${problem}.`;
  if (sightings.some(({ blocks }) => blocks)) {
    return `Correct ${file} first: Terraform would replace what differs there rather than take it over.`;
  }
  const kept = isUnread(instance) ? "What could not be read stays in adopt as it was.\n" : "";
  if (lines === "" && isUnread(instance)) {
    return `${kept}Of what could be read, nothing was found. Whether ${file} needs adopt shows when all of it can be.`;
  }
  if (lines === "") {
    return `Nothing was found, so ${file} ${written === undefined ? "needs no adopt" : "has no adopt"}.`;
  }
  return [
    `${kept}${written === undefined ? `Put these lines into ${file}, or run this with --write.` : `${file} has these lines.`}`,
    `Next: ${next}, and deploy, which takes these over and creates the rest. Then remove adopt.`,
  ].join("\n");
}
