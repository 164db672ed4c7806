import { type InstanceSettings, loadConfig } from "../../config";
import { visibleLines } from "../../text";
import { loadSdk, withinBounds } from "../aws";
import type { Run } from "../command";
import { configLocations } from "../config-location";
import { printError, printNotice } from "../failure";
import { printProblems } from "../problems";
import { withProgress } from "../progress";
import { UsageError, type Values } from "../usage";
import { csvNotices, csvOf } from "./export-csv";
import { yamlOf } from "./export-yaml";
import { type Access, openInstance } from "./open-instance";
import { optionsIn } from "./options";
import { WHOLE_MS } from "./plan-all";
import type { ReadInstance } from "./read-users";

/** Runs `connect-sso users export`. */
export const runExport: Run = async ({ values, positionals }, terminal) => {
  const format = formatIn(values);
  const options = optionsIn(values);
  const { instances, problems } = loadConfig(configLocations(positionals, "CONFIG"), new Date(), {
    metadataCounts: false,
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  printProblems(errors);
  const [settings, ...others] = instances;
  if (!settings) return 1;
  if (others.length > 0) {
    throw new UsageError("users export writes the users of one instance; name one config file");
  }
  const applications = applicationsIn(values, settings, format);
  const sdk = await loadSdk();
  if ("missing" in sdk) {
    printError(`the AWS SDK ${sdk.missing}`);
    return 3;
  }
  const stop = new AbortController().signal;
  const read = await withProgress(process.stderr, (tell) =>
    withinBounds((bounds) => readAll(settings, { ...options, sdk, bounds, stop }), {
      tell,
      wholeMs: WHOLE_MS,
    }),
  );
  if ("unread" in read) {
    printError(read.unread);
    return 3;
  }
  const users = [...read.users].sort((one, other) => (one.name < other.name ? -1 : 1));
  if (format === "yaml") {
    terminal.write(yamlOf(users, settings, applications));
    return 0;
  }
  const csv = csvOf(users);
  // A file has every character; at a terminal some would be commands.
  terminal.write(terminal.width === undefined ? csv : visibleLines(csv.replaceAll("\r\n", "\n")));
  for (const notice of csvNotices(users)) printNotice(notice);
  return 0;
};

async function readAll(
  settings: InstanceSettings,
  access: Access,
): Promise<ReadInstance | { readonly unread: string }> {
  const opened = await openInstance(settings, access);
  return "unread" in opened ? opened : opened.read({ groups: true });
}

function formatIn({ format = "csv" }: Values): "csv" | "yaml" {
  if (format === "csv" || format === "yaml") return format;
  throw new UsageError(`--format ${JSON.stringify(format)} is not csv or yaml`);
}

/** Returns the applications of users that the config does not have yet. */
function applicationsIn(
  { applications: given }: Values,
  settings: InstanceSettings,
  format: "csv" | "yaml",
): readonly string[] {
  const known = settings.applications.map(({ key }) => key);
  if (given === undefined) {
    if (known.length === 1 || format === "csv") return known;
    throw new UsageError(
      `users export --format yaml needs the applications of the users; write --applications ${known.join(",")}, or one of them`,
    );
  }
  const keys = String(given).split(",");
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown === undefined) return keys;
  throw new UsageError(
    `--applications ${JSON.stringify(unknown)} is not an application of the config; it has ${known.join(", ")}`,
  );
}
