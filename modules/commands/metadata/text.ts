import { renderChange } from "../config-edit";
import { renderEntry } from "../entry";
import { renderProblem } from "../problems";
import type { Rendering, Style } from "../terminal";
import type { CertificateLine } from "./certificates";
import type { FetchedMetadata, MetadataReport } from "./report";

const STYLES = {
  new: "green",
  changed: "green",
  unchanged: "dim",
  refused: "red",
  failed: "red",
  skipped: "yellow",
} as const satisfies Record<FetchedMetadata["is"], Style>;

/** Renders a report as the text that `connect-sso metadata` prints. */
export function renderReport(report: MetadataReport, rendering: Rendering): string {
  const { problems, applications } = report;
  const nexts = [...new Set(applications.flatMap(({ next }) => next ?? []))];
  return [
    ...problems.map((problem) => renderProblem(problem, rendering)),
    ...applications.flatMap((one) => applicationLines(one, rendering)),
    ...nexts.map((next) => renderEntry("next:", next, { rendering, style: "bold", indent: 2 })),
    "",
  ].join("\n");
}

function applicationLines(one: FetchedMetadata, rendering: Rendering): string[] {
  const { config, key, is, url, metadataFile, certificates, lines, warnings, why } = one;
  const entry = (label: string, style: Style, text: string) =>
    renderEntry(label.padEnd(11), text, { rendering, style, before: "  ", indent: 14 });
  const title = metadataFile ?? "not written";
  return [
    renderEntry(`${config}, ${key}:`, title, { rendering, style: "bold", indent: 2 }),
    ...(url === undefined ? [] : [entry("from", "dim", url)]),
    ...(why.length === 0 ? [entry(is, STYLES[is], summary(one))] : []),
    ...why.map((reason) => entry(is, STYLES[is], reason)),
    ...(certificates === undefined
      ? []
      : [
          ...certificates.removed.map((line) => entry("removed", "yellow", certificate(line))),
          ...certificates.added.map((line) => entry("added", "green", certificate(line))),
          ...certificates.kept.map((line) => entry("kept", "dim", certificate(line))),
        ]),
    ...warnings.map((warning) => entry("warning", "yellow", warning)),
    ...(lines === undefined
      ? []
      : [`  ${config} has this line now:`, renderChange(lines, rendering)]),
    "",
  ];
}

function summary({ is, certificates }: FetchedMetadata): string {
  const hasRotated = certificates && certificates.added.length + certificates.removed.length > 0;
  switch (is) {
    case "new":
      return "the metadata is saved";
    case "changed":
      return hasRotated
        ? "the signing certificate has changed, and the new metadata is saved"
        : "only the text has changed, not the certificates; the new metadata is saved";
    default:
      return "it is the document that the file has";
  }
}

function certificate({ sha256, starts, ends }: CertificateLine): string {
  return `certificate valid ${starts.slice(0, 10)} to ${ends.slice(0, 10)}, SHA-256 ${sha256}`;
}
