import { dirname, resolve } from "node:path";

import {
  entityIdAt,
  isIdentityCenterIssuer,
  isSampleIssuer,
  metadataUrl,
  metadataUrlProblem,
} from "../../aws/identity-center";
import {
  type ApplicationSettings,
  commandLine,
  howStarted,
  type InstanceSettings,
} from "../../config";
import { nearest } from "../../text";
import { UsageError } from "../usage";

/** An application whose metadata is to be fetched. */
export interface Target {
  readonly settings: InstanceSettings;
  readonly application: ApplicationSettings;
  /** Address of the metadata, or why there is none to fetch. */
  readonly from: { readonly url: string } | { readonly none: string };
  /** The entity ID that the document must have, where it is known. */
  readonly entityId?: string;
}

/** What the arguments ask for. */
export interface Asked {
  readonly key?: string;
  readonly url?: string;
  /** True when the URL may be of another identity provider. */
  readonly isOther: boolean;
}

/**
 * Reads the arguments `[APP] [URL]`.
 *
 * @throws UsageError for a URL that is not one of metadata
 */
export function askedFor(positionals: readonly string[], isOther: boolean): Asked {
  const [first, second, ...more] = positionals;
  if (more[0] !== undefined) {
    throw new UsageError(`${JSON.stringify(more[0])} is not expected here; write APP and URL`);
  }
  const isUrl = first !== undefined && /^[a-z]+:\/\//i.test(first);
  const key = isUrl ? second : first;
  const url = isUrl ? first : second;
  if (url === undefined) {
    if (isOther) throw new UsageError("--idp needs the URL too; write APP URL --idp");
    return { ...(key !== undefined && { key }), isOther };
  }
  const problem = isOther ? otherUrlProblem(url) : metadataUrlProblem(url);
  if (problem !== undefined) throw new UsageError(`${JSON.stringify(url)} ${problem}`);
  return { ...(key !== undefined && { key }), url, isOther };
}

function otherUrlProblem(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:")
    return "is not an https URL; metadata is fetched over https alone";
  return parsed.username === "" && parsed.password === ""
    ? undefined
    : "has a user name or password; metadata is public, so leave them out";
}

/**
 * Finds the applications that are meant.
 *
 * @throws UsageError for a key that no config has, or that several have
 */
export function targetsOf(configs: readonly InstanceSettings[], asked: Asked): readonly Target[] {
  const all = configs.flatMap((settings) =>
    settings.applications.map((application) => ({ settings, application })),
  );
  const { key, url } = asked;
  const meant = key === undefined ? all : all.filter(({ application }) => application.key === key);
  const [only, other] = meant;
  if (key !== undefined && only === undefined) throw new UsageError(noApplication(key, all));
  if (url === undefined) return meant.map((one) => ({ ...one, ...known(one.application) }));
  if (only === undefined || other !== undefined) {
    throw new UsageError(
      key === undefined
        ? `the URL is of one application; write APP before it: ${keysOf(all).join(", ")}`
        : `several configs have an application ${JSON.stringify(key)}; name its config with --config: ${meant.map(({ settings }) => settings.file).join(", ")}`,
    );
  }
  const entityId = asked.isOther ? undefined : entityIdAt(url);
  return [{ ...only, from: { url }, ...(entityId !== undefined && { entityId }) }];
}

/** Path of the metadata file of an application, absolute. */
export function placeOf({ file }: InstanceSettings, metadataFile: string): string {
  return resolve(dirname(file), metadataFile);
}

/** Where the metadata of an application comes from, by the metadata that it has. */
function known({
  key,
  metadata,
  metadataFile,
}: ApplicationSettings): Pick<Target, "from" | "entityId"> {
  const give = (why: string, ...more: string[]) => ({
    from: { none: `${why}: ${commandLine(howStarted(), "metadata", [key, "URL", ...more])}` },
  });
  if (!metadata) {
    return give(
      metadataFile === undefined
        ? "it has no metadata file yet; give the URL that the application's page shows"
        : `${metadataFile} is missing or wrong; give the URL that the application's page shows`,
    );
  }
  const { entityId } = metadata;
  if (isSampleIssuer(entityId)) {
    return give("its metadata is a sample; give the URL that the application's page shows");
  }
  const url = metadataUrl(entityId);
  if (url !== undefined) return { from: { url }, entityId };
  return isIdentityCenterIssuer(entityId)
    ? give(`its entity ID ${entityId} has a form of which the address does not follow; give it`)
    : give(
        `${entityId} is another identity provider, whose address does not follow from its name; give it`,
        "--idp",
      );
}

function noApplication(key: string, all: readonly { application: ApplicationSettings }[]): string {
  const keys = keysOf(all);
  const guess = nearest(key, keys);
  const fix =
    guess === undefined ? `the applications are ${keys.join(", ")}` : `did you mean ${guess}?`;
  return `no config has an application ${JSON.stringify(key)}; ${fix}`;
}

function keysOf(all: readonly { application: ApplicationSettings }[]): string[] {
  return [...new Set(all.map(({ application }) => application.key))];
}
