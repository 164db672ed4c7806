import { relayStateUrl } from "../aws/connect";
import {
  hasOwnMetadata,
  identityCenterAccount,
  isFederationDue,
  type NextCommands,
} from "../config";
import { plainSheet } from "./console-sheet";
import type { SynthesizedInstance } from "./stacks";
import { terraformModule } from "./terraform-module";

/**
 * Makes the console sheet and the Terraform module of an instance, by their paths in the output folder.
 *
 * @param next the commands that go on with what was made
 * @throws Error when an application has no values for the console
 */
export function handoffFiles(
  instance: SynthesizedInstance,
  next: NextCommands,
): Readonly<Record<string, string>> {
  const { settings } = instance;
  const { html, markdown, values } = plainSheet(sheetInput(instance, next));
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

function sheetInput(synthesized: SynthesizedInstance, next: NextCommands) {
  const { settings, values, people } = synthesized;
  const { instance, identityCenter } = settings;
  const applications = settings.applications.map((application) => {
    const { key } = application;
    const own = values[key];
    if (!own) throw new Error(`${settings.name}: application ${key} has no values for the console`);
    return [key, { ...application, ...own, hasMetadata: hasOwnMetadata(application) }] as const;
  });
  const permissionSets = settings.permissionSets.map(
    (set) => [set.key, { ...set, relayStateUrl: relayStateUrl(instance, set) }] as const,
  );
  const account = identityCenterAccount(settings);
  const { synth, deploy, discover, metadata, rehearse, trace } = next;
  const [first] = settings.applications;
  return {
    name: settings.name,
    instanceArn: instance.arn,
    applications: Object.fromEntries(applications),
    ...(permissionSets.length > 0 && { permissionSets: Object.fromEntries(permissionSets) }),
    signInEndpoint: settings.signInEndpoint,
    identityCenter: {
      ...(!identityCenter.isRegionGuessed && { region: identityCenter.region }),
      ...(account !== undefined && { accountId: account }),
      ...(identityCenter.portalUrl !== undefined && { portalUrl: identityCenter.portalUrl }),
    },
    // Through a permission set it is always the user name.
    roleSessionName: applications.length > 0 ? settings.roleSessionName : ("userName" as const),
    users: settings.users,
    userGroups: settings.userGroups.map(({ group }) => group),
    ...(settings.usersManagedBy !== "terraform" && { usersApply: next.users("apply") }),
    synth,
    // The assignments stack is written as soon as the config has the ARN of an application.
    deploy: [
      ...(isFederationDue(settings)
        ? [{ command: deploy(`${settings.name}-federation`), accountId: instance.accountId }]
        : []),
      {
        command: deploy(`${settings.name}-assignments`),
        ...(account !== undefined && { accountId: account }),
      },
      ...(people
        ? [{ command: deploy(people.name), accountId: instance.accountId, readsGroups: true }]
        : []),
    ],
    ...(first && { lookUp: { metadata: metadata(first.key), discover } }),
    rehearse,
    trace,
    configFile: settings.file,
  };
}
