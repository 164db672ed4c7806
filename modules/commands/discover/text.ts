import { visible } from "../../text";
import { renderChange } from "../config-edit";
import { renderEntry } from "../entry";
import type { Rendering, Style } from "../terminal";
import type { FoundIdentityCenter } from "./find-identity-centers";
import type { FoundInstance } from "./find-instances";
import { isUnread } from "./gap";
import type { Match } from "./matches";
import type { DiscoveredConfig, DiscoverReport } from "./report";

/** Groups that are named; `--json` has them all. */
const SHOWN_GROUPS = 50;

/** Stands where nothing was found, and a call failed: that is no proof that there is nothing. */
const NOT_ALL_READ = "  none was seen, but not everything could be read, so there may be one";

/** Renders what the accounts have as the text that `connect-sso discover` prints. */
export function renderFound(report: DiscoverReport, rendering: Rendering): string {
  const { instances, identityCenters, accounts, gaps } = report;
  const entry = entryIn(rendering);
  const account = accounts.connect === undefined ? "" : ` in account ${accounts.connect}`;
  return [
    rendering.paint("bold", `Amazon Connect${account}`),
    ...(instances.length === 0
      ? [isUnread(gaps, "Amazon Connect") ? NOT_ALL_READ : "  no instance was found"]
      : []),
    ...instances.flatMap((one) => instanceLines(one, rendering)),
    "",
    ...(identityCenters.length === 0
      ? [
          rendering.paint("bold", "IAM Identity Center"),
          isUnread(gaps, "Identity Center")
            ? NOT_ALL_READ
            : "  none was found; --identity-center-profile and --identity-center-region name another account and region",
        ]
      : []),
    ...identityCenters.flatMap((one) => identityCenterLines(one, rendering)),
    ...(gaps.length > 0 ? [""] : []),
    ...gaps.map(({ what, why }) => entry("unread", "yellow", `${what}: ${why}`)),
  ].join("\n");
}

/** Renders what was found of a config, and the lines that would change. */
export function renderConfig(config: DiscoveredConfig, rendering: Rendering): string {
  const { file, instanceArn, instanceProblem, applications, identityCenterRegion, lines } = config;
  const entry = entryIn(rendering);
  return [
    renderEntry(`${file}:`, instanceArn, { rendering, style: "bold", indent: 2 }),
    ...(instanceProblem === undefined ? [] : [entry("wrong", "red", instanceProblem)]),
    ...(applications.length === 0
      ? [entry("unread", "yellow", "no applications of Identity Center to compare with")]
      : applications.map((one) => entry(...matchEntry(one)))),
    ...(identityCenterRegion === undefined
      ? []
      : [entry("found", "green", `Identity Center is in ${identityCenterRegion}`)]),
    ...(lines.length === 0 ? [] : ["", renderChange(lines, rendering)]),
  ].join("\n");
}

/** Says what comes of the lines: a sentence, or nothing where there are none. */
export function renderEnding({ file, lines, written, problem }: DiscoveredConfig): string {
  if (problem !== undefined) return `Not written: ${problem}.\n`;
  if (lines.length === 0) return "";
  return written === true
    ? `${file} has these lines.\n`
    : `Put these lines into ${file}, or run this with --write.\n`;
}

function entryIn(rendering: Rendering) {
  return (label: string, style: Style, text: string) =>
    renderEntry(label.padEnd(9), text, { rendering, style, before: "  ", indent: 11 });
}

function instanceLines(one: FoundInstance, rendering: Rendering): string[] {
  const { arn, region, alias, identityManagement, status } = one;
  const isSaml = identityManagement === "SAML";
  const facts = [
    region,
    isSaml ? "SAML" : `${identityManagement}, so no single sign-on: that is fixed at creation`,
    ...(status === "ACTIVE" ? [] : [status]),
  ].join(", ");
  return [
    renderEntry(`${alias ?? "without an alias"}:`, facts, {
      rendering,
      style: isSaml ? "green" : "yellow",
      before: "  ",
      indent: 4,
    }),
    `    ${rendering.paint("dim", visible(arn))}`,
  ];
}

const KINDS = {
  organization: "organization instance",
  account: "probably an account instance",
  unknown: "organization or account instance",
} as const satisfies Record<FoundIdentityCenter["kind"], string>;

const NOTES = {
  organization: undefined,
  account:
    "it has no permission sets, like an account instance; SAML applications need an organization instance",
  unknown: "AWS does not say which it is; SAML applications need an organization instance",
} as const satisfies Record<FoundIdentityCenter["kind"], string | undefined>;

function identityCenterLines(one: FoundIdentityCenter, rendering: Rendering): string[] {
  const { arn, region, ownerAccountId, kind, keyType, keyArn, applications, groups } = one;
  const line = (label: string, text: string) =>
    renderEntry(label, text, { rendering, style: "dim", before: "  ", indent: 4 });
  const key =
    keyType === undefined ? "" : `; ${keyType} key${keyArn === undefined ? "" : ` ${keyArn}`}`;
  const note = NOTES[kind];
  const owner = ownerAccountId === undefined ? "" : ` of account ${ownerAccountId}`;
  return [
    renderEntry(`IAM Identity Center in ${region}:`, `${KINDS[kind]}${owner}${key}`, {
      rendering,
      style: "bold",
      indent: 2,
    }),
    `  ${rendering.paint("dim", visible(arn))}`,
    ...(note === undefined ? [] : [line("note", note)]),
    ...(applications ?? []).map(({ name, arn: own, status }) =>
      renderEntry(
        "application",
        `${JSON.stringify(name)}: ${own}${status === "DISABLED" ? ", disabled" : ""}`,
        {
          rendering,
          style: "dim",
          before: "  ",
          indent: 4,
        },
      ),
    ),
    ...(applications?.length === 0 ? ["  no applications"] : []),
    ...(groups ? [line("groups", groupsOf(one))] : []),
  ];
}

function groupsOf({ groups = [], hasMoreGroups }: FoundIdentityCenter): string {
  if (groups.length === 0) return "none";
  const names = groups.slice(0, SHOWN_GROUPS).map(({ name }) => name);
  const more = groups.length - names.length;
  const rest = hasMoreGroups === true ? " and more" : more > 0 ? ` and ${String(more)} more` : "";
  return `${names.join(", ")}${rest}`;
}

function matchEntry(match: Match): [label: string, style: Style, text: string] {
  const { key, displayName, is, configured, arns, hint } = match;
  const name = JSON.stringify(displayName);
  const all = arns.join(", ");
  switch (is) {
    case "same":
      return ["same", "green", `${key}: applicationArn is that of ${name}`];
    case "found":
      return [
        "found",
        "green",
        `${key}: ${name} is ${all}${configured === undefined ? "" : `; the config has ${configured}, which does not exist`}`,
      ];
    case "differs":
      return [
        "differs",
        "red",
        `${key}: ${name} is ${all}, but the config has ${String(configured)}, which is another application; correct applications.${key}.applicationArn, or set displayName to its name`,
      ];
    case "ambiguous":
      return [
        "ambiguous",
        "red",
        hint === undefined
          ? `${key}: ${String(arns.length)} applications are called ${name}: ${all}; set applications.${key}.applicationArn to the right one, or give them different names`
          : `${key}: ${name} is the name of ${hint} too; set displayName of one of them, or applicationArn of both, by hand`,
      ];
    case "missing":
      return [
        "missing",
        "yellow",
        `${key}: no application is called ${name}${hint === undefined ? "" : `; the nearest name is ${JSON.stringify(hint)}: set applications.${key}.displayName to it if that is the one`}`,
      ];
  }
}
