import { join } from "node:path";

/** Places in the output folder that are this program's own, beside what it generates. */
export interface OwnFolder {
  /** Folder with all of them. */
  readonly path: string;
  /** List of the files that were written. */
  readonly list: string;
  /** File that stands as long as a run works in the output folder. */
  readonly lock: string;
  /** Folder in which a run makes files and folders before it puts them in their places. */
  readonly fresh: string;
  /** Folder in which a run puts the folders that it replaces. */
  readonly replaced: string;
  /** Folder from which they are deleted. */
  readonly gone: string;
}

/** Names the places of an output folder. */
export function ownFolder(outdir: string): OwnFolder {
  const path = join(outdir, ".connect-sso");
  return {
    path,
    list: join(path, "written.json"),
    lock: join(path, "lock.json"),
    fresh: join(path, "new"),
    replaced: join(path, "old"),
    gone: join(path, "gone"),
  };
}
