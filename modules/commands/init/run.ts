import { join } from "node:path";

import { judgeInstanceArn } from "../../aws/connect";
import { SAMPLE_ACCOUNT } from "../../aws/identity-center";
import { loadConfig } from "../../config";
import { commandLine, howStarted } from "../../config/invocation";
import { visible } from "../../text";
import type { Run } from "../command";
import { offeredInstances } from "../discover";
import { printError, printWarning } from "../failure";
import { withProgress } from "../progress";
import type { Values } from "../usage";
import { type Answers, givenAnswers, withDefaults } from "./answers";
import { askFor } from "./ask";
import { configText } from "./config-text";
import { personAtTerminal } from "./person";
import { projectFiles } from "./project-files";
import { exists, writeNew, type Written } from "./write-new";

/** Runs `connect-sso init`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const given = givenAnswers(values, positionals);
  const isAsked = process.stdin.isTTY && process.stdout.isTTY && values["yes"] !== true;
  const { profile } = values;
  const answers = isAsked
    ? await askFor(given, await personAtTerminal(), () => offer(profile))
    : given;
  if (answers === undefined) {
    console.error("Nothing was written.");
    return 1;
  }
  return initialize(withDefaults(answers), terminal.write);
};

/** Finds the instances that the AWS credentials see, which takes half a minute at most. */
function offer(profile: Values[string]) {
  const options = typeof profile === "string" ? { profile } : {};
  return withProgress(process.stderr, (tell) => offeredInstances(options, tell));
}

function initialize(answers: Answers, write: (text: string) => void): number {
  const folder = process.cwd();
  const config = `config/${answers.name}.yaml`;
  if (exists(join(folder, config))) {
    printError(
      `${config} exists, and is not overwritten; choose another name with --name, or change that file; nothing was written`,
    );
    return 1;
  }
  const { instances } = loadConfig("config");
  const own = instances.find(({ instance }) => instance.arn === answers.instanceArn);
  if (own) {
    printError(
      `${own.file} is for this instance already; change that file, and run ${commandLine(howStarted(), "synth")}; nothing was written`,
    );
    return 1;
  }
  for (const warning of judgeInstanceArn(answers.instanceArn).warnings) {
    printWarning(`ARN: ${JSON.stringify(answers.instanceArn)} ${warning}`);
  }
  const hasApp = exists(join(folder, "cdktf.json"));
  const isClone = howStarted().program === "npm run";
  const schema = isClone
    ? "../connect-sso.schema.json"
    : "../node_modules/connect-sso/connect-sso.schema.json";
  const report = writeNew(folder, {
    ...(!hasApp && projectFiles(folder, answers)),
    [config]: configText(answers, schema),
  });
  const samples = instances.flatMap(({ file, instance }) =>
    instance.accountId === SAMPLE_ACCOUNT
      ? [`${file} is a sample, whose files are written too: remove it`]
      : [],
  );
  write(`${[...samples, ...textOf(report, hasApp, answers)].map(visible).join("\n")}\n`);
  return 0;
}

/** What to do about files that existed, where something must be done. */
const TO_DO: Readonly<Record<string, string>> = {
  ".gitignore": "it should list node_modules/, cdktf.out/ and *.tfstate*",
  "main.ts": "cdktf.json runs it, so it must synthesize, as connect-sso/app does",
};

function textOf({ written, left }: Written, hasApp: boolean, answers: Answers): string[] {
  const invocation = howStarted();
  const isClone = invocation.program === "npm run";
  const synth = commandLine(invocation, "synth");
  const cli = answers.cdktfCli ? " cdktf-cli@0.21" : "";
  const install = "npm install connect-sso cdktf@0.21 @cdktf/provider-aws@21 constructs";
  return [
    ...written.map((path) => `Wrote ${path}`),
    ...left.map((path) => {
      const todo = path === "package.json" ? `run ${install} tsx${cli}` : TO_DO[path];
      return `Left ${path} as it is${todo === undefined ? "" : `; ${todo}`}`;
    }),
    ...(hasApp ? ["This folder has a CDKTF app, so nothing else was written."] : []),
    "",
    ...(isClone || left.includes("package.json")
      ? [`Next: ${synth}`]
      : hasApp
        ? [`Next: ${install}, if they are not installed, and ${synth}`]
        : [`Next: npm install, and then npx connect-sso synth`]),
  ];
}
