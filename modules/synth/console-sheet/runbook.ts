import type { Field, SheetContent, Step } from "./content";
import type { Inline, Text } from "./text";

/** The sheet as Markdown, for a ticket or a pull request. */
export function runbook(content: SheetContent): string {
  const { title, facts, once, applications, deploy, users, usersText, verify, errors } = content;
  const blocks = [
    `# Sign-in to Amazon Connect: ${code(title)}`,
    "Every value for the Identity Center console, in the order in which the console asks. Copy each as it stands: a blank or a line break in one of them breaks sign-in.",
    table(
      ["", ""],
      facts.map(({ name, value }) => [plain(name), code(value)]),
    ),
    applications
      .map(({ displayName, status }) => `- ${code(displayName)}: ${plain(status)}`)
      .join("\n"),
    "## How a sign-in goes",
    ...applications.flatMap(({ displayName, flow }) => [
      `### ${code(displayName)}`,
      flow
        .map(
          ({ where, what }, index) => `${String(index + 1)}. **${plain(where)}**: ${inline(what)}`,
        )
        .join("\n"),
    ]),
    "## What must be true once",
    ...steps(once),
    ...applications.flatMap((application) => [
      `## ${code(application.displayName)}`,
      `${application.done ? "Done" : "Waiting"}: ${plain(application.status)}.`,
      "### At the console, in one visit",
      ...steps(application.steps),
      "### What comes back",
      ...steps(application.returns),
    ]),
    ...(deploy.length > 0 ? ["## Deploy", ...steps(deploy)] : []),
    "## After deploying: users in Amazon Connect",
    ...usersText.map(inline),
    ...(users.length > 0
      ? [
          table(
            ["Name", "Routing profile", "Security profiles", "Signs in through"],
            users.map(({ email, routingProfile, securityProfiles, applications }) => [
              code(email),
              code(routingProfile),
              securityProfiles.map(code).join(", "),
              applications.map(code).join(", "),
            ]),
          ),
        ]
      : []),
    "## Verify",
    ...steps(verify),
    "## When it does not work",
    "Messages are in the words of AWS; what stands in italics describes what people see.",
    table(
      ["What people see", "Usual cause", "What to do"],
      errors.map(({ message, kind, cause, fix }) => [
        kind === "words" ? plain(message) : `*${plain(message)}*`,
        inline(cause),
        inline(fix),
      ]),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function steps(all: readonly Step[]): string[] {
  return all.map(({ text, fields = [], mappings = [], done }) => {
    const lines = [
      `- [${done ? "x" : " "}] ${inline(text)}`,
      ...fields.flatMap(field),
      ...mappings.flatMap(({ attribute, value, format }, index) => [
        `Row ${String(index + 1)}, format \`${format}\`: user attribute in the application, and what it maps to`,
        ...fenced(attribute),
        ...fenced(value),
      ]),
    ];
    return lines.join("\n\n").replace(/\n(?=.)/g, "\n  ");
  });
}

function field({ label, value }: Field): string[] {
  return [`${plain(label)}:`, ...fenced(value)];
}

/** A code block that its content cannot close. */
function fenced(value: string): string[] {
  const fence = "`".repeat(Math.max(3, longestRun(value) + 1));
  return [`${fence}text\n${value.trimEnd()}\n${fence}`];
}

/** In code nothing has a meaning: no link, and no mention of anybody on GitHub. */
function code(text: string): string {
  const value = text.replace(/\s*[\r\n]+\s*/g, " ");
  const fence = "`".repeat(longestRun(value) + 1);
  const blank = /^`|`$|^ .* $/.test(value) ? " " : "";
  return `${fence}${blank}${value}${blank}${fence}`;
}

function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Escaped are the marks that would mean something to Markdown or GitHub. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&@$]/g, "\\$&");
}

function inline(parts: Text): string {
  return parts
    .map((part: Inline) => {
      if (typeof part === "string") return plain(part);
      if ("ui" in part) return `**${plain(part.ui)}**`;
      if ("code" in part) return code(part.code);
      return `[${plain(part.text)}](<${part.link}>)`;
    })
    .join("");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
