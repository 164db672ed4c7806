import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { acsUrls } from "../aws/connect";
import { commandPrefix, knownIdentityCenterAccount, shownPath } from "../config";
import { metadataVariableName, visible } from "../text";
import type { OutputReport } from "./output-folder";
import { defaultStateFile, type SynthesizedInstance, type SynthesizedStack } from "./stacks";
import type { WrittenSynthesis } from "./write-synthesis";

/**
 * Composes the output of `npm run synth`: the written files, the values for the console, and the next
 * steps.
 *
 * @param location path that the config was read from, which the next commands must read too
 */
export function synthReport({ synthesis, output }: WrittenSynthesis, location: string): string {
  const { outdir, instances } = synthesis;
  const prefix = commandPrefix(location);
  const parts = [
    ...instances.map((instance) => instanceReport(instance, outdir, prefix)),
    ...leftovers(outdir, output, shownPath(location)).map((line) => [line]),
  ];
  return parts.map((lines) => lines.map(visible).join("\n")).join("\n\n");
}

/** Says what became of the files that nothing uses any more, and what is not this program's. */
function leftovers(
  outdir: string,
  { removed, kept, foreign }: OutputReport,
  config: string,
): string[] {
  const shown = (path: string) => shownPath(join(outdir, path));
  return [
    ...removed.map(({ path, left }) => {
      const kept = left.length > 0 ? ` Kept in it: ${left.join(", ")}.` : "";
      return `Removed ${shown(path)}: nothing in ${config} uses it.${kept}${stateLeft(outdir, path)}`;
    }),
    ...kept.map(
      ({ path, reason }) => `Kept ${shown(path)}, because ${reason}; nothing in ${config} uses it.`,
    ),
    ...(foreign.length > 0
      ? [
          `Left alone, because no earlier run is known to have written it: ${foreign.map(shown).join(", ")}.`,
        ]
      : []),
  ];
}

/** Says where the state of a stack is that was removed, where it is a file. */
function stateLeft(outdir: string, path: string): string {
  const [top, stack] = path.split("/");
  if (top !== "stacks" || stack === undefined) return "";
  const state = defaultStateFile(outdir, stack);
  return existsSync(state)
    ? ` The resources that it deployed still exist; their state is in ${shownPath(state)}.`
    : "";
}

/** Reports one instance. Each value has its own line, so that a triple click copies no space. */
function instanceReport(
  synthesized: SynthesizedInstance,
  outdir: string,
  prefix: string,
): string[] {
  const { settings, values, federation, assignments } = synthesized;
  const { name, instance, applications } = settings;
  const handoff = shownPath(join(outdir, "handoff", name));
  const lines = [
    `${name}: Amazon Connect instance ${instance.instanceId}, ${instance.region}, account ${instance.accountId}`,
    `Wrote ${shownPath(federation.file)}`,
    ...(assignments ? [`Wrote ${shownPath(assignments.file)}`] : []),
    ...[federation.hcl, assignments?.hcl].flatMap((folder) =>
      folder === undefined ? [] : [`Wrote ${shownPath(folder)}, the same as HCL`],
    ),
    `Wrote ${handoff}/index.html, the sheet for the console`,
    `Wrote ${handoff}/module, a Terraform module`,
  ];
  for (const { key, displayName } of applications) {
    const own = values[key];
    if (!own) continue;
    lines.push(
      "",
      `${key}: application "${displayName}"`,
      "Relay state:",
      own.relayStateUrl,
      "Value of the attribute https://aws.amazon.com/SAML/Attributes/Role:",
      own.attributeMappingValue,
    );
  }
  const steps = [
    federationStep(synthesized, prefix),
    assignmentsStep(synthesized, prefix),
    adoptionStep(synthesized),
    waitingAssignments(synthesized),
  ];
  return [...lines, ...steps.filter((step) => step.length > 0).flatMap((step) => ["", ...step])];
}

function federationStep({ settings, federation }: SynthesizedInstance, prefix: string): string[] {
  const { instance, applications, signInEndpoint } = settings;
  const waiting = applications.filter(({ metadata }) => !metadata);
  const credentials = `with credentials of account ${instance.accountId}`;
  if (waiting.length === 0) return [`Next, ${credentials}:`, ...deploy(federation, prefix)];

  const variables = waiting.map(({ key }) => `TF_VAR_${metadataVariableName(key)}`);
  return [
    `Next, in the Identity Center console, with the values above, ACS URL ${acsUrls(instance, signInEndpoint).acsUrl}`,
    `and audience ${instance.samlAudience}, add the application`,
    ...waiting.map(
      ({ key, displayName }) =>
        `- "${displayName}"; save its metadata file as metadata/${key}.xml next to the config, and name it in applications.${key}.samlMetadataFile`,
    ),
    `Then run this again. Or set ${variables.join(", ")} to the text of each file, and deploy at once ${credentials}:`,
    ...deploy(federation, prefix),
  ];
}

function assignmentsStep({ settings, assignments }: SynthesizedInstance, prefix: string): string[] {
  if (!assignments) return [];
  const account = knownIdentityCenterAccount(settings);
  return [
    `Then, with credentials of account ${account}, where Identity Center is in ${settings.identityCenter.region}:`,
    ...deploy(assignments, prefix),
  ];
}

function adoptionStep({ settings: { adopt } }: SynthesizedInstance): string[] {
  if (!adopt) return [];
  return [
    "This takes over what adopt names instead of creating it, and fails if part of that does not exist.",
    "Afterwards remove adopt and run this again; nothing is left to change then.",
  ];
}

function waitingAssignments({ settings: { applications } }: SynthesizedInstance): string[] {
  const waiting = applications.filter(({ applicationArn }) => applicationArn === undefined);
  if (waiting.length === 0) return [];
  return [
    `Waiting for the console visit: the assignments of ${waiting.map(({ key }) => key).join(", ")}. The page of an application`,
    "shows its ARN; set it as applicationArn, and run this again.",
  ];
}

function deploy({ name, file }: SynthesizedStack, prefix: string): string[] {
  return [
    `${prefix}npx cdktf deploy ${name}`,
    `or, in ${shownPath(dirname(file))}: terraform init && terraform apply`,
  ];
}
