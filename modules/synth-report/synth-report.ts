import { dirname } from "node:path";

import { shownPath } from "../config";
import type { Synthesis, SynthesizedInstance } from "../stacks";

/**
 * What `npm run synth` prints: what was written, the values for the console, and what comes next.
 *
 * @param location where the config was read from; the commands to come must read it there too
 */
export function synthReport({ instances, stale }: Synthesis, location: string): string {
  const config = shownPath(location);
  const prefix = config === "config" ? "" : `CONNECT_SSO_CONFIG=${quoted(config)} `;
  const left = (state: string | undefined) =>
    state === undefined
      ? ""
      : ` What it deployed is still there, and its state in ${shownPath(state)}.`;
  return [
    ...instances.map((instance) => instanceReport(instance, prefix)),
    ...stale.removed.map(
      ({ folder, state }) =>
        `Removed ${shownPath(folder)}: there is no config for it in ${config}.${left(state)}`,
    ),
    ...stale.kept.map(
      (folder) =>
        `Left ${shownPath(folder)}, as it holds Terraform state; there is no config for it in ${config}.`,
    ),
  ].join("\n\n");
}

/** Values start their lines and stand alone on them, so that a triple click copies no blank. */
function instanceReport(synthesized: SynthesizedInstance, prefix: string): string {
  const { settings, values, file } = synthesized;
  const { name, instance, applications } = settings;
  const lines = [
    `${name}: Amazon Connect instance ${instance.instanceId}, ${instance.region}, account ${instance.accountId}`,
    `Wrote ${shownPath(file)}`,
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
  return [...lines, "", ...nextStep(synthesized, prefix)].join("\n");
}

function nextStep({ settings, stack, file }: SynthesizedInstance, prefix: string): string[] {
  const { instance, applications } = settings;
  const waiting = applications.filter(({ metadata }) => !metadata);
  const deploy = [
    `${prefix}npx cdktf deploy ${stack}`,
    `or, in ${shownPath(dirname(file))}: terraform init && terraform apply`,
  ];
  const credentials = `with credentials of account ${instance.accountId}`;
  if (waiting.length === 0) return [`Next, ${credentials}:`, ...deploy];

  const variables = waiting.map(({ key }) => `TF_VAR_${key}_saml_metadata_document`);
  return [
    `Next, in the Identity Center console, with the values above, ACS URL ${instance.acsUrl}`,
    `and audience ${instance.samlAudience}, add the application`,
    ...waiting.map(
      ({ key, displayName }) =>
        `- "${displayName}"; save its metadata file as metadata/${key}.xml beside the config, and name it in applications.${key}.samlMetadataFile`,
    ),
    `Then run this again. Or deploy at once ${credentials}, the text of each file being in ${variables.join(", ")}:`,
    ...deploy,
  ];
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
