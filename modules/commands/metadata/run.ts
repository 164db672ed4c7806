import { existsSync, readFileSync } from "node:fs";

import { isSampleIssuer } from "../../aws/identity-center";
import { type InstanceSettings, loadConfig, shownPath } from "../../config";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { json } from "../json";
import { nextFor } from "../next-for";
import { withProgress } from "../progress";
import { replaceFile } from "../replace-file";
import { certificateChange } from "./certificates";
import { checkPlanned, type Checked } from "./check";
import { type Fetch, fetchDocument, type FetchBounds } from "./fetch-document";
import { type Planned, planDocument } from "./plan";
import { exitCode, type FetchedMetadata, type MetadataReport } from "./report";
import { askedFor, type Target, targetsOf } from "./targets";
import { renderReport } from "./text";

/** Runs `connect-sso metadata`. */
export const run: Run = (given, terminal) => runWith(fetch)(given, terminal);

/** Makes the command with the function that sends its requests. */
export function runWith(send: Fetch, bounds?: FetchBounds): Run {
  return async ({ values, positionals }, terminal) => {
    const asked = askedFor(positionals, values["idp"] === true);
    const { config } = values;
    const locations = configLocations(typeof config === "string" ? [config] : [], "--config");
    const { instances, problems } = loadConfig(locations, new Date(), { metadataCounts: false });
    const errors = problems.filter(({ severity }) => severity === "error");
    const targets = errors.length > 0 ? [] : targetsOf(instances, asked);
    const results = await withProgress(process.stderr, async (tell) => {
      const all: (FetchedMetadata | Planned)[] = [];
      for (const target of targets) {
        const { from } = target;
        if ("url" in from) tell(`fetching ${from.url}`);
        all.push(await fetched(target, send, bounds));
      }
      return all;
    });
    const planned = results.filter((one) => "target" in one);
    const checked = planned.length > 0 ? checkPlanned(planned, locations) : [];
    const next = nextFor(locations);
    const report: MetadataReport = {
      problems: errors,
      applications: results.map((one) =>
        "target" in one ? written(one, checked[planned.indexOf(one)], next) : one,
      ),
    };
    terminal.write(values["json"] === true ? json(report) : renderReport(report, terminal));
    return exitCode(report);
  };
}

async function fetched(
  target: Target,
  send: Fetch,
  bounds: FetchBounds | undefined,
): Promise<FetchedMetadata | Planned> {
  const { settings, application, from } = target;
  const about = { config: settings.file, key: application.key, warnings: [] };
  if ("none" in from) return { ...about, is: "skipped", why: [from.none] };
  const { url } = from;
  const document = await fetchDocument(url, send, bounds);
  if ("why" in document) return { ...about, is: "failed", url, why: [document.why] };
  const planned = planDocument(target, url, document.bytes);
  return "refused" in planned ? { ...about, is: "refused", url, why: planned.refused } : planned;
}

/** Writes a document that passes the check, the config that names it last. */
function written(
  { target, url, metadata, place, bytes, config }: Planned,
  { errors, warnings }: Checked = { errors: [], warnings: [] },
  next: ReturnType<typeof nextFor>,
): FetchedMetadata {
  const { settings, application } = target;
  const about = { config: settings.file, key: application.key, url, warnings };
  if (errors.length > 0) return { ...about, is: "refused", why: errors };
  const isSame = existsSync(place) && readFileSync(place).equals(bytes);
  if (!isSame) replaceFile(place, bytes);
  if (config) replaceFile(settings.file, config.text);
  const before = application.metadata;
  const isNew = !before || isSampleIssuer(before.entityId);
  return {
    ...about,
    is: isSame ? "unchanged" : isNew ? "new" : "changed",
    metadataFile: shownPath(place),
    entityId: metadata.entityId,
    certificates: certificateChange(isNew ? undefined : before, metadata),
    ...(config && { lines: config.lines }),
    why: [],
    ...(!isSame && { next: nextOf(settings, next) }),
  };
}

function nextOf(settings: InstanceSettings, next: ReturnType<typeof nextFor>): string {
  const { synth, deploy } = next(settings);
  return `${synth}, then ${deploy(`${settings.name}-federation`)}, with credentials of account ${settings.instance.accountId}`;
}
