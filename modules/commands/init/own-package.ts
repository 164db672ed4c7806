import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const PACKAGE = resolve(__dirname, "../../..");

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Versions of the packages that a new project needs, as this package takes them. */
export function neededPackages(folder: string) {
  const { version, peerDependencies, devDependencies } = read(
    join(PACKAGE, "package.json"),
  ) as Manifest;
  const peer = (name: string) => [name, peerDependencies[name]] as const;
  const dev = (name: string) => [name, devDependencies[name]] as const;
  return {
    dependencies: Object.fromEntries([
      peer("@cdktf/provider-aws"),
      peer("cdktf"),
      ["connect-sso", archive(folder) ?? `^${version}`],
      peer("constructs"),
    ]),
    tsx: Object.fromEntries([dev("tsx")]),
    cdktfCli: Object.fromEntries([dev("cdktf-cli")]),
  };
}

/** Returns where npm took this package from, if that was a file: `file:../connect-sso-0.1.0.tgz`. */
function archive(folder: string): string | undefined {
  const modules = dirname(PACKAGE);
  try {
    const lock = read(join(modules, ".package-lock.json")) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
    };
    const { resolved = "" } = lock.packages["node_modules/connect-sso"] ?? {};
    if (!resolved.startsWith("file:")) return undefined;
    const path = relative(folder, resolve(dirname(modules), resolved.slice("file:".length)));
    return `file:${path.split(sep).join("/")}`;
  } catch {
    return undefined; // installed by something else than npm
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
