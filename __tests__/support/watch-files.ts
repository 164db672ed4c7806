import type * as files from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** A step of the work with files, as the file system does it: the making of one folder, or the second half of a write. */
export interface Step {
  /** Name of the operation, as `node:fs` calls it. */
  readonly operation: string;
  /** What the step does: changes something, opens something to read it, or only looks. */
  readonly kind: "change" | "open" | "look";
  /** Path that an error of the file system would name; none where it is known by a number. */
  readonly path?: string;
}

/** Operations on one or two paths, by what they do. */
const KINDS: Readonly<Record<string, Step["kind"]>> = {
  accessSync: "look",
  appendFileSync: "change",
  chmodSync: "change",
  copyFileSync: "change",
  linkSync: "change",
  lstatSync: "look",
  opendirSync: "open",
  readdirSync: "open",
  readFileSync: "open",
  readlinkSync: "look",
  realpathSync: "look",
  renameSync: "change",
  rmdirSync: "change",
  statSync: "look",
  symlinkSync: "change",
  truncateSync: "change",
  unlinkSync: "change",
  utimesSync: "change",
};

type Operation = (...args: unknown[]) => unknown;

/**
 * Announces each step of the work with files in a folder before it is done; what `before` throws is what
 * the operation fails with. An operation that this knows nothing of is refused, so that none is missed.
 *
 * @returns a function that ends it
 */
export function watchFiles(
  fs: typeof files,
  folder: string,
  before: (step: Step) => void,
): () => void {
  const original = { ...fs };
  const opened = new Map<number, string>();
  /** Whether an operation of `node:fs` is at work, which calls others. */
  let isInside = false;

  const isWatched = (path: unknown): path is string =>
    typeof path === "string" && `${resolve(path)}${sep}`.startsWith(`${folder}${sep}`);
  const inside = <T>(work: () => T): T => {
    isInside = true;
    try {
      return work();
    } finally {
      isInside = false;
    }
  };
  const step = <T>(announced: Step, work: () => T): T => {
    before(announced);
    return inside(work);
  };

  const own = {
    existsSync: (path: string) => {
      try {
        return step({ operation: "existsSync", kind: "look", path }, () =>
          original.existsSync(path),
        );
      } catch (error) {
        if (error instanceof Error && "code" in error) return false;
        throw error;
      }
    },
    mkdirSync: (path: string, options?: { recursive?: boolean }) => {
      const missing: string[] = [];
      if (options?.recursive === true) {
        for (let at = resolve(path); !original.existsSync(at); at = dirname(at))
          missing.unshift(at);
      }
      if (missing.length === 0) missing.push(path);
      for (const at of missing) {
        step({ operation: "mkdirSync", kind: "change", path: at }, () =>
          original.mkdirSync(at, options),
        );
      }
    },
    rmSync: (path: string, options: files.RmOptions = {}): void => {
      const isFolder =
        options.recursive === true &&
        original.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
      if (isFolder) {
        for (const name of original.readdirSync(path)) own.rmSync(join(path, name), options);
      }
      step({ operation: isFolder ? "rmdirSync" : "rmSync", kind: "change", path }, () => {
        original.rmSync(path, options);
      });
    },
    openSync: (path: string, flags: files.OpenMode = "r", mode?: files.Mode) => {
      const isWrite =
        typeof flags === "string"
          ? /[wa+]/.test(flags)
          : (flags & (original.constants.O_WRONLY | original.constants.O_RDWR)) !== 0;
      const kind = isWrite ? "change" : "open";
      const file = step({ operation: "openSync", kind, path }, () =>
        original.openSync(path, flags, mode),
      );
      opened.set(file, path);
      return file;
    },
    writeFileSync: (path: string, content: string | Uint8Array) => {
      const bytes = Buffer.from(content);
      const half = Math.ceil(bytes.length / 2);
      const file = step({ operation: "openSync", kind: "change", path }, () =>
        original.openSync(path, "w"),
      );
      try {
        original.writeSync(file, bytes, 0, half);
        step({ operation: "writeSync", kind: "change" }, () => {
          original.writeSync(file, bytes, half);
        });
      } finally {
        original.closeSync(file);
      }
    },
  };

  /** Operations on a file that is open, which has a number. */
  const ofOpened = (name: string, kind: Step["kind"]) => {
    const operation = original[name as keyof typeof original] as unknown as Operation;
    return (file: number, ...rest: unknown[]) => {
      const work = () => operation(file, ...rest);
      if (name === "closeSync") opened.delete(file);
      else if (opened.has(file) && !isInside) return step({ operation: name, kind }, work);
      return work();
    };
  };

  const watched = Object.entries(original).flatMap(([name, operation]): [string, unknown][] => {
    if (typeof operation !== "function" || !/^[a-z]/.test(name)) return [];
    const plain = operation as Operation;
    const other = (...args: unknown[]): unknown => {
      const path = args.find(isWatched);
      if (path === undefined || isInside) return plain(...args);
      if (Object.hasOwn(own, name))
        return (own[name as keyof typeof own] as unknown as Operation)(...args);
      const kind = KINDS[name];
      if (kind === undefined) throw new Error(`${name} of ${path} is not watched`);
      return step({ operation: name, kind, path: String(args[0]) }, () => plain(...args));
    };
    return [[name, Object.assign(other, operation)]];
  });
  const all = {
    ...Object.fromEntries(watched),
    closeSync: ofOpened("closeSync", "look"),
    fstatSync: ofOpened("fstatSync", "look"),
    readSync: ofOpened("readSync", "look"),
    writeSync: ofOpened("writeSync", "change"),
  };
  Object.assign(fs, all);
  return () => {
    for (const name of Object.keys(all) as (keyof typeof original)[]) {
      Object.assign(fs, { [name]: original[name] });
    }
  };
}
