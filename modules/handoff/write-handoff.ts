import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { commandPrefix, identityCenterAccount } from "../config";
import { consoleSheet } from "../console-sheet";
import type { Synthesis, SynthesizedInstance } from "../stacks";

/** The sheet of an instance, written to `handoff/<instance>/` in the output folder. */
export interface WrittenSheet {
  readonly instance: string;
  /** `index.html` */
  readonly page: string;
}

/**
 * Writes the console sheet of every instance, and removes those of instances that are gone.
 *
 * @param location where the config was read from
 */
export function writeSheets({ outdir, instances }: Synthesis, location: string): WrittenSheet[] {
  const root = join(outdir, "handoff");
  mkdirSync(root, { recursive: true });
  const current = instances.map(({ settings }) => settings.name);
  for (const name of readdirSync(root)) {
    if (!current.includes(name)) rmSync(join(root, name), { recursive: true });
  }
  return instances.map((instance) => {
    const { name } = instance.settings;
    const { html, markdown, values } = consoleSheet(sheetInput(instance, location));
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), html);
    writeFileSync(join(folder, "RUNBOOK.md"), markdown);
    writeFileSync(join(folder, "values.json"), `${JSON.stringify(values, null, 2)}\n`);
    return { instance: name, page: join(folder, "index.html") };
  });
}

function sheetInput(synthesized: SynthesizedInstance, location: string) {
  const { settings, values, federation, assignments } = synthesized;
  const { instance, identityCenter } = settings;
  const applications = settings.applications.flatMap((application) => {
    const own = values[application.key];
    const { key, metadata, ...rest } = application;
    return own ? [[key, { ...rest, ...own, hasMetadata: metadata !== undefined }] as const] : [];
  });
  const account = identityCenterAccount(settings);
  const deploy = (stack: string) => `${commandPrefix(location)}npx cdktf deploy ${stack}`;
  return {
    name: settings.name,
    instanceArn: instance.arn,
    applications: Object.fromEntries(applications),
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
