import { join } from "node:path";

import { commandPrefix, identityCenterAccount } from "../config";
import { plainSheet } from "./console-sheet";
import { removeOthers, writeFiles } from "./output-folder";
import type { Synthesis, SynthesizedInstance } from "./stacks";
import { terraformModule } from "./terraform-module";

/** Files of an instance for other people, in `handoff/<instance>/` of the output folder. */
export interface WrittenHandoff {
  readonly instance: string;
  /** Path of `index.html`, the sheet for the console. */
  readonly page: string;
  /** Path of `module`, the folder of the Terraform module. */
  readonly module: string;
}

/**
 * Writes the console sheet and the Terraform module of every instance, and removes those of
 * instances that are gone.
 *
 * @param location path that the config was read from
 * @throws Error when an application has no values for the console
 */
export function writeHandoff({ outdir, instances }: Synthesis, location: string): WrittenHandoff[] {
  const root = join(outdir, "handoff");
  removeOthers(
    root,
    instances.map(({ settings }) => settings.name),
  );
  return instances.map((instance) => {
    const { settings } = instance;
    const folder = join(root, settings.name);
    const { html, markdown, values } = plainSheet(sheetInput(instance, location));
    const module = Object.entries(terraformModule(settings, instance.values));
    writeFiles(folder, {
      "index.html": html,
      "RUNBOOK.md": markdown,
      "values.json": `${JSON.stringify(values, null, 2)}\n`,
      ...Object.fromEntries(module.map(([path, content]) => [`module/${path}`, content])),
    });
    return {
      instance: settings.name,
      page: join(folder, "index.html"),
      module: join(folder, "module"),
    };
  });
}

function sheetInput(synthesized: SynthesizedInstance, location: string) {
  const { settings, values, federation, assignments } = synthesized;
  const { instance, identityCenter } = settings;
  const applications = settings.applications.map(({ key, metadata, ...rest }) => {
    const own = values[key];
    if (!own) throw new Error(`${settings.name}: application ${key} has no values for the console`);
    return [key, { ...rest, ...own, hasMetadata: metadata !== undefined }] as const;
  });
  const account = identityCenterAccount(settings);
  const deploy = (stack: string) => `${commandPrefix(location)}npx cdktf deploy ${stack}`;
  return {
    name: settings.name,
    instanceArn: instance.arn,
    applications: Object.fromEntries(applications),
    signInEndpoint: settings.signInEndpoint,
    identityCenter: {
      region: identityCenter.region,
      ...(account !== undefined && { accountId: account }),
    },
    users: settings.users,
    deploy: [
      { command: deploy(federation.name), accountId: instance.accountId },
      ...(assignments && account !== undefined
        ? [{ command: deploy(assignments.name), accountId: account }]
        : []),
    ],
    configFile: settings.file,
  };
}
