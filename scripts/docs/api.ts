import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

const INTRODUCTION = `# API

Made from the doc comments of the source. [For CDKTF developers](constructs.md) has a program that uses it.
\`connect-sso/cdktn\` exports the same for CDK Terrain.
`;

const END = `Next: [the config](config.md), or [CDK Terrain](cdk-terrain.md).
`;

/** Writes the reference of what the package exports. */
export async function api(): Promise<string> {
  const { Application } = await import("typedoc");
  const folder = mkdtempSync(join(tmpdir(), "connect-sso-api-"));
  try {
    const options = {
      entryPoints: [join(ROOT, "modules/index.ts")],
      out: folder,
      tsconfig: join(ROOT, "tsconfig.json"),
      plugin: ["typedoc-plugin-markdown"],
      readme: "none",
      outputFileStrategy: "modules",
      entryFileName: "api.md",
      excludeExternals: true,
      excludePrivate: true,
      excludeProtected: true,
      disableSources: true,
      skipErrorChecking: true,
      hidePageHeader: true,
      hideBreadcrumbs: true,
      hidePageTitle: true,
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      classPropertiesFormat: "table",
      typeDeclarationFormat: "table",
      tableColumnSettings: {
        hideModifiers: true,
        hideSources: true,
        hideOverrides: true,
        hideInherited: true,
      },
      useCodeBlocks: true,
      expandParameters: true,
      githubPages: false,
      cleanOutputDir: false,
      logLevel: "Error" as const,
    };
    const app = await Application.bootstrapWithPlugins(options);
    const project = await app.convert();
    if (!project) throw new Error("TypeDoc could not read modules/index.ts");
    await app.outputs.writeOutput({ name: "markdown", path: folder }, project);
    const text = readFileSync(join(folder, "api.md"), "utf8");
    return `${INTRODUCTION}\n${withoutNoise(text)}\n${END}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes the notes on constructors that replace those of `Construct`, and the rules between parts. */
function withoutNoise(text: string): string {
  return text
    .replace(/^#+ Overrides\n+```ts\n.*?\n```\n/gms, "")
    .replace(/^#+ (Overrides|Inherited from)\n+.*\n/gm, "")
    .replace(/^\*\*\*\n/gm, "");
}
