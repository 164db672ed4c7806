import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  type Inline,
  markdownTable,
  type Text,
} from "../../text";
import type { Field, SheetContent, Step } from "./content";

/** Writes the sheet as Markdown, for a ticket or a pull request. */
export function runbook(content: SheetContent): string {
  const { title, facts, once, applications, deploy, users, usersText, verify, errors } = content;
  const blocks = [
    `# Sign-in to Amazon Connect: ${codeSpan(title)}`,
    "Every value for the Identity Center console, in the order in which the console asks. Copy each value exactly: a space or a line break in a value breaks sign-in.",
    markdownTable(
      ["", ""],
      facts.map(({ name, value }) => [escapeMarkdown(name), codeSpan(value)]),
    ),
    applications
      .map(({ displayName, status }) => `- ${codeSpan(displayName)}: ${escapeMarkdown(status)}`)
      .join("\n"),
    "## How sign-in works",
    ...applications.flatMap(({ displayName, flow }) => [
      `### ${codeSpan(displayName)}`,
      flow
        .map(
          ({ where, what }, index) =>
            `${String(index + 1)}. **${escapeMarkdown(where)}**: ${markdownOf(what)}`,
        )
        .join("\n"),
    ]),
    "## Prerequisites",
    ...steps(once),
    ...applications.flatMap((application) => [
      `## ${codeSpan(application.displayName)}`,
      `${application.done ? "Done" : "Waiting"}: ${escapeMarkdown(application.status)}.`,
      "### At the console, in one visit",
      ...steps(application.steps),
      "### What comes back",
      ...steps(application.returns),
    ]),
    ...(deploy.length > 0 ? ["## Deploy", ...steps(deploy)] : []),
    "## After deploying: users in Amazon Connect",
    ...usersText.map(markdownOf),
    ...(users.length > 0
      ? [
          markdownTable(
            ["Name", "Routing profile", "Security profiles", "Signs in through"],
            users.map(({ email, routingProfile, securityProfiles, applications }) => [
              codeSpan(email),
              codeSpan(routingProfile),
              securityProfiles.map(codeSpan).join(", "),
              applications.map(codeSpan).join(", "),
            ]),
          ),
        ]
      : []),
    "## Verify",
    ...steps(verify),
    "## If sign-in fails",
    "Messages are quoted from AWS; text in italics describes what people see.",
    markdownTable(
      ["What people see", "Usual cause", "What to do"],
      errors.map(({ message, kind, cause, fix }) => [
        kind === "words" ? escapeMarkdown(message) : `*${escapeMarkdown(message)}*`,
        markdownOf(cause),
        markdownOf(fix),
      ]),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function steps(all: readonly Step[]): string[] {
  return all.map(({ text, fields = [], mappings = [], done }) => {
    const lines = [
      `- [${done ? "x" : " "}] ${markdownOf(text)}`,
      ...fields.flatMap(fieldBlocks),
      ...mappings.flatMap(({ attribute, value, format }, index) => [
        `Row ${String(index + 1)}, format \`${format}\`: user attribute in the application, and what it maps to`,
        codeBlock("text", attribute),
        codeBlock("text", value),
      ]),
    ];
    return lines.join("\n\n").replace(/\n(?=.)/g, "\n  ");
  });
}

function fieldBlocks({ label, value }: Field): string[] {
  return [`${escapeMarkdown(label)}:`, codeBlock("text", value)];
}

/** Writes words, values and links as Markdown. */
function markdownOf(parts: Text): string {
  return parts
    .map((part: Inline) => {
      if (typeof part === "string") return escapeMarkdown(part);
      if ("ui" in part) return `**${escapeMarkdown(part.ui)}**`;
      if ("code" in part) return codeSpan(part.code);
      return `[${escapeMarkdown(part.text)}](<${part.link}>)`;
    })
    .join("");
}
