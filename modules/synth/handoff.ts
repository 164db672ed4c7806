import { hasOwnMetadata, identityCenterAccount } from "../config";
import { plainSheet } from "./console-sheet";
import { nextCommands } from "./next-commands";
import type { SynthesizedInstance } from "./stacks";
import { terraformModule } from "./terraform-module";

/**
 * Makes the console sheet and the Terraform module of an instance, by their paths in the output folder.
 *
 * @param location path that the config was read from
 * @param outdir path of the output folder, which the next commands must use too
 * @throws Error when an application has no values for the console
 */
export function handoffFiles(
  instance: SynthesizedInstance,
  location: string,
  outdir: string,
): Readonly<Record<string, string>> {
  const { settings } = instance;
  const { html, markdown, values } = plainSheet(sheetInput(instance, location, outdir));
  const files = {
    "index.html": html,
    "RUNBOOK.md": markdown,
    "values.json": `${JSON.stringify(values, null, 2)}\n`,
    ...Object.fromEntries(
      Object.entries(terraformModule(settings, instance.values)).map(([path, content]) => [
        `module/${path}`,
        content,
      ]),
    ),
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`handoff/${settings.name}/${path}`, content]),
  );
}

function sheetInput(synthesized: SynthesizedInstance, location: string, outdir: string) {
  const { settings, values } = synthesized;
  const { instance, identityCenter } = settings;
  const applications = settings.applications.map((application) => {
    const { key } = application;
    const own = values[key];
    if (!own) throw new Error(`${settings.name}: application ${key} has no values for the console`);
    return [key, { ...application, ...own, hasMetadata: hasOwnMetadata(application) }] as const;
  });
  const account = identityCenterAccount(settings);
  const { synth, deploy, rehearse, trace } = nextCommands(location, outdir);
  return {
    name: settings.name,
    instanceArn: instance.arn,
    applications: Object.fromEntries(applications),
    signInEndpoint: settings.signInEndpoint,
    identityCenter: {
      ...(!identityCenter.isRegionGuessed && { region: identityCenter.region }),
      ...(account !== undefined && { accountId: account }),
    },
    roleSessionName: settings.roleSessionName,
    users: settings.users,
    synth,
    // The assignments stack is written as soon as the config has the ARN of an application.
    deploy: [
      { command: deploy(`${settings.name}-federation`), accountId: instance.accountId },
      {
        command: deploy(`${settings.name}-assignments`),
        ...(account !== undefined && { accountId: account }),
      },
    ],
    rehearse,
    trace,
    configFile: settings.file,
  };
}
