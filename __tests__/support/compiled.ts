import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

import { transformSync } from "@swc/core";

import { command, type Outcome } from "./command";
import { Project } from "./project";

/** Kills the process before a step that changes something in its working folder. */
const PRELOAD = `
const { watchFiles } = require("./watch-files.js");
let left = Number(process.env.KILLED_BEFORE ?? Infinity);
watchFiles(require("node:fs"), process.cwd(), ({ kind }) => {
  if (kind !== "change") return;
  left -= 1;
  if (left >= 0) return;
  process.kill(process.pid, "SIGKILL");
  for (;;);
});
`;

/** This package as JavaScript, as it is published: it starts in half of the time. */
export class Compiled {
  private readonly project = new Project().copy("LICENSE");

  public constructor() {
    const modules = resolve(__dirname, "../../modules");
    const entries = readdirSync(modules, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const own = join("lib", relative(modules, path));
      const content = readFileSync(path, "utf8");
      if (path.endsWith(".ts")) this.project.write(own.replace(/ts$/, "js"), javaScript(content));
      else this.project.write(own, content);
    }
    const watch = readFileSync(resolve(__dirname, "watch-files.ts"), "utf8");
    this.project.write("watch-files.js", javaScript(watch)).write("preload.js", PRELOAD);
  }

  /** Path of what npm would link as `connect-sso`. */
  public get program(): string {
    return this.project.path("lib/commands/bin.js");
  }

  /** Runs `connect-sso` in a project's folder, and kills it before a step that changes something there. */
  public killed({ folder }: Project, step: number, args: readonly string[]): Promise<Outcome> {
    return command(
      process.execPath,
      ["--require", this.project.path("preload.js"), this.program, ...args],
      { cwd: folder, env: { KILLED_BEFORE: String(step) } },
    );
  }

  public remove(): void {
    this.project.remove();
  }
}

function javaScript(typescript: string): string {
  return transformSync(typescript, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  }).code;
}
