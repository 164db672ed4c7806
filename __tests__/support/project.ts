import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

import { command, type Outcome } from "./command";

const ROOT = resolve(__dirname, "../..");
const SHARED = [
  "main.ts",
  "start.js",
  "modules",
  "scripts",
  "node_modules",
  "tsconfig.json",
  "cdktf.json",
];

/** A folder as a user has it after cloning: this code, and config and output of its own. */
export class Project {
  public readonly folder = mkdtempSync(join(tmpdir(), "connect-sso-"));

  public constructor() {
    for (const name of SHARED) symlinkSync(join(ROOT, name), join(this.folder, name));
    this.copy("package.json"); // npm does not pack it through a link
  }

  /** Copies a file or folder of the repository to the same place here. */
  public copy(path: string): this {
    cpSync(join(ROOT, path), this.path(path), { recursive: true });
    return this;
  }

  /** Has the samples of metadata of the workshop, as files of its two applications. */
  public samples(): this {
    for (const key of ["agent", "admin"]) {
      const sample = readFileSync(join(ROOT, `examples/metadata/workshop-${key}.xml`));
      this.write(`config/metadata/${key}.xml`, sample);
    }
    return this;
  }

  /** Has the workshop with its samples of metadata as the one config. */
  public workshop(): this {
    const example = readFileSync(join(ROOT, "examples/workshop.yaml"), "utf8");
    const config = example.replaceAll("metadata/workshop-", "metadata/");
    return this.samples().write("config/workshop.yaml", config);
  }

  public write(path: string, content: string | Uint8Array): this {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
    return this;
  }

  public edit(path: string, change: (text: string) => string): this {
    return this.write(path, change(this.read(path)));
  }

  public read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  public path(path: string): string {
    return join(this.folder, path);
  }

  /** What `npm run synth` runs. */
  public synth(env: Record<string, string> = {}): Promise<Outcome> {
    return command("node", ["start.js", "main.ts"], { cwd: this.folder, env });
  }

  /** Every file of a folder with its content, by its path in it. */
  public files(folder: string): Record<string, string> {
    const entries = readdirSync(this.path(folder), { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [relative(this.path(folder), path), readFileSync(path, "utf8")]),
    );
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
