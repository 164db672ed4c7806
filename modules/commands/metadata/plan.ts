import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

import { isSampleIssuer } from "../../aws/identity-center";
import { judgeMetadata, type SamlMetadata } from "../../aws/saml";
import { type InstanceSettings, shownPath } from "../../config";
import { type ChangedLine, setInConfig } from "../config-edit";
import { placeOf, type Target } from "./targets";

/** A fetched document, and the files that would have it. */
export interface Planned {
  readonly target: Target;
  readonly url: string;
  readonly metadata: SamlMetadata;
  /** Path of the metadata file, absolute. */
  readonly place: string;
  readonly bytes: Uint8Array;
  /** The config that names the file, where it does not yet. */
  readonly config?: { readonly text: string; readonly lines: readonly ChangedLine[] };
}

/** Prepares to write a document, or says why it is refused: one sentence each. */
export function planDocument(
  target: Target,
  url: string,
  bytes: Uint8Array,
): Planned | { readonly refused: readonly string[] } {
  const { settings, application } = target;
  const { key, metadataFile, metadata: before } = application;
  const { metadata, errors } = judgeMetadata(bytes);
  if (!metadata) return { refused: errors.map((error) => `the document ${error}`) };
  const { entityId } = metadata;
  if (target.entityId !== undefined && entityId !== target.entityId) {
    const message = `the document is of another application: its entity ID is ${entityId}, and not ${target.entityId}`;
    return { refused: [message] };
  }
  const about = { target, url, metadata, bytes };
  if (metadataFile !== undefined) {
    const place = placeOf(settings, metadataFile);
    if (before && before.entityId !== entityId && !isSampleIssuer(before.entityId)) {
      const message = `${shownPath(place)} is of another application, ${before.entityId}, and the document of ${entityId}; if ${key} has moved to that, remove the file first`;
      return { refused: [message] };
    }
    return { ...about, place };
  }
  return withFile(about, settings);
}

/** Gives the document a file, and the config the line that names it. */
function withFile(
  about: Omit<Planned, "place" | "config">,
  settings: InstanceSettings,
): Planned | { readonly refused: readonly string[] } {
  const { key } = about.target.application;
  const { file, name } = settings;
  const place = [`metadata/${key}.xml`, `metadata/${name}-${key}.xml`]
    .map((path) => placeOf(settings, path))
    .find((path) => !existsSync(path));
  if (place === undefined) {
    const message = `metadata/${key}.xml exists beside ${file}, and applications.${key} does not name it; set samlMetadataFile to it, or remove it`;
    return { refused: [message] };
  }
  const value = relative(dirname(resolve(file)), place).replaceAll("\\", "/");
  const path = ["applications", key, "samlMetadataFile"] as const;
  const config = setInConfig(readFileSync(file, "utf8"), [{ path, value }]);
  if (config) return { ...about, place, config };
  const message = `${file} is written in a way that leaves no place for a new line, such as an alias; set applications.${key}.samlMetadataFile to ${value} yourself, then run this again`;
  return { refused: [message] };
}
