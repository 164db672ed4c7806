import { rmSync } from "node:fs";
import { dirname } from "node:path";

import { loadConfig } from "../../../modules/config";
import { configs } from "../../support/arbitrary-config";
import { EVERYTHING, keepFigures, notQuick } from "../../support/figures";
import { type Folder, mutatedConfigs, mutatedMetadata } from "../../support/mutations";
import { omit } from "../../support/omit";
import { Project } from "../../support/project";
import { resynth } from "../../support/resynth";
import { RunningProvider } from "../support/running-provider";
import { Terraform } from "../support/terraform";
import { describeWithTools } from "../support/tools";

jest.setTimeout(3_600_000);

const SEED = 20;
const VALID = EVERYTHING ? configs(100, SEED) : [];
const MUTATED = 600;
/** Configs whose output one Terraform validates. */
const BATCH = 20;

/** The call of a module. */
interface Module extends Readonly<Record<string, string>> {
  readonly source: string;
}

/** What a stack has, as JSON. */
interface Stack {
  readonly import?: unknown;
  readonly variable?: Readonly<Record<string, object>>;
}

/** What Terraform says of a configuration. */
interface Validation {
  readonly valid: boolean;
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
  }[];
}

/** A config that names one file of metadata. */
const CONFIG = `instanceArn: arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca
applications: { agent: { samlMetadataFile: agent.xml } }
`;

notQuick(describeWithTools)("Terraform", () => {
  const project = new Project();
  const output = new Project();
  const METADATA = project.samples().read("config/metadata/agent.xml");
  let provider: RunningProvider;
  beforeAll(async () => {
    provider = await RunningProvider.start({
      AWS_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
    });
  });
  afterAll(async () => {
    project.remove();
    output.remove();
    await provider.stop();
  });

  /** Synthesizes a config folder; returns what is written, where it is not refused. */
  function written(folder: Folder): Record<string, string>[] {
    for (const name of ["config", "cdktf.out"]) {
      rmSync(project.path(name), { recursive: true, force: true });
    }
    for (const [path, content] of Object.entries(folder)) project.write(`config/${path}`, content);
    if (loadConfig(project.path("config")).instances.length === 0) return [];
    resynth(project, "config", { hcl: true });
    return [project.files("cdktf.out")];
  }

  /**
   * Puts what is written into folders that one root module has as its modules: stacks as JSON and HCL, and the
   * example of the module. Imports, which only a root module can have, are left out.
   *
   * @returns the calls of the modules
   */
  function putAsModules(name: string, files: Readonly<Record<string, string>>): Module[] {
    const modules: Module[] = [];
    for (const [path, content] of Object.entries(files)) {
      if (!/^(stacks|hcl|handoff\/i\/module)\//.test(path)) continue;
      const isStack = path.endsWith("cdk.tf.json");
      const stack = omit((isStack ? JSON.parse(content) : {}) as Stack, "import");
      const text = isStack ? JSON.stringify(stack) : content.replace(/^import \{.*?^\}\n/gms, "");
      output.write(`all/${name}/${path}`, text);
      const source = `./${name}/${dirname(path)}`;
      if (path.endsWith("examples/complete/main.tf"))
        modules.push({ ...required(content), source });
      if (!isStack) continue;
      const variables = Object.entries(stack.variable ?? {}).filter(
        ([, own]) => !("default" in own),
      );
      const values = Object.fromEntries(variables.map(([key]) => [key, "${var.any}"]));
      modules.push({ ...values, source });
      if (Object.hasOwn(files, path.replace(/^stacks(.*)cdk\.tf\.json$/, "hcl$1main.tf"))) {
        modules.push({ ...values, source: source.replace("/stacks/", "/hcl/") });
      }
    }
    return modules;
  }

  /** Values for the variables of HCL that have no default. */
  function required(text: string): Record<string, string> {
    const variables = [...text.matchAll(/^variable "(\w+)" \{\n(.*?)^\}/gms)];
    const without = variables.filter(([, , body = ""]) => !/^ *default /m.test(body));
    return Object.fromEntries(without.map(([, name = ""]) => [name, "${var.any}"]));
  }

  async function validate(modules: readonly Module[]): Promise<Validation> {
    const calls = modules.map((call) => [call.source.replaceAll(/\W/g, "_").slice(2), call]);
    const root = { variable: { any: {} }, module: Object.fromEntries(calls) as object };
    output.write("all/root.tf.json", JSON.stringify(root));
    const terraform = new Terraform(output.path("all"), provider.environment);
    await terraform.run("init", "-input=false", "-backend=false");
    const { stdout } = await terraform.attempt("validate", "-json");
    return JSON.parse(stdout) as Validation;
  }

  /** Has Terraform validate what is written, in batches. @returns the number of modules */
  async function expectValid(all: readonly Readonly<Record<string, string>>[]): Promise<number> {
    let count = 0;
    for (let next = 0; next < all.length; next += BATCH) {
      rmSync(output.path("all"), { recursive: true, force: true });
      const modules = all
        .slice(next, next + BATCH)
        .flatMap((files, index) => putAsModules(`c${String(next + index)}`, files));
      const { valid, diagnostics } = await validate(modules);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      expect({ valid, errors: errors.slice(0, 3) }).toEqual({ valid: true, errors: [] });
      count += modules.length;
    }
    return count;
  }

  it("accepts what is written of any valid config, and of any config and metadata that is changed and still taken", async () => {
    const valid = VALID.flatMap(({ config, files }) =>
      written({ ...files, "i.yaml": JSON.stringify(config) }),
    );
    expect(valid).toHaveLength(VALID.length);
    const changed = mutatedConfigs(VALID.slice(0, 50), MUTATED, SEED).flatMap(written);
    const documents = mutatedMetadata(METADATA, MUTATED, SEED).flatMap((document) =>
      written({ "i.yaml": CONFIG, "agent.xml": document }),
    );
    const modules = await expectValid([...valid, ...changed, ...documents]);
    keepFigures("configs-in-terraform", [
      {
        what: `outputs of valid configs (${String(valid.length)}), and of the ${String(MUTATED)} changed configs and ${String(MUTATED)} changed documents of metadata those that are taken (${String(changed.length)} and ${String(documents.length)}), in terraform validate`,
        result: `${String(modules)} of ${String(modules)} modules accepted: each stack as JSON and as HCL, and the module's example`,
      },
    ]);
  });

  it("would refuse one of them that is broken", async () => {
    const [{ config, files } = { config: {}, files: {} }] = VALID;
    const [stacks = {}] = written({ ...files, "i.yaml": JSON.stringify(config) });
    const broken = Object.entries(stacks).map(([path, content]) => [
      path,
      path.includes("hcl/i-federation")
        ? content.replace("max_session_duration", "max_duration")
        : content,
    ]);
    const { valid, diagnostics } = await validate(
      putAsModules("c0", Object.fromEntries(broken) as Record<string, string>),
    );
    expect(valid).toBe(false);
    expect(diagnostics.map(({ summary }) => summary)).toContain("Unsupported argument");
  });
});
