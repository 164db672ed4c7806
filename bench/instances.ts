import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const METADATA = resolve(__dirname, "../examples/metadata");

/** Tells instances apart in the last part of their ID, in names and in entity IDs. */
export function idOf(index: number): string {
  return String(index).padStart(12, "0");
}

/** Writes the metadata document of an application, with an issuer of its own. */
export function writeMetadata(folder: string, name: string, key = "agent"): void {
  const sample = readFileSync(join(METADATA, `workshop-${key}.xml`), "utf8");
  const own = sample.replace(/(?<=entityID="[^"]*)"/, `${name}"`);
  writeFileSync(join(folder, `${name}.xml`), own);
}

/** Writes the config files of instances with two applications each, all in one account, and their metadata. */
export function writeInstances(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const id = idOf(index);
    for (const key of ["agent", "admin"]) writeMetadata(folder, `${key}-${id}`, key);
    writeFileSync(
      join(folder, `instance-${id}.yaml`),
      `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-${id}
namePrefix: i${id}-
applications:
  agent: { samlMetadataFile: agent-${id}.xml }
  admin: { samlMetadataFile: admin-${id}.xml }
`,
    );
  }
}
