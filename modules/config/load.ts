import { resolve } from "node:path";

import {
  checkAdopt,
  checkConfig,
  type CheckedConfig,
  checkInstanceArn,
  type MetadataUse,
  nameCollisions,
  type Partially,
  readMetadataFiles,
  replicas,
  sameMetadata,
  sharedClaims,
  stateCollisions,
} from "./checks";
import { type ConfigFile, configSchema, explainIssue } from "./schema";
import {
  allConfigFiles,
  byPlace,
  checkInstanceNames,
  ConfigSource,
  instanceName,
  type Problem,
  readBounded,
  type Reader,
  shownPath,
} from "./source";
import { type InstanceSettings, instanceSettings, withAdoption } from "./settings";
import { withUsersFrom } from "./users-from";

/** The settings of the instances, and the problems of their config files. */
export interface LoadedConfig {
  /** Settings of every instance; empty when there is an error. */
  readonly instances: readonly InstanceSettings[];
  /** Every problem of every file, errors first. */
  readonly problems: readonly Problem[];
}

/** Options of `loadConfig`. */
interface LoadOptions {
  /**
   * Whether problems of metadata files count. Where they do not, a file that is missing or wrong is as
   * one that the config does not name.
   *
   * @default true
   */
  readonly metadataCounts?: boolean;
  /** Contents that are read in place of those of files, by absolute path. */
  readonly instead?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads and checks the config files at one or more places, and the metadata files that they name.
 *
 * @param locations YAML files and folders of them, which are checked together
 * @param now time with which the dates of metadata are compared
 */
export function loadConfig(
  locations: string | readonly string[],
  now: Date = new Date(),
  { metadataCounts = true, instead = new Map() }: LoadOptions = {},
): LoadedConfig {
  const { files, problems: folderProblems } = allConfigFiles([locations].flat());
  const reader: Reader = (path, most) => {
    const bytes = instead.get(resolve(path));
    return bytes === undefined ? readBounded(path, most) : { is: "read", bytes };
  };
  const read = files.map((file) => readInstance(file, reader, now));
  const metadataProblems = metadataCounts
    ? [
        ...read.flatMap((one) => one.metadataProblems),
        ...sameMetadata(read.flatMap(({ uses }) => uses)),
      ]
    : [];
  const checked = read.flatMap((one) => one.checked ?? []);
  const problems = [
    ...folderProblems,
    ...checkInstanceNames(files),
    ...read.flatMap((one) => one.problems),
    ...nameCollisions(checked),
    ...stateCollisions(checked),
    ...sharedClaims(checked),
    ...metadataProblems,
    ...replicas(checked),
  ].sort(byPlace);
  const failed = problems.some(({ severity }) => severity === "error");
  return { instances: failed ? [] : read.flatMap(({ settings }) => settings ?? []), problems };
}

interface ReadInstance {
  /** The config, when the file is YAML, whatever else is wrong. */
  readonly checked?: CheckedConfig;
  /** The settings, when the schema accepts the file. */
  readonly settings?: InstanceSettings;
  readonly uses: readonly MetadataUse[];
  readonly problems: readonly Problem[];
  readonly metadataProblems: readonly Problem[];
}

function readInstance(file: string, reader: Reader, now: Date): ReadInstance {
  const shown = shownPath(file);
  const text = readText(file, reader);
  if ("error" in text) {
    const problem = { severity: "error", file: shown, message: text.error } as const;
    return { uses: [], problems: [problem], metadataProblems: [] };
  }
  const { source: written, problems: syntax } = ConfigSource.read(shown, text.text);
  if (!written) return { uses: [], problems: syntax, metadataProblems: [] };
  const { source, problems: ofUsers } = withUsersFrom(written, reader);

  const parsed = configSchema.safeParse(source.data);
  const issues = oncePerValue(parsed.error?.issues ?? []);
  const complete = parsed.data && filled(parsed.data);
  const config = complete ?? filled(wellFormedParts(source.data, issues));
  const { instance, problems: arnProblems } = checkInstanceArn(source, config);
  const metadata = readMetadataFiles(source, config, {
    accountId: instance?.accountId,
    now,
    reader,
  });
  const documents = new Map(metadata.uses.map((use) => [use.application, use.metadata]));
  const names = { name: instanceName(file), file: shown };
  const settings =
    complete &&
    instance &&
    withAdoption(
      instanceSettings(names, complete, instance, documents, (user) =>
        source.otherFile(["users", user]),
      ),
      complete.adopt,
    );
  const problems = oncePerPlace([
    ...syntax,
    ...ofUsers,
    ...issues.flatMap((issue) => explainIssue(issue, source)),
    ...arnProblems,
    ...checkConfig(source, config, instance, instanceName(file)),
    ...(settings ? checkAdopt(source, complete, settings) : []),
  ]);
  return {
    uses: metadata.uses,
    problems,
    metadataProblems: metadata.problems,
    checked: { source, config, ...(instance && { accountId: instance.accountId }) },
    ...(settings && { settings }),
  };
}

/** Length of the longest config file, in bytes: enough for more than 5,000 users. */
const CONFIG_MAX_BYTES = 2_000_000;

function readText(file: string, reader: Reader): { text: string } | { error: string } {
  const read = reader(file, CONFIG_MAX_BYTES);
  switch (read.is) {
    case "missing":
      return { error: "does not exist; name another config file or folder" };
    case "folder":
    case "no file":
      return { error: "is not a file; a config is a YAML file; name that file" };
    case "too long":
      return {
        error: `is longer than ${String(CONFIG_MAX_BYTES / 1_000_000)} MB, so it is not read; make sure that it is a YAML config file`,
      };
    case "unreadable":
      return { error: `cannot be read (${read.code}); give yourself permission to read it` };
    case "read":
      try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(read.bytes) };
      } catch {
        return { error: "is not UTF-8; YAML files are UTF-8; save it as UTF-8" };
      }
  }
}

/** Zod checks the length of a value even when its type is wrong. */
function oncePerValue<T extends { code?: string; path: PropertyKey[] }>(issues: readonly T[]): T[] {
  const name = ({ path }: T) => JSON.stringify(path);
  const wrong = new Set(issues.filter(({ code }) => code === "invalid_type").map(name));
  return issues.filter((issue) => issue.code === "invalid_type" || !wrong.has(name(issue)));
}

/** A value of `usersFrom` is that of many users, of whom the first tells what is wrong with it. */
function oncePerPlace(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ keyPath = "", line, column, severity }) => {
    if (!keyPath.startsWith("usersFrom.")) return true;
    const place = [severity, line, column].join(" ");
    const isFirst = !seen.has(place);
    seen.add(place);
    return isFirst;
  });
}

/** An application without a value, `admin:`, takes every default. */
function filled<T extends Partially<ConfigFile>>(config: T) {
  const entries = Object.entries(config.applications ?? {});
  return {
    ...config,
    ...(config.applications && {
      applications: Object.fromEntries(entries.map(([key, own]) => [key, own ?? {}])),
    }),
  };
}

/** The data without the values that the schema refused. */
function wellFormedParts(
  data: unknown,
  issues: readonly { path: PropertyKey[]; keys?: string[] }[],
): Partially<ConfigFile> {
  const copy = structuredClone(data);
  for (const { path, keys } of issues) {
    for (const full of keys ? keys.map((key) => [...path, key]) : [path]) remove(copy, full);
  }
  const whole = typeof copy === "object" && copy !== null && !Array.isArray(copy);
  return whole && issues.every(({ path, keys }) => path.length > 0 || keys) ? copy : {};
}

function remove(data: unknown, path: readonly PropertyKey[]): void {
  const key = path.at(-1);
  let parent = data;
  for (const step of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = (parent as Record<PropertyKey, unknown>)[step];
  }
  if (key === undefined || typeof parent !== "object" || parent === null) return;
  // The other entries of a list keep their places.
  if (Array.isArray(parent)) parent[Number(key)] = undefined;
  else Reflect.deleteProperty(parent, key);
}
