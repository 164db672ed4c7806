import { readFileSync } from "node:fs";

/** The command that a page names as the way out. */
const ADOPT = "npm run adopt -- --write";

/** An assignment or permission set that exists is created for nine minutes and more, and has no error until then. */
const STILL_CREATING =
  /aws_ssoadmin_(application_assignment|permission_set)\..*: Still creating\.\.\./;

/** Tells if Terraform says what troubleshooting says to stop for. */
export function isStillCreating(said: string): boolean {
  return STILL_CREATING.test(said);
}

/** Lists the errors on a screen for whose words troubleshooting does not name adopt as the way out. */
export function withoutWayOut(said: string): string[] {
  const page = readFileSync("docs/troubleshooting.md", "utf8");
  const words = page
    .split(/^### /m)
    .filter((entry) => entry.includes(ADOPT))
    .map((entry) => entry.slice(0, entry.indexOf("\n")));
  if (isStillCreating(said)) return words.includes("Still creating...") ? [] : [said];
  const [, ...errors] = said.split("Error: ");
  if (errors.length === 0) return [said];
  return errors.filter((error) => !words.some((one) => error.includes(one)));
}
