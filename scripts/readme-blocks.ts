import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");

const MISTAKES = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca/
applications:
  agent:
    roleNmae: Agents
    samlMetadataFile: metadata/admin.xml
    destination: connect/ccp
  admin:
    roleName: Amazon Connect/Admin
    samlMetadataFile: metadata/agent.xml
    sessionDuration: 13h
`;

/** Returns the real files and real output that the README shows, by the names of its marks. */
export function readmeBlocks(): Record<string, string> {
  const config = readFileSync(join(ROOT, "config/workshop.yaml"), "utf8");
  return {
    "synth output": synth("stdout"),
    config: config.replace(/^#.*\n/gm, ""),
    errors: synth("stderr", MISTAKES),
  };
}

/** Returns the README with its blocks replaced. */
export function withBlocks(readme: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const mark = new RegExp(`(<!-- ${name} -->\\s+\`\`\`\\w+\\n).*?(\`\`\`\\s+<!-- end -->)`, "s");
    if (!mark.test(text)) throw new Error(`README.md has no block "${name}"`);
    return text.replace(mark, (_, before: string, after: string) => `${before}${block}${after}`);
  }, readme);
}

function synth(stream: "stdout" | "stderr", config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-readme-"));
  try {
    for (const name of ["main.ts", "modules", "node_modules", "package.json", "tsconfig.json"]) {
      symlinkSync(join(ROOT, name), join(folder, name));
    }
    mkdirSync(join(folder, "config"));
    cpSync(join(ROOT, "config"), join(folder, "config"), { recursive: true });
    for (const key of ["agent", "admin"]) {
      const sample = join(ROOT, `examples/metadata/workshop-${key}.xml`);
      cpSync(sample, join(folder, `config/metadata/${key}.xml`));
    }
    if (config !== undefined) writeFileSync(join(folder, "config/workshop.yaml"), config);
    const env = { ...process.env, CONNECT_SSO_CONFIG: "", CDKTF_OUTDIR: undefined };
    const args = ["--import", "tsx", "main.ts"];
    return spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" })[stream];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
