/** Measures how synthesis grows, relative to the start of Node.js, because the speeds of machines differ. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const RUNS = 5;

/** Returns the median duration of a Node.js process, in seconds. */
function seconds(args: readonly string[], env: Record<string, string> = {}): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.hrtime.bigint();
    execFileSync(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    return Number(process.hrtime.bigint() - start) / 1e9;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? 0;
}

/** Writes a folder of config files with two applications each, all in one account. */
function configs(folder: string, count: number): string {
  const location = join(folder, String(count));
  mkdirSync(location, { recursive: true });
  for (let i = 0; i < count; i += 1) {
    const id = String(i).padStart(12, "0");
    const metadata = (key: string) => {
      const text = readFileSync(join(ROOT, `examples/metadata/workshop-${key}.xml`), "utf8");
      const file = `${key}-${id}.xml`;
      writeFileSync(join(location, file), text.replace(/(?<=entityID="[^"]*)"/, `${id}"`));
      return file;
    };
    writeFileSync(
      join(location, `instance-${id}.yaml`),
      `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-${id}
namePrefix: i${id}-
applications:
  agent: { samlMetadataFile: ${metadata("agent")} }
  admin: { samlMetadataFile: ${metadata("admin")} }
`,
    );
  }
  return location;
}

/** Writes a config file with a number of users, all of them in both stacks. */
function people(folder: string, count: number): string {
  const file = join(folder, `people-${String(count)}.yaml`);
  const user = (_: unknown, i: number) =>
    `  - { email: agent${String(i)}@example.com, givenName: Agent, familyName: One, applications: [agent], securityProfiles: [Agent], createInIdentityCenter: true }\n`;
  writeFileSync(
    file,
    `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications:
  agent:
    applicationArn: arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1234567890abcdef
    assign: { groups: [ConnectAgents] }
users:
${Array.from({ length: count }, user).join("")}`,
  );
  return file;
}

function row(what: string, time: number, unit: number): void {
  console.log(
    `${what.padEnd(44)}${time.toFixed(2).padStart(8)} s${(time / unit).toFixed(1).padStart(9)} x`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "connect-sso-bench-"));
try {
  const synth = (location: string) =>
    seconds(["--import", "tsx", "main.ts"], {
      CONNECT_SSO_CONFIG: location,
      CDKTF_OUTDIR: join(folder, "out"),
    });
  const start = seconds(["--import", "tsx", "-e", ""]);
  row("Node.js and tsx alone", start, start);
  for (const count of [1, 10, 100]) {
    row(`synth, ${String(count)} instances`, synth(configs(folder, count)), start);
  }
  for (const count of [1, 500, 5000]) {
    row(`synth, ${String(count)} users`, synth(people(folder, count)), start);
  }
  const deep = '"@cdktf/provider-aws/lib/iam-role"';
  row("importing one resource of the provider", seconds(["-e", `require(${deep})`]), start);
  row(
    "importing the provider's root index",
    seconds(["-e", 'require("@cdktf/provider-aws")']),
    start,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
