import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");

/** A package that is installed here, as its package.json says. */
interface Installed {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly manifest: object;
  readonly bundledDependencies?: unknown;
}

/**
 * A package registry on loopback, which serves what is installed in this repository: `npm install`
 * runs against it as against the public one, and resolves peers for real, but without a network.
 */
export class Registry {
  private readonly cache = mkdtempSync(join(tmpdir(), "connect-sso-npm-cache-"));

  private constructor(
    private readonly server: Server,
    public readonly url: string,
  ) {}

  /** @param folders with `node_modules` to serve, beside those of the repository */
  public static async start(...folders: readonly string[]): Promise<Registry> {
    const packages = byName(
      [ROOT, ...folders].flatMap((folder) => installedIn(join(folder, "node_modules"))),
    );
    const server = createServer((request, response) => {
      answer(packages, request, response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new Registry(
      server,
      `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    );
  }

  /** What has npm use this registry and nothing of the user's; npm itself gets no options. */
  public environment(): Record<string, string> {
    return {
      npm_config_registry: `${this.url}/`,
      npm_config_cache: this.cache,
      npm_config_userconfig: join(this.cache, "none"),
      npm_config_update_notifier: "false",
      npm_config_audit: "false", // which this registry does not answer
      npm_config_fund: "false",
      npm_config_ignore_scripts: "true", // they download
    };
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    rmSync(this.cache, { recursive: true, force: true });
  }
}

/** Every package below a `node_modules`, those within others too. */
function installedIn(folder: string): Installed[] {
  return entriesOf(folder).flatMap((name) => {
    if (name.startsWith(".")) return [];
    const path = join(folder, name);
    if (name.startsWith("@")) return entriesOf(path).flatMap((own) => packagesAt(join(path, own)));
    return packagesAt(path);
  });
}

function byName(all: readonly Installed[]): ReadonlyMap<string, readonly Installed[]> {
  const packages = new Map<string, Installed[]>();
  for (const one of all) packages.set(one.name, [...(packages.get(one.name) ?? []), one]);
  return packages;
}

function packagesAt(folder: string): Installed[] {
  const nested = installedIn(join(folder, "node_modules"));
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Installed;
    const { name, version, bundledDependencies } = manifest;
    return [{ name, version, folder, manifest, bundledDependencies }, ...nested];
  } catch {
    return nested;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function answer(
  packages: ReadonlyMap<string, readonly Installed[]>,
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const [, name = "", version] =
    /^\/([^?]+?)(?:\/-\/([^/]+)\.tgz)?$/.exec(decodeURIComponent(url)) ?? [];
  const known = packages.get(name) ?? [];
  const wanted = known.find((one) => one.version === version);
  if (wanted) {
    sendPacked(wanted, response);
    return;
  }
  if (known.length === 0) {
    response.writeHead(404, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: `${name} is not installed here` }));
    return;
  }
  const at = `http://${String(headers.host)}/${name.replace("/", "%2f")}/-/`;
  const versions = known.map((one) => [
    one.version,
    { ...one.manifest, dist: { tarball: `${at}${one.version}.tgz` } },
  ]);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      name,
      "dist-tags": { latest: newest(known) },
      versions: Object.fromEntries(versions) as object,
    }),
  );
}

function newest(known: readonly Installed[]): string | undefined {
  const compare = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
  return known
    .map(({ version }) => version)
    .sort(compare)
    .at(-1);
}

/** Sends a package; npm takes a tar that is not compressed too. Packages within it stay out. */
function sendPacked(
  { name, folder, bundledDependencies }: Installed,
  response: ServerResponse,
): void {
  const inside = bundledDependencies ? [] : ["--exclude=./node_modules"];
  const options = [
    "-cf",
    "-",
    "--warning=no-file-changed",
    "--transform",
    "s,^\\.,package,",
    ...inside,
  ];
  const parts = name.endsWith("/provider-aws") ? partsOfProvider(folder) : ["."];
  const tar = spawn("tar", [...options, ...parts], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  tar.stdout.pipe(response, { end: false });
  tar.once("close", (code) => {
    // 1 is for a file that changed meanwhile, which a new hard link to it does.
    if (code === 0 || code === 1) response.end();
    else response.destroy();
  });
}

/** Of the two thousand resources of the provider's package, 400 MB, those that this repository uses. */
function partsOfProvider(folder: string): string[] {
  const files = readdirSync(join(ROOT, "modules"), { recursive: true, encoding: "utf8" });
  const used = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(ROOT, "modules", file), "utf8"))
    .flatMap((code) => [...code.matchAll(/"@cdktf\/provider-aws\/lib\/([a-z0-9-]+)"/g)])
    .map(([, resource = ""]) => `./lib/${resource}`);
  // What the provider of CDK Terrain loads itself.
  const functions = "./lib/provider-functions";
  const own = existsSync(join(folder, functions)) ? [functions] : [];
  return ["./package.json", ...own, ...new Set(used)];
}
