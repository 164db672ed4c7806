import { dirname } from "node:path";

import { shownPath } from "../config";
import type { Synthesis, SynthesizedInstance } from "../stacks";

/** What `npm run synth` prints: what was written, the values for the console, and what comes next. */
export function synthReport({ instances, stale }: Synthesis): string {
  return [
    ...instances.map(instanceReport),
    ...stale.removed.map(
      (folder) => `Removed ${shownPath(folder)}, which no config names any more.`,
    ),
    ...stale.kept.map(
      (folder) =>
        `Left ${shownPath(folder)}, which no config names any more, since it holds Terraform state.`,
    ),
  ].join("\n\n");
}

/** Values start their lines and stand alone on them, so that a triple click copies no blank. */
function instanceReport({ settings, values, stack, file }: SynthesizedInstance): string {
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
  return [...lines, "", ...nextStep(settings, stack, dirname(file))].join("\n");
}

function nextStep(
  { instance, applications }: SynthesizedInstance["settings"],
  stack: string,
  folder: string,
): string[] {
  const waiting = applications.filter(({ metadata }) => !metadata);
  const visit = waiting.map(({ key, displayName }) => [
    `Next: in the Identity Center console, add the application "${displayName}" with the two values above,`,
    `  save its SAML metadata file as metadata/${key}.xml beside the config, add samlMetadataFile: metadata/${key}.xml`,
    `  to applications.${key}, and run this again (or set TF_VAR_${key}_saml_metadata_document to its text and deploy).`,
  ]);
  const deploy = [
    `${waiting.length > 0 ? "Then" : "Next"}: with credentials of account ${instance.accountId}, npx cdktf deploy ${stack}`,
    `  (or terraform init && terraform apply in ${shownPath(folder)})`,
  ];
  return [...visit.flat(), ...deploy];
}
