import type { Answers } from "./answers";

/**
 * Writes the config of a new instance, with the keys that people set next as comments.
 *
 * @param schema path of the JSON Schema from the folder of the config
 */
export function configText(answers: Answers, schema: string): string {
  const { instanceArn, applications, identityCenterRegion } = answers;
  return [
    `# yaml-language-server: $schema=${schema}`,
    "#",
    "# Every name, ARN and URL is derived from the ARN of the instance. The sheet that synth writes says what",
    "# to do at the Identity Center console, and which lines to add here for what comes back.",
    `instanceArn: ${instanceArn}`,
    "applications:",
    ...applications.flatMap((key) => [
      `  ${key}:`,
      "    # destination: /connect/ccp # landing page; left out: the admin website",
      "    # assign: { groups: [] } # who may use it: groups by display name, users by user name",
    ]),
    ...(identityCenterRegion === undefined
      ? []
      : ["identityCenter:", `  region: ${identityCenterRegion}`]),
    "",
  ].join("\n");
}
