import { App, Testing } from "cdktf";

import { formatProblem, type InstanceSettings, loadConfig } from "../../modules/config";
import { FederationStack } from "../../modules/synth/stacks";
import { terraformModule } from "../../modules/synth/terraform-module";
import { withoutStackTraces } from "../../modules/synth/without-stack-traces";
import { load } from "./config";

/** The ARN of the instance in London. */
export const LONDON_ARN =
  "arn:aws:connect:eu-west-2:210987654321:instance/c5d2e8f1-7a3b-4c6d-8e9f-0a1b2c3d4e5f";

/** The files of a module, by their paths in it. */
export type ModuleFiles = Readonly<Record<string, string>>;

/** The module of a config file. */
export function moduleOf(file: string): ModuleFiles {
  const { instances, problems } = loadConfig(file);
  return filesOf(instances, problems.map(formatProblem));
}

/** The module of the instance in London, whose config goes on like this, beside other files. */
export function london(config: string, others: Readonly<Record<string, string>> = {}): ModuleFiles {
  const { instances, reported } = load({
    ...others,
    "london.yaml": `instanceArn: ${LONDON_ARN}\n${config}`,
  });
  return filesOf(instances, reported);
}

function filesOf([settings]: readonly InstanceSettings[], problems: string[]): ModuleFiles {
  if (!settings) throw new Error(problems.join("\n"));
  return withoutStackTraces(() => {
    const app = Testing.stubVersion(new App({ stackTraces: false }));
    return terraformModule(settings, new FederationStack(app, settings).values);
  });
}

/** Names of blocks of a type: `blocks(file, "variable")`. */
export function blocks(text: string | undefined, type: string): string[] {
  return [...(text ?? "").matchAll(new RegExp(`^${type} "(.*?)" \\{`, "gm"))].map(
    ([, name = ""]) => name,
  );
}

/** The block that starts with this text. */
export function block(text: string | undefined, head: string): string {
  const found = (text ?? "").split(/^(?=[a-z])/m).find((one) => one.startsWith(head));
  return found?.trimEnd() ?? "";
}
