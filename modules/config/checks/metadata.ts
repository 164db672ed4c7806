import { basename, dirname, resolve } from "node:path";

import { parseArn } from "../../aws";
import {
  isIdentityCenterIssuer,
  isSampleIssuer,
  issuerRegion,
  issuingApplication,
  SAMPLE_ACCOUNT,
} from "../../aws/identity-center";
import { judgeMetadata, METADATA_LIMITS, metadataTooLong, type SamlMetadata } from "../../aws/saml";
import { applicationsOf, type PartialConfig } from "./partial-config";
import { type ConfigSource, misnamed, type Problem, type Reader, shownPath } from "../source";

/** An application's metadata and where the config names it. */
export interface MetadataUse {
  readonly source: ConfigSource;
  readonly application: string;
  /** Path of the file, as the config spells it. */
  readonly file: string;
  /** The same path, absolute. */
  readonly place: string;
  readonly metadata: SamlMetadata;
}

/** How metadata files are read and checked. */
interface Reading {
  /** Account of the instance, where it is known. */
  readonly accountId: string | undefined;
  readonly now: Date;
  readonly reader: Reader;
}

/** Reads and checks the metadata files that a config names. */
export function readMetadataFiles(
  source: ConfigSource,
  config: PartialConfig,
  { accountId, now, reader }: Reading,
): { uses: MetadataUse[]; problems: Problem[] } {
  const uses: MetadataUse[] = [];
  const problems: Problem[] = [];
  const applications = applicationsOf(config);
  const named = applications.flatMap(([, { samlMetadataFile = "" }]) => basename(samlMetadataFile));
  for (const [application, { samlMetadataFile: file }] of applications) {
    if (file === undefined) continue;
    const path = ["applications", application, "samlMetadataFile"];
    const place = resolve(dirname(source.file), file);
    const read = readMetadata(place, reader, named);
    if ("error" in read) {
      problems.push(source.problem(path, read.error));
      continue;
    }
    const { metadata, errors, warnings } = judgeMetadata(read.bytes, { now });
    problems.push(
      ...errors.map((message) => source.problem(path, message)),
      ...warnings.map((message) => source.problem(path, message, "warning")),
    );
    if (
      metadata &&
      isSampleIssuer(metadata.entityId) &&
      (accountId ?? SAMPLE_ACCOUNT) !== SAMPLE_ACCOUNT
    ) {
      const message =
        "is a sample of this project; nobody can sign in with it; save your application's metadata file in its place, or remove this line until you have it";
      problems.push(source.problem(path, message, "warning"));
    }
    if (metadata) uses.push({ source, application, file, place, metadata });
  }
  problems.push(
    ...swapped(source, applications),
    ...issuedElsewhere(source, config.identityCenter?.region, uses),
    ...issuedForOtherAccount(source, new Map(applications), uses),
  );
  return { uses, problems };
}

function readMetadata(
  path: string,
  reader: Reader,
  named: readonly string[],
): { bytes: Uint8Array } | { error: string } {
  const shown = shownPath(path);
  const read = reader(path, METADATA_LIMITS.maxBytes);
  switch (read.is) {
    case "read":
      return read;
    case "missing": {
      const others = read.beside.filter((name) => !named.includes(name));
      const fix =
        misnamed(path, others) ??
        "save the application's metadata file there, or remove this line until you have it";
      return { error: `does not exist (${shown}); ${fix}` };
    }
    case "folder":
      return { error: `is a folder (${shown}); name the file in it` };
    case "no file":
      return { error: `is not a file (${shown}); name the metadata file` };
    case "too long":
      return { error: metadataTooLong(read.length, "bytes") };
    case "unreadable":
      return {
        error: `cannot be read (${read.code}, ${shown}); give yourself permission to read it`,
      };
  }
}

/**
 * Only the file name can show that two documents are swapped: each is valid for every other check, but
 * is named after another application.
 */
function swapped(source: ConfigSource, applications: ReturnType<typeof applicationsOf>): Problem[] {
  return applications.flatMap(([key, { samlMetadataFile: file }]) => {
    if (file === undefined || names(file, key)) return [];
    const other = applications.find(([candidate]) => candidate !== key && names(file, candidate));
    if (!other || other[1].samlMetadataFile === file) return [];
    const [otherKey, { samlMetadataFile: otherFile }] = other;
    const mutual = otherFile !== undefined && names(otherFile, key) && !names(otherFile, otherKey);
    const path = ["applications", key, "samlMetadataFile"];
    return [
      mutual
        ? source.problem(
            path,
            `is named after the application ${otherKey}, whose ${JSON.stringify(otherFile)} is named after this one; the two files are swapped; swap them back, or rename the files if they are right`,
          )
        : source.problem(
            path,
            `is named after the application ${otherKey}; make sure that it is not the file of that application`,
            "warning",
          ),
    ];
  });
}

/**
 * Tells if the name of a file has the key among its words: `metadata/Connect-team-lead.xml`,
 * `team_lead`.
 */
function names(file: string, key: string): boolean {
  const words = (text: string) =>
    `-${text
      .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")}-`;
  const base = file.split(/[\\/]/).at(-1) ?? file;
  return words(base).includes(words(key));
}

/**
 * Most often one region of Identity Center issues the metadata of all applications. Additional regions
 * issue metadata too, so that a difference is right where Identity Center is replicated.
 */
function issuedElsewhere(
  source: ConfigSource,
  given: string | undefined,
  uses: readonly MetadataUse[],
): Problem[] {
  const issued = uses.flatMap((use) => {
    const region = issuerRegion(use.metadata.entityId);
    return region === undefined ? [] : [{ ...use, region }];
  });
  const [first] = issued;
  if (!first) return [];
  const expected = given ?? first.region;
  const difference =
    given === undefined
      ? `but that of applications.${first.application} in ${expected}; if both are right, set identityCenter.region to the primary region, where groups and users are managed`
      : `but identityCenter.region is ${given}; the assignments are made in the former, groups and users in the latter; if Identity Center is not replicated, correct one of them`;
  return issued.flatMap(({ application, region }) => {
    if (region === expected) return [];
    const path = ["applications", application, "samlMetadataFile"];
    const message = `was issued by Identity Center in ${region}, ${difference}`;
    return [source.problem(path, message, "warning")];
  });
}

/** The ARN of an application and its metadata name the same account, unless one of them is mixed up. */
function issuedForOtherAccount(
  source: ConfigSource,
  applications: ReadonlyMap<string, { readonly applicationArn?: string | undefined }>,
  uses: readonly MetadataUse[],
): Problem[] {
  return uses.flatMap(({ application, metadata }) => {
    const arn = applications.get(application)?.applicationArn;
    const issuer = issuingApplication(metadata.entityId);
    if (arn === undefined || !issuer || isSampleIssuer(metadata.entityId)) return [];
    const { accountId } = parseArn(arn);
    if (accountId === issuer.accountId) return [];
    const path = ["applications", application, "applicationArn"];
    const message = `is of account ${accountId}, but the metadata was issued by Identity Center of account ${issuer.accountId}; copy both from the page of the same application`;
    return [source.problem(path, message, "warning")];
  });
}

/** Finds applications that have the metadata of another, as far as that is a mix-up. */
export function sameMetadata(uses: readonly MetadataUse[]): Problem[] {
  const first = new Map<string, MetadataUse>();
  return uses.flatMap((use) => {
    const twin = first.get(use.metadata.entityId);
    if (!twin) {
      first.set(use.metadata.entityId, use);
      return [];
    }
    const other = `applications.${twin.application}${twin.source === use.source ? "" : ` in ${twin.source.file}`} (${JSON.stringify(twin.file)})`;
    const sameDocument = twin.metadata.document === use.metadata.document;
    const path = ["applications", use.application, "samlMetadataFile"];
    const { entityId } = use.metadata;
    if (isIdentityCenterIssuer(entityId)) {
      const what = sameDocument
        ? `is the same document as that of ${other}`
        : `has the entity ID of ${other}`;
      const message = `${what}: ${entityId}; each application of Identity Center has its own entity ID; download this application's file`;
      return [use.source.problem(path, message)];
    }
    // One file for both is meant. A copy is either that, or a file saved under the wrong name.
    if (!sameDocument || twin.place === use.place) return [];
    const message = `is a copy of the document of ${other}; name that file if the identity provider has one document for all applications, or download this application's file if each has its own`;
    return [use.source.problem(path, message, "warning")];
  });
}
