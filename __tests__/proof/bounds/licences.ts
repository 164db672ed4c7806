import { readFileSync } from "node:fs";
import { resolve } from "node:path";

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Packages that others lead to. */
interface Packages {
  /** How many are named in package.json. */
  readonly names: number;
  /** How many there are with all that those take. */
  readonly packages: number;
  /** Licence of each of them. */
  readonly licences: readonly string[];
}

/** Reads the licences of all packages from the lock file of npm. */
export function licences() {
  const file = resolve(__dirname, "../../../package-lock.json");
  const { packages: all } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly packages: Readonly<Record<string, Package>>;
  };
  const own = all[""] ?? {};
  return {
    required: packagesOf(all, Object.keys(own.dependencies ?? {})),
    optional: packagesOf(all, Object.keys(own.optionalDependencies ?? {})),
    peers: packagesOf(all, Object.keys(own.peerDependencies ?? {})),
    /** Packages that only a GNU licence permits to use, and whether they are for development alone. */
    copyleft: Object.entries(all).flatMap(([place, { license = "", dev = false }]) =>
      license.includes("GPL") && !license.includes(" OR ")
        ? [{ name: place.replace("node_modules/", ""), dev }]
        : [],
    ),
  };
}

function packagesOf(all: Readonly<Record<string, Package>>, names: readonly string[]): Packages {
  const places = new Set<string>();
  const add = (from: string, name: string): void => {
    const place = placeOf(all, from, name);
    if (place === undefined || places.has(place)) return;
    places.add(place);
    for (const next of neededBy(all[place] ?? {})) add(place, next);
  };
  for (const name of names) add("", name);
  const licences = [...places].map((place) => all[place]?.license ?? `none: ${place}`);
  return { names: names.length, packages: places.size, licences };
}

function neededBy(one: Package): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta = {} } = one;
  const peers = Object.keys(peerDependencies ?? {});
  return [
    ...Object.keys({ ...dependencies, ...optionalDependencies }),
    ...peers.filter((name) => peerDependenciesMeta[name]?.optional !== true),
  ];
}

/** Finds a package as Node.js does: in the folder of the one that needs it, or in those above. */
function placeOf(
  all: Readonly<Record<string, Package>>,
  from: string,
  name: string,
): string | undefined {
  const place = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (place in all) return place;
  if (from === "") return undefined;
  return placeOf(all, from.slice(0, Math.max(from.lastIndexOf("/node_modules/"), 0)), name);
}
