import { commandLine, howStarted } from "../../config";
import type { Run } from "../command";
import { UsageError } from "../usage";
import { USERS_HELP } from "../users-help";
import { runApply } from "./apply";
import { runExport } from "./export";
import { refuseOthers } from "./options";
import { runPlan } from "./plan";

const SUBCOMMANDS: Readonly<Record<string, Run>> = {
  plan: runPlan,
  apply: runApply,
  export: runExport,
};

/** Runs `connect-sso users`. */
export const run: Run = async ({ values, positionals }, terminal) => {
  const [name, ...rest] = positionals;
  if (name === undefined) {
    const line = commandLine(howStarted(), "users", [""]);
    terminal.write(USERS_HELP.replaceAll("connect-sso users ", line));
    return 2;
  }
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (!subcommand) {
    throw new UsageError(
      `${JSON.stringify(name)} is not a command of users; write plan, apply or export`,
    );
  }
  refuseOthers(values, name);
  return subcommand({ values, positionals: rest }, terminal);
};
