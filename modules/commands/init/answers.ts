import { judgeInstanceArn } from "../../aws/connect";
import {
  applicationKeyProblem,
  commandLine,
  howStarted,
  instanceNameProblem,
  regionProblem,
} from "../../config";
import { UsageError, type Values } from "../usage";

/** What a new project is made from. */
export interface Answers {
  /** ARN of the Amazon Connect instance. */
  readonly instanceArn: string;
  /** Name of the instance, of the config file and of the stacks. */
  readonly name: string;
  /** Keys of the applications. */
  readonly applications: readonly string[];
  /** Region of Identity Center; left out, it is that of the metadata, or a guess. */
  readonly identityCenterRegion?: string;
  /** True for a project that has the CDKTF CLI; without it, Terraform deploys the stacks. */
  readonly cdktfCli: boolean;
}

export const DEFAULTS = { name: "contact-center", applications: "agent,admin" } as const;

/** Questions, in the order in which they are asked: how an answer is checked, and what it is called. */
export const CHECKS = {
  instanceArn: { option: "ARN", problem: instanceArnProblem },
  name: { option: "--name", problem: instanceNameProblem },
  applications: { option: "--applications", problem: applicationsProblem },
  identityCenterRegion: { option: "--identity-center-region", problem: regionProblem },
} as const;

/**
 * Reads the answers that the arguments give.
 *
 * @throws UsageError for an answer that the config would refuse
 */
export function givenAnswers(values: Values, positionals: readonly string[]): Partial<Answers> {
  const [instanceArn, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(`${JSON.stringify(more[0])} is not expected here; init takes one ARN`);
  }
  const { name, applications, "identity-center-region": identityCenterRegion } = values;
  const given = { instanceArn, name, applications, identityCenterRegion };
  for (const [key, { option, problem }] of Object.entries(CHECKS)) {
    const value = given[key as keyof typeof given];
    const wrong = typeof value === "string" ? problem(value) : undefined;
    if (wrong !== undefined) throw new UsageError(`${option}: ${JSON.stringify(value)} ${wrong}`);
  }
  return {
    ...(instanceArn !== undefined && { instanceArn }),
    ...(typeof name === "string" && { name }),
    ...(typeof applications === "string" && { applications: keysIn(applications) }),
    ...(typeof identityCenterRegion === "string" && { identityCenterRegion }),
    ...(values["cdktf-cli"] === true && { cdktfCli: true }),
  };
}

/** Fills in what nobody answered; the ARN has no default. */
export function withDefaults({ instanceArn, ...given }: Partial<Answers>): Answers {
  if (instanceArn === undefined) {
    throw new UsageError(
      `ARN is missing; write ${commandLine(howStarted(), "init", ["ARN"])}, with the Instance ARN from the Amazon Connect console (choose the instance, Account overview)`,
    );
  }
  return {
    instanceArn,
    name: DEFAULTS.name,
    applications: keysIn(DEFAULTS.applications),
    cdktfCli: false,
    ...given,
  };
}

/** Splits `agent, admin` into keys. */
export function keysIn(text: string): readonly string[] {
  return text.split(",").map((key) => key.trim());
}

function instanceArnProblem(arn: string): string | undefined {
  const { errors } = judgeInstanceArn(arn);
  return errors.length > 0 ? errors.join("; ") : undefined;
}

function applicationsProblem(text: string): string | undefined {
  const keys = keysIn(text);
  for (const key of keys) {
    if (key === "") return "has an empty key; write the keys with commas, as in agent,admin";
    const problem = applicationKeyProblem(key);
    if (problem !== undefined) return `has the key ${JSON.stringify(key)}, which ${problem}`;
  }
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice === undefined ? undefined : `lists ${twice} twice; list each key once`;
}
