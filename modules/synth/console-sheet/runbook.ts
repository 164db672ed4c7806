import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  type Inline,
  markdownTable,
  type Text,
} from "../../text";
import {
  type Field,
  forEach,
  inDirectory,
  type Instruction,
  type SheetContent,
  type Step,
} from "./content";

/** Writes the sheet as Markdown, for a ticket or a pull request. */
export function runbook(content: SheetContent): string {
  const { title, facts, order, flow, credentials, once, guide, applications, terminal } = content;
  const {
    permissionSets,
    users,
    usersText,
    moreUsers,
    leavingText,
    userSteps,
    people,
    verify,
    verifyText,
    errors,
  } = content;
  const blocks = [
    `# Sign-in to Amazon Connect: ${codeSpan(title)}`,
    "Everything up to a signed-in user of Amazon Connect (Amazon Connect Customer), with every value for the Identity Center console. Copy each value exactly: a space or a line break in a value breaks sign-in.",
    markdownTable(
      ["", ""],
      facts.map(({ name, value }) => [escapeMarkdown(name), codeSpan(value)]),
    ),
    ...(applications.length > 0
      ? [
          applications
            .map(
              ({ displayName, status }) => `- ${codeSpan(displayName)}: ${escapeMarkdown(status)}`,
            )
            .join("\n"),
        ]
      : []),
    "## Who does what",
    numbered(order.map(({ who, what }) => `**${escapeMarkdown(who)}:** ${markdownOf(what)}`)),
    "## How sign-in works",
    numbered(flow.map(({ where, what }) => `**${escapeMarkdown(where)}**: ${markdownOf(what)}`)),
    "## Prerequisites",
    markdownOf(credentials),
    ...steps(once),
    ...(applications.length > 0 ? ["## The applications", forEach(applications)] : []),
    ...guide.map((one, index) => listItem(`${String(index + 1)}. `, one)),
    ...applications.flatMap((application) => [
      `### ${codeSpan(application.displayName)}`,
      `${application.done ? "Received" : "Waiting"}: ${escapeMarkdown(application.status)}.`,
      ...steps(application.steps),
    ]),
    ...(permissionSets
      ? [
          "## Permission sets (preview)",
          ...permissionSets.texts.map(markdownOf),
          ...steps(permissionSets.steps),
        ]
      : []),
    ...(terminal.length > 0 ? ["## At the terminal", ...steps(terminal)] : []),
    "## Users in Amazon Connect",
    ...usersText.map(markdownOf),
    ...(users.length > 0
      ? [
          markdownTable(
            [
              "Name",
              "Routing profile",
              "Security profiles",
              "Signs in through",
              "In Identity Center",
            ],
            users.map(({ name, routingProfile, securityProfiles, applications, ...user }) => [
              codeSpan(name),
              codeSpan(routingProfile),
              securityProfiles.map(codeSpan).join(", "),
              applications.map(codeSpan).join(", "),
              inDirectory(user.createInIdentityCenter),
            ]),
          ),
        ]
      : []),
    ...[...moreUsers, ...leavingText].map(markdownOf),
    ...steps(userSteps),
    "## People in Identity Center",
    ...steps(people),
    "## Verify",
    ...steps(verify),
    "## When it does not work",
    ...verifyText.map(markdownOf),
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

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${String(index + 1)}. ${item}`).join("\n");
}

function steps(all: readonly Step[]): string[] {
  return all.map((step) => listItem(`- `, step, `[${step.done ? "x" : " "}] `));
}

/** Writes an item of a list, with its values indented as far as its text. */
function listItem(
  mark: string,
  { text, fields = [], mappings = [] }: Instruction,
  box = "",
): string {
  const lines = [
    `${mark}${box}${markdownOf(text)}`,
    ...fields.flatMap(fieldBlocks),
    ...mappings.flatMap(({ row, attribute, value, format }) => [
      `Row ${String(row)}, format \`${format}\`: user attribute in the application, and what it maps to`,
      codeBlock("text", attribute),
      codeBlock("text", value),
    ]),
  ];
  return lines.join("\n\n").replace(/\n(?=.)/g, `\n${" ".repeat(mark.length)}`);
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
