import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { Project } from "../../support/project";
import { Terraform } from "./terraform";

const VERSIONS = { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } };

/**
 * The AWS provider as a process of its own, which Terraform's commands use one after the other:
 * each would spend most of its time on starting one. It takes endpoint and region from its own
 * environment.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export class RunningProvider {
  private constructor(
    private readonly server: ChildProcess,
    private readonly project: Project,
    /** The same, with what Terraform needs to find it. */
    public readonly environment: Record<string, string>,
  ) {}

  public static async start(environment: Record<string, string>): Promise<RunningProvider> {
    const project = new Project();
    const versions = JSON.stringify({ terraform: { required_providers: VERSIONS } });
    project.write("provider/versions.tf.json", versions);
    await new Terraform(project.path("provider"), {}).init();
    const server = spawn(programIn(project.path("provider")), ["-debug"], {
      env: {
        ...process.env,
        ...environment,
        // With an authority of the machine's own it could not be configured anew by the next command.
        AWS_CA_BUNDLE: "",
        TMPDIR: project.folder,
        GOGC: "400", // a third less work, most of which is to describe its resources
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      const attach = await announced(server);
      const found = { ...environment, TF_REATTACH_PROVIDERS: attach };
      return new RunningProvider(server, project, found);
    } catch (error) {
      server.kill("SIGKILL");
      project.remove();
      throw error;
    }
  }

  public async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = new Promise((resolve) => this.server.once("exit", resolve));
      this.server.kill("SIGKILL");
      await ended;
    }
    this.project.remove();
  }
}

/** Below folders named after its version and the platform. */
function programIn(folder: string): string {
  const providers = join(folder, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const [program = ""] = readdirSync(providers, { recursive: true })
    .map(String)
    .filter((path) => /(^|\/)terraform-provider-aws[^/]*$/.test(path));
  return join(providers, program);
}

function announced(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const deadline = setTimeout(() => {
      reject(new Error(`the AWS provider did not start within 60 s: ${said}`));
    }, 60_000);
    server.once("error", reject);
    server.once("exit", (code) => {
      reject(new Error(`the AWS provider ended with ${String(code)}: ${said}`));
    });
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const attach = /TF_REATTACH_PROVIDERS='(.*)'/.exec(said)?.[1];
      if (attach === undefined) return;
      clearTimeout(deadline);
      resolve(attach);
    });
  });
}
