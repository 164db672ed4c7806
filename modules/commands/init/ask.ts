import type { Offered } from "../discover";
import { type Answers, CHECKS, DEFAULTS, keysIn } from "./answers";

/** A person at a terminal. Each function returns `undefined` when the person gives up. */
export interface Person {
  readonly text: (question: TextQuestion) => Promise<string | undefined>;
  readonly choose: (question: ChoiceQuestion) => Promise<string | undefined>;
  readonly confirm: (message: string) => Promise<boolean | undefined>;
  readonly say: (message: string) => void;
}

interface TextQuestion {
  readonly message: string;
  readonly initial?: string;
  /** Shown in grey where nothing was typed yet. */
  readonly hint?: string;
  /** Says what is wrong with an answer. */
  readonly problem: (answer: string) => string | undefined;
}

interface ChoiceQuestion {
  readonly message: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const OTHER = "other";

/**
 * Asks for what the arguments do not say.
 *
 * @param offer finds the instances to choose from
 * @returns `undefined` when the person gives up
 */
export async function askFor(
  given: Partial<Answers>,
  person: Person,
  offer: () => Promise<Offered>,
): Promise<Partial<Answers> | undefined> {
  const instanceArn = given.instanceArn ?? (await askForArn(person, await offer()));
  if (instanceArn === undefined) return undefined;
  const name =
    given.name ??
    (await person.text({
      message: "A name for the instance, which the config file and the stacks get",
      initial: DEFAULTS.name,
      problem: CHECKS.name.problem,
    }));
  if (name === undefined) return undefined;
  const applications =
    given.applications ??
    (await keysOf(
      person.text({
        message: "Keys of the applications, one for each audience with its own tile",
        initial: DEFAULTS.applications,
        problem: CHECKS.applications.problem,
      }),
    ));
  if (applications === undefined) return undefined;
  const region =
    given.identityCenterRegion ??
    (await person.text({
      message: "Region of IAM Identity Center, or nothing if you do not know it yet",
      hint: "us-east-1",
      problem: (answer) =>
        answer === "" ? undefined : CHECKS.identityCenterRegion.problem(answer),
    }));
  if (region === undefined) return undefined;
  const cdktfCli =
    given.cdktfCli ??
    (await person.confirm(
      "Install the CDKTF CLI too? It takes 420 MB; Terraform alone deploys as well",
    ));
  if (cdktfCli === undefined) return undefined;
  return {
    instanceArn,
    name,
    applications,
    ...(region !== "" && { identityCenterRegion: region }),
    cdktfCli,
  };
}

async function askForArn(person: Person, offered: Offered): Promise<string | undefined> {
  const { instances, unread } = offered;
  for (const why of unread) person.say(why);
  if (instances.length > 0) {
    const chosen = await person.choose({
      message: "The Amazon Connect instance",
      choices: [
        ...instances.map(({ arn, alias, region, identityManagement }) => ({
          value: arn,
          label: `${alias ?? "no alias"}, ${region}, ${identityManagement}: ${arn}`,
        })),
        { value: OTHER, label: "another one" },
      ],
    });
    if (chosen !== OTHER) return chosen;
  }
  return person.text({
    message:
      "Instance ARN, from the Amazon Connect console (choose the instance, Account overview)",
    hint: "arn:aws:connect:...",
    problem: CHECKS.instanceArn.problem,
  });
}

async function keysOf(answer: Promise<string | undefined>): Promise<readonly string[] | undefined> {
  const text = await answer;
  return text === undefined ? undefined : keysIn(text);
}
