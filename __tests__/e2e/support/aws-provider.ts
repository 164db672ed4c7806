import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const REQUIRED = { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } };

/** The environment variable in which the global setup leaves the path of the provider's program. */
export const PROVIDER = "CONNECT_SSO_TESTS_PROVIDER";

/** What Terraform has installed for the tests of one run. */
const INSTALLED = resolve("node_modules/.cache/connect-sso-provider");

/** The file in which the tests of one run share the provider's short schema. */
export const SCHEMA = join(INSTALLED, "schema");

/**
 * The environment in which `terraform init` finds the AWS provider: as this machine is set up, or
 * else with a mirror folder found on its disk; with the path of
 * the provider's program. `undefined` when there is neither.
 */
export function providerEnvironment(): Record<string, string> | undefined {
  // Downloaded once for all tests. Terraform would download again to lock it.
  const cache = resolve("node_modules/.cache/terraform");
  mkdirSync(cache, { recursive: true });
  const asItIs = {
    TF_PLUGIN_CACHE_DIR: process.env["TF_PLUGIN_CACHE_DIR"] ?? cache,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1",
  };
  const attempt = (env: Record<string, string>) => {
    const program = install(env);
    return program === undefined ? undefined : { ...env, [PROVIDER]: program };
  };
  const found = (!process.env["TF_CLI_CONFIG_FILE"] && attempt(asItIs)) || attempt({});
  if (found) return found;

  const mirror = process.env["TF_PROVIDER_MIRROR"] ?? findMirror();
  if (mirror === undefined) return undefined;
  const config = resolve("node_modules/.cache/connect-sso-terraformrc");
  writeFileSync(
    config,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/*/*"]
  }
}
`,
  );
  return attempt({ TF_CLI_CONFIG_FILE: config });
}

/** Has Terraform install the provider. @returns the path of its program */
function install(env: Record<string, string>): string | undefined {
  // It stays until the next run: tests start the program from here where no cache or mirror has it.
  rmSync(INSTALLED, { recursive: true, force: true });
  mkdirSync(INSTALLED, { recursive: true });
  writeFileSync(
    join(INSTALLED, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: REQUIRED } }),
  );
  const { status } = spawnSync("terraform", ["init", "-backend=false", "-input=false"], {
    cwd: INSTALLED,
    env: { ...process.env, ...env },
    stdio: "ignore",
    timeout: 600_000,
  });
  return status === 0 ? programIn(INSTALLED) : undefined;
}

/** Below folders named after its version and the platform, of which the last may be a link. */
function programIn(folder: string): string {
  const versions = join(folder, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const [version = ""] = readdirSync(versions);
  const [platform = ""] = readdirSync(join(versions, version));
  const installed = realpathSync(join(versions, version, platform));
  const [program = ""] = readdirSync(installed).filter((name) =>
    name.startsWith("terraform-provider-aws"),
  );
  return join(installed, program);
}

function findMirror(): string | undefined {
  const provider = "/registry.terraform.io/hashicorp/aws";
  const search = ["/", "-xdev", "-maxdepth", "6", "-type", "d", "-path", `*${provider}`];
  // `find` fails after folders that it may not read; what it found counts.
  const { stdout } = spawnSync(
    "find",
    [...search, "-not", "-path", "*/.terraform/*", "-not", "-path", `${tmpdir()}/*`],
    {
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  // What runs from there must be the administrator's or one's own.
  const owners = [0, process.getuid?.()];
  const found = stdout
    .split("\n")
    .filter((path) => path !== "" && owners.includes(statSync(path).uid));
  return found[0]?.replace(provider, "");
}
