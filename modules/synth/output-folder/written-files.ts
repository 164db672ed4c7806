import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { shortened } from "../../text";
import { exists } from "./look";

/** Hashes of what was written to each file, by its path in the output folder, with slashes. */
export type WrittenFiles = ReadonlyMap<string, readonly string[]>;

/** The list of written files, and what is wrong with it. */
export interface ReadList {
  readonly written: WrittenFiles;
  /** Why the list is not believed; nothing counts as written then. */
  readonly problem?: string;
}

const FORMAT = 1;

/** Reads the list that an earlier run left. It is believed as a whole or not at all. */
export function readWrittenFiles(path: string): ReadList {
  if (!exists(path)) return { written: new Map() };
  const doubt = (problem: string): ReadList => ({ written: new Map(), problem });
  const text = readFileSync(path, "utf8");
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return doubt("is not JSON");
  }
  if (!isList(list)) return doubt("is not a list of this version of connect-sso");
  const outside = Object.keys(list.files).find((file) => !isGeneratedPath(file));
  if (outside !== undefined) {
    return doubt(`names ${JSON.stringify(shortened(outside))}, where connect-sso writes nothing`);
  }
  return { written: new Map(Object.entries(list.files)) };
}

/** Composes the list. */
export function writtenFilesText(written: WrittenFiles): string {
  const files = Object.fromEntries([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(
    {
      "//": "Files that connect-sso wrote here, with the SHA-256 of each. It removes no others.",
      format: FORMAT,
      files,
    },
    null,
    2,
  )}\n`;
}

/** Returns the SHA-256 of content, in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

interface List {
  readonly files: Readonly<Record<string, readonly string[]>>;
}

function isList(value: unknown): value is List {
  if (typeof value !== "object" || value === null) return false;
  const { format, files } = value as Record<string, unknown>;
  if (format !== FORMAT || typeof files !== "object" || files === null) return false;
  return Object.values(files).every(
    (hashes) => Array.isArray(hashes) && hashes.every((hash) => typeof hash === "string"),
  );
}

/** Tells whether a path is one that this program writes: one of those, and none that leads elsewhere. */
function isGeneratedPath(path: string): boolean {
  if (path === "manifest.json") return true;
  const [top = "", ...rest] = path.split("/");
  return (
    ["stacks", "hcl", "handoff"].includes(top) &&
    rest.length > 1 &&
    rest.every((part) => /^[\w.-]+$/.test(part) && part !== "." && part !== "..")
  );
}
