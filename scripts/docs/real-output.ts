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

import { runSynth } from "./run-synth";

const ROOT = resolve(__dirname, "../..");

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

/** Returns what `npm run synth` prints in a clone. */
export function synthOutput(): string {
  return synth("stdout");
}

/** Returns what `npm run synth` prints of a config with mistakes. */
export function synthErrors(): string {
  return synth("stderr", MISTAKES);
}

/** Returns the config of a clone, without its comments. */
export function workshopConfig(): string {
  return readFileSync(join(ROOT, "config/workshop.yaml"), "utf8").replace(/^#.*\n/gm, "");
}

function synth(stream: "stdout" | "stderr", config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-readme-"));
  try {
    for (const name of ["start.js", "main.ts", "modules", "node_modules", "package.json"]) {
      symlinkSync(join(ROOT, name), join(folder, name));
    }
    mkdirSync(join(folder, "config"));
    cpSync(join(ROOT, "config"), join(folder, "config"), { recursive: true });
    for (const key of ["agent", "admin"]) {
      const sample = join(ROOT, `examples/metadata/workshop-${key}.xml`);
      cpSync(sample, join(folder, `config/metadata/${key}.xml`));
    }
    if (config !== undefined) writeFileSync(join(folder, "config/workshop.yaml"), config);
    return runSynth(folder)[stream];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
