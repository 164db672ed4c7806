import { lastOf } from "../../aws";
import { formatSessionDuration } from "../../aws/iam";
import { visible } from "../../text";
import { type Finding, regionOf } from "./account";
import type { CheckedApplication, CheckedMetadata } from "./application";
import type { CheckedPermissionSet } from "./permission-set";
import type { CheckedInstance, CheckReport } from "./report";
import { renderEntry } from "../entry";
import { renderProblem } from "../problems";
import type { Rendering, Style } from "../terminal";

/** Renders a report as the text that `connect-sso check` prints. */
export function renderReport(report: CheckReport, rendering: Rendering): string {
  const { problems, instances } = report;
  return [
    ...problems.map((problem) => renderProblem(problem, rendering)),
    ...(problems.length > 0 ? [""] : []),
    ...instances.flatMap((instance) => [...instanceLines(instance, rendering), ""]),
    summary(report, rendering),
  ].join("\n");
}

const VERDICT_STYLES = {
  ok: "green",
  error: "red",
  warning: "yellow",
  waiting: "dim",
  unread: "yellow",
  failed: "red",
} as const satisfies Record<Finding["verdict"], Style>;

function instanceLines(instance: CheckedInstance, rendering: Rendering): string[] {
  const { file, instanceArn, region, accountId, policy, applications, users, live } = instance;
  const { identityCenter, permissionSets = [], whenSignInFails = [] } = instance;
  const id = lastOf(instanceArn);
  const title = `Amazon Connect instance ${id}, ${region}, account ${accountId}`;
  return [
    renderEntry(`${file}:`, title, { rendering, style: "bold", indent: 2 }),
    applications.length > 0
      ? `  policy ${policy.name}, ${policy.attach}; ${count(users, "user")}`
      : `  policies inline in the permission sets; ${count(users, "user")}`,
    ...(identityCenter.isRegionGuessed
      ? [
          renderEntry("  Identity Center", `in ${regionOf(identityCenter)}`, {
            rendering,
            style: "dim",
            indent: 4,
          }),
        ]
      : []),
    ...applications.flatMap((application) => ["", ...applicationLines(application, rendering)]),
    ...permissionSets.flatMap((one) => ["", ...permissionSetLines(one, rendering)]),
    ...(live
      ? [
          "",
          "  In the account",
          ...live.map((one) => findingLine(one, rendering)),
          "",
          renderEntry("  somebody cannot sign in?", whenSignInFails.join(", or "), {
            rendering,
            style: "dim",
            indent: 4,
          }),
          renderEntry("  another error?", "docs/troubleshooting.md of connect-sso", {
            rendering,
            style: "dim",
            indent: 4,
          }),
        ]
      : []),
  ];
}

function applicationLines(application: CheckedApplication, rendering: Rendering): string[] {
  const { key, displayName, phase, metadata, samlProvider, role, sessionSeconds } = application;
  const people = [
    ...application.groups.map((group) => `group ${group}`),
    ...application.users.map((user) => `user ${user}`),
  ];
  const facts = [
    ["phase", phase],
    ["metadata", metadata ? issuerOf(metadata) : "no file"],
    ...(metadata?.certificates ?? []).map(({ starts, ends }) => [
      "certificate",
      `${starts.slice(0, 10)} to ${ends.slice(0, 10)}`,
    ]),
    ["SAML provider", samlProvider.name],
    ["role", `${role.name}, for sessions up to ${formatSessionDuration(sessionSeconds)}`],
    ["for", people.length > 0 ? people.join(", ") : "nobody yet"],
    ["next", application.next],
  ];
  return [
    `  ${rendering.paint("bold", key)}: ${visible(displayName)}`,
    ...factLines(facts, rendering),
  ];
}

function permissionSetLines(set: CheckedPermissionSet, rendering: Rendering): string[] {
  const { key, name, roleNamePrefix, sessionSeconds, groups, users, next } = set;
  const people = [
    ...groups.map((group) => `group ${group}`),
    ...users.map((user) => `user ${user}`),
  ];
  return [
    `  ${rendering.paint("bold", key)}: permission set ${visible(name)} (preview)`,
    ...factLines(
      [
        ["role", `${roleNamePrefix}..., for sessions of ${formatSessionDuration(sessionSeconds)}`],
        ["for", people.length > 0 ? people.join(", ") : "nobody yet"],
        ["next", next],
      ],
      rendering,
    ),
  ];
}

function factLines(facts: readonly (readonly string[])[], rendering: Rendering): string[] {
  return facts.map(([label = "", value = ""]) =>
    renderEntry(label.padEnd(13), value, {
      rendering,
      style: label === "next" ? "bold" : "dim",
      before: "    ",
      indent: 18,
    }),
  );
}

function issuerOf({ entityId, issuer }: CheckedMetadata): string {
  if (!issuer) return `issued by ${entityId}`;
  const { region, accountId, applicationId } = issuer;
  const whose =
    accountId === undefined || applicationId === undefined
      ? entityId
      : `application ${applicationId} in account ${accountId}`;
  return `issued by Identity Center in ${region} for ${whose}`;
}

function findingLine({ verdict, subject, message }: Finding, rendering: Rendering): string {
  const label = verdict.padEnd(7);
  const style = VERDICT_STYLES[verdict];
  return renderEntry(label, `${subject}: ${message}`, {
    rendering,
    style,
    before: "    ",
    indent: 12,
  });
}

function count(number: number, what: string): string {
  return `${number === 0 ? "no" : String(number)} ${what}${number === 1 ? "" : "s"}`;
}

function summary(report: CheckReport, { paint }: Rendering): string {
  const { errors, warnings, unread, failed, problems, instances } = report;
  const checked = instances.flatMap(({ applications, permissionSets = [] }) => [
    ...applications,
    ...permissionSets,
  ]).length;
  const of =
    instances.length === 0
      ? ""
      : `${count(instances.length, "instance")} with ${count(checked, "application")}: `;
  const style = errors + failed > 0 ? "red" : warnings + unread > 0 ? "yellow" : "green";
  const counts = [
    count(errors, "error"),
    count(warnings, "warning"),
    ...(unread > 0 ? [`${String(unread)} could not be read`] : []),
    ...(failed > 0 ? [`${String(failed)} failed`] : []),
  ];
  const stops = problems.some(({ severity }) => severity === "error");
  const rest = stops ? "\nFix the errors to see the rest of the report." : "";
  return `${of}${paint(style, counts.join(", "))}${rest}`;
}
