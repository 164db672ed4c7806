import { visible, wrapped } from "../../text";
import { type Landing, type Rehearsal, STEPS } from "./rehearsal";
import { NOT_GIVEN, time } from "./step";
import { VERDICT_STYLES } from "./verdict-styles";
import type { Rendering } from "../terminal";

/** Renders the end of a report: the verdict on the sign-in, and the steps that decide on it. */
export function endLines(rehearsal: Rehearsal, rendering: Rendering): string[] {
  const { landing, verdict } = rehearsal;
  if (landing) return landingLines(rehearsal, landing, rendering);
  const [label, text] = verdict === "refused" ? refusedEnd(rehearsal) : unverifiedEnd(rehearsal);
  const { width, paint } = rendering;
  return [
    paint(VERDICT_STYLES[verdict], label) +
      wrapped(text, { width, column: label.length, indent: 2 }),
  ];
}

function titles(ids: Rehearsal["decidedBy"]): string {
  return ids.map((id) => STEPS[id]).join(", ");
}

function refusedEnd({ steps, decidedBy }: Rehearsal): [string, string] {
  const answers = steps.flatMap(({ id, problems }) =>
    decidedBy.includes(id) ? problems.flatMap((one) => ("answer" in one ? [one.answer] : [])) : [],
  );
  const several =
    decidedBy.length > 1 && answers.length > 1
      ? " Users see one of these messages; AWS does not document which comes first."
      : "";
  return ["Sign-in would be refused:", `${titles(decidedBy)}.${several}`];
}

function unverifiedEnd({ steps, decidedBy }: Rehearsal): [string, string] {
  if (decidedBy[0] === "response") {
    const text = "whether sign-in would succeed is not known.";
    return ["This cannot be read as one SAML response;", text];
  }
  const refused = steps.filter(({ asCaptured }) => asCaptured === "refused").map(({ id }) => id);
  const captured =
    refused.length > 0
      ? ` If the values are what was sent, it would be refused: ${titles(refused)}.`
      : "";
  return ["Whether sign-in would succeed cannot be told here:", `${titles(decidedBy)}.${captured}`];
}

function landingLines(
  { steps, verdict, decidedBy, passed }: Rehearsal,
  landing: Landing,
  { width, paint }: Rendering,
): string[] {
  const given = steps.some(({ id, seen }) => id === "relay-state" && seen !== NOT_GIVEN);
  const page = landing.page.trim() === "" ? "AWS Management Console" : landing.page;
  const facts = [
    ["Instance:", `${landing.instance}, ${landing.instanceArn}`],
    ["Application:", landing.application],
    ["Role:", landing.roleArn],
    [given ? "Landing page:" : "Landing page, with the configured relay state:", page],
    ["Until:", time(landing.until)],
  ] as const;
  const { user, userConfigured } = landing;
  const condition = userConfigured ? "" : ", if it has a user of the same name";
  const differing = verdict === "differs" ? titles(decidedBy) : "";
  const end = !passed
    ? `${user} would sign in to AWS, but would not get to Amazon Connect: ${differing}.`
    : differing === ""
      ? `${user} would sign in to Amazon Connect${condition}.`
      : `${user} would sign in to Amazon Connect${condition}, but otherwise than the config says: ${differing}.`;
  const style = userConfigured && differing === "" ? "passed" : "unverified";
  return [
    paint(VERDICT_STYLES[style], wrapped(visible(end), { width, column: -1, indent: 2 }).slice(1)),
    ...facts.map(([label, value]) => {
      const place = { width, column: label.length, indent: 2 };
      return `${label}${wrapped(visible(value), place)}`;
    }),
  ];
}
