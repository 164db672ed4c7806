import type { Problem } from "../../config";
import type { ChangedLine } from "../config-edit";
import type { CertificateChange } from "./certificates";

/**
 * The report that `connect-sso metadata --json` writes. Releases may add keys, but neither rename nor
 * remove them.
 */
export interface MetadataReport {
  /** Errors in the config files, because of which nothing was fetched. */
  readonly problems: readonly Problem[];
  /** One entry for each application that was asked for. */
  readonly applications: readonly FetchedMetadata[];
}

/** What came of one application. */
export interface FetchedMetadata {
  /** Path of the config file. */
  readonly config: string;
  /** Key of the application in the config. */
  readonly key: string;
  /**
   * - `new`: it had no metadata, or a sample, and has it now
   * - `changed`: its document was replaced
   * - `unchanged`: the document is the one that it has
   * - `refused`: the document does not pass the check, so nothing was written
   * - `failed`: the document could not be fetched
   * - `skipped`: there is no address to fetch it from
   */
  readonly is: "new" | "changed" | "unchanged" | "refused" | "failed" | "skipped";
  /** Address of the document; left out where there is none. */
  readonly url?: string;
  /** Path of the metadata file; left out where the document was not fetched. */
  readonly metadataFile?: string;
  readonly entityId?: string;
  readonly certificates?: CertificateChange;
  /** Lines of the config that name the file; left out where it does already. */
  readonly lines?: readonly ChangedLine[];
  /** Warnings about the document. */
  readonly warnings: readonly string[];
  /** Why it was refused, failed or skipped: one sentence each. */
  readonly why: readonly string[];
  /** The commands that bring a new document to AWS, left out where nothing changed. */
  readonly next?: string;
}

/** Returns the exit code: 0 fine, 1 problems found, 3 something could not be fetched. */
export function exitCode({ problems, applications }: MetadataReport): number {
  const has = (...results: readonly FetchedMetadata["is"][]) =>
    applications.some(({ is }) => results.includes(is));
  if (problems.length > 0 || has("refused")) return 1;
  return has("failed", "skipped") ? 3 : 0;
}
