import {
  checkConfig,
  type CheckedConfig,
  checkInstanceArn,
  type MetadataUse,
  nameCollisions,
  type Partially,
  readMetadataFiles,
  sameEntityId,
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
  shownPath,
} from "./source";
import { type InstanceSettings, instanceSettings } from "./settings";

export interface LoadedConfig {
  /** Empty as soon as there is one error. */
  readonly instances: readonly InstanceSettings[];
  /** Every problem of every file, errors first. */
  readonly problems: readonly Problem[];
}

/**
 * Reads and judges every config file at a place or several, and the metadata files that they name.
 *
 * @param locations YAML files and folders of them, which are judged together
 * @param now the moment that certificates are judged at
 */
export function loadConfig(
  locations: string | readonly string[],
  now: Date = new Date(),
): LoadedConfig {
  const { files, problems: folderProblems } = allConfigFiles([locations].flat());
  const read = files.map((file) => readInstance(file, now));
  const checked = read.flatMap((one) => one.checked ?? []);
  const problems = [
    ...folderProblems,
    ...checkInstanceNames(files),
    ...read.flatMap((one) => one.problems),
    ...nameCollisions(checked),
    ...stateCollisions(checked),
    ...sharedClaims(checked),
    ...sameEntityId(read.flatMap(({ uses }) => uses)),
  ].sort(byPlace);
  const failed = problems.some(({ severity }) => severity === "error");
  return { instances: failed ? [] : read.flatMap(({ settings }) => settings ?? []), problems };
}

interface ReadInstance {
  /** There when the file is YAML, whatever else is wrong. */
  readonly checked?: CheckedConfig;
  /** There when the schema has nothing to say against the file. */
  readonly settings?: InstanceSettings;
  readonly uses: readonly MetadataUse[];
  readonly problems: readonly Problem[];
}

function readInstance(file: string, now: Date): ReadInstance {
  const shown = shownPath(file);
  const text = readText(file);
  if ("error" in text) {
    const problem = { severity: "error", file: shown, message: text.error } as const;
    return { uses: [], problems: [problem] };
  }
  const { source, problems: syntax } = ConfigSource.read(shown, text.text);
  if (!source) return { uses: [], problems: syntax };

  const parsed = configSchema.safeParse(source.data);
  const issues = oncePerValue(parsed.error?.issues ?? []);
  const complete = parsed.data && filled(parsed.data);
  const config = complete ?? filled(wellFormedParts(source.data, issues));
  const { instance, problems: arnProblems } = checkInstanceArn(source, config);
  const metadata = readMetadataFiles(source, config, instance?.accountId, now);
  const problems = [
    ...syntax,
    ...issues.flatMap((issue) => explainIssue(issue, source)),
    ...arnProblems,
    ...checkConfig(source, config, instance, instanceName(file)),
    ...metadata.problems,
  ];
  const documents = new Map(metadata.uses.map((use) => [use.application, use.metadata]));
  return {
    uses: metadata.uses,
    problems,
    checked: { source, config, ...(instance && { accountId: instance.accountId }) },
    ...(complete &&
      instance && {
        settings: instanceSettings(
          { name: instanceName(file), file: shown },
          complete,
          instance,
          documents,
        ),
      }),
  };
}

/** More than 5,000 users take. */
const CONFIG_MAX_BYTES = 2_000_000;

function readText(file: string): { text: string } | { error: string } {
  const read = readBounded(file, CONFIG_MAX_BYTES);
  switch (read.is) {
    case "missing":
      return { error: "does not exist; name another file or folder in CONNECT_SSO_CONFIG" };
    case "folder":
    case "no file":
      return { error: "is not a file; a config is a YAML file, so name that" };
    case "too long":
      return {
        error: `is longer than ${String(CONFIG_MAX_BYTES / 1_000_000)} MB, so it is not read; a config is a YAML file, so make sure that this is one`,
      };
    case "unreadable":
      return { error: `cannot be read (${read.code}); make it readable for you` };
    case "read":
      try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(read.bytes) };
      } catch {
        return { error: "is not UTF-8, as YAML is; save it as UTF-8" };
      }
  }
}

/** Zod goes on to judge the length of a value that is of another type altogether. */
function oncePerValue<T extends { code?: string; path: PropertyKey[] }>(issues: readonly T[]): T[] {
  const name = ({ path }: T) => JSON.stringify(path);
  const wrong = new Set(issues.filter(({ code }) => code === "invalid_type").map(name));
  return issues.filter((issue) => issue.code === "invalid_type" || !wrong.has(name(issue)));
}

/** `admin:` with nothing behind it is an application that takes every default. */
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
