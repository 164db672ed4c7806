import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import {
  hasOwnMetadata,
  identityCenterOwner,
  type InstanceSettings,
  type Invocation,
  isFederationDue,
  lateMetadata,
  type NextCommands,
  nextCommands,
  shownPath,
  stateFile,
} from "../config";
import { relayStateUrl } from "../aws/connect";
import { visible } from "../text";
import type { OutputReport } from "./output-folder";
import { type SynthesizedInstance, type SynthesizedStack, stacksOf } from "./stacks";
import type { WrittenSynthesis } from "./write-synthesis";

/**
 * Composes the output of `connect-sso synth`: the written files, the values for the console, and the next
 * steps.
 *
 * @param location path that the config was read from, which the next commands must read too
 */
export function synthReport(
  { outdir, instances, output }: WrittenSynthesis,
  location: string,
  invocation: Invocation,
): string {
  const commands = nextCommands(invocation, { location, outdir });
  const parts = [
    ...instances.map((instance) => instanceReport(instance, outdir, commands)),
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
      return `Removed ${shown(path)}: nothing in ${config} uses it.${kept}${stateLeft(outdir, path)}${renamed(path)}`;
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

/** Says what to do about an instance whose file has another name now, and so another state. */
function renamed(path: string): string {
  const [, name] = /^stacks\/(.+)-federation$/.exec(path) ?? [];
  return name === undefined
    ? ""
    : ` If its config was only renamed, name it ${name}.yaml again before you deploy: another name has another state.`;
}

/** Says where the state of a stack is that was removed, where it is a file. */
function stateLeft(outdir: string, path: string): string {
  const [top, stack] = path.split("/");
  if (top !== "stacks" || stack === undefined) return "";
  const state = stateFile({ type: "local" }, outdir, stack);
  return state !== undefined && existsSync(state)
    ? ` The resources that it deployed still exist; their state is in ${shownPath(state)}.`
    : "";
}

/** Reports one instance. Each value has its own line, so that a triple click copies no space. */
function instanceReport(
  synthesized: SynthesizedInstance,
  outdir: string,
  commands: NextCommands,
): string[] {
  const { settings, values } = synthesized;
  const { name, instance, applications } = settings;
  const handoff = shownPath(join(outdir, "handoff", name));
  const sheet = `${handoff}/index.html`;
  const lines = [
    `${name}: Amazon Connect instance ${instance.instanceId}, ${instance.region}, account ${instance.accountId}`,
    ...stacksOf(synthesized).map(({ file }) => `Wrote ${shownPath(file)}`),
    ...stacksOf(synthesized).flatMap(({ hcl: folder }) =>
      folder === undefined ? [] : [`Wrote ${shownPath(folder)}, the same as HCL`],
    ),
    `Wrote ${sheet}, the sheet for the console`,
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
  for (const set of settings.permissionSets) {
    lines.push(
      "",
      `${set.key}: permission set "${set.name}" (preview)`,
      "Relay state:",
      relayStateUrl(instance, set),
    );
  }
  return [
    ...lines,
    "",
    ...nextStep(synthesized, sheet, commands),
    ...adoptionStep(synthesized).flatMap((line, index) => (index === 0 ? ["", line] : [line])),
  ];
}

/**
 * Says the one next step: whoever sits at the console comes first, because what the console gives back
 * is all that the person at the terminal waits for.
 */
function nextStep(
  synthesized: SynthesizedInstance,
  sheet: string,
  commands: NextCommands,
): string[] {
  const { settings, federation, assignments } = synthesized;
  const { applications, instance, identityCenter } = settings;
  const keysOf = (all: typeof applications) => all.map(({ key }) => key).join(", ");
  const due = applications.filter(
    (one) =>
      !hasOwnMetadata(one) && (one.metadata !== undefined || one.applicationArn === undefined),
  );
  if (due.length > 0) {
    return [
      `Next, at the Identity Center console: add ${keysOf(due)}, as ${sheet} says.`,
      "It also says what comes back from there, and what to run then.",
    ];
  }
  const first = isFederationDue(settings)
    ? [
        `Next, at the terminal, with credentials of account ${instance.accountId}${lateMetadata(settings)}:`,
        ...deploy(federation, settings, commands),
      ]
    : [];
  const withoutArn = applications.filter(({ applicationArn }) => applicationArn === undefined);
  if (withoutArn.length > 0) {
    return [
      ...first,
      `Then set applicationArn of ${keysOf(withoutArn)}, which the application's page in the console shows and`,
      `${commands.discover} finds, and run this again: nobody is assigned before.`,
    ];
  }
  if (!assignments) return first;
  const start = first.length > 0 ? "Then" : "Next, at the terminal";
  const { region, isRegionGuessed } = identityCenter;
  const guess = isRegionGuessed ? " (a guess: set identityCenter.region to the right one)" : "";
  const open = [...applications, ...settings.permissionSets].filter(
    ({ groups, users }) => groups.length + users.length === 0,
  );
  return [
    ...first,
    ...open.map(
      ({ key }) => `List who may use ${key} in applications.${key}.assign: nobody may yet.`,
    ),
    `${start}, with credentials of ${identityCenterOwner(settings)}, where Identity Center is in ${region}${guess}:`,
    ...deploy(assignments, settings, commands),
    ...peopleStep(synthesized, commands),
    `Then the people: ${sheet} says what each of them needs to sign in.`,
  ];
}

/** Says how the users from groups are made, which takes the credentials of both accounts. */
function peopleStep({ people, settings }: SynthesizedInstance, commands: NextCommands): string[] {
  if (!people) return [];
  const { accountId } = settings.instance;
  return [
    `Then the users from groups, with credentials of account ${accountId}, and in`,
    "TF_VAR_identity_center_profile a profile of the account of Identity Center, if that is another:",
    ...deploy(people, settings, commands),
  ];
}

function adoptionStep({ settings: { adopt } }: SynthesizedInstance): string[] {
  if (!adopt) return [];
  return [
    "This takes over what adopt names instead of creating it, and fails if part of that does not exist.",
    "Afterwards remove adopt and run this again; nothing is left to change then.",
  ];
}

function deploy(
  { name, file }: SynthesizedStack,
  { backend }: InstanceSettings,
  commands: NextCommands,
): string[] {
  const folder = shownPath(dirname(file));
  return [
    commands.deploy(name),
    `or, in ${folder}: ${commands.terraform}`,
    ...(backend.type === "none"
      ? [
          `The backend is none: run from here, its state stays in ${folder}/terraform.tfstate, which nobody`,
          "else has. Deploy it where a backend is set, such as a workspace of HCP Terraform.",
        ]
      : []),
  ];
}
