import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import { run as runAdopt } from "../../../../modules/commands/adopt";
import { run as runCheck } from "../../../../modules/commands/check/run";
import { Project } from "../../../support/project";
import { resynth } from "../../../support/resynth";
import { Cut, type Place } from "../../support/cut";
import { Moto } from "../../support/moto";
import { People } from "../../support/people";
import { RunningProvider } from "../../support/running-provider";
import { StandIn } from "../../support/stand-in";
import { Terraform } from "../../support/terraform";
import { APPLICATIONS, type Deployment, INSTANCE } from "./deployments";
import { ACCOUNT, inventory, REGION } from "./inventory";
import { isStillCreating } from "./words";

/** How a run of Terraform ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** The services, a cut in the connection to them, and the machine from which a stack is deployed. */
export class World {
  /** Commands of this process read its environment, so that one world at a time has it. */
  private static turn: Promise<unknown> = Promise.resolve();

  public readonly project = new Project().workshop();
  private standIn: StandIn | undefined;

  private constructor(
    private readonly moto: Moto,
    public readonly cut: Cut,
    private readonly provider: RunningProvider,
  ) {}

  public static async start(): Promise<World> {
    const moto = await Moto.start();
    const cut = await Cut.start();
    const behindCut = { ...moto.environment(REGION), AWS_ENDPOINT_URL: cut.url };
    return new World(moto, cut, await RunningProvider.start(behindCut));
  }

  public async stop(): Promise<void> {
    this.project.remove();
    await this.provider.stop();
    await this.standIn?.stop();
    await this.cut.stop();
    await this.moto.stop();
  }

  /** What sends a program to the services, through the cut. */
  public get environment(): Record<string, string> {
    return { ...this.moto.environment(REGION), AWS_ENDPOINT_URL: this.cut.url };
  }

  /** Makes everything as it was before the first deployment of a stack. */
  public async reset(deployment: Deployment): Promise<void> {
    await this.moto.reset();
    await this.standIn?.stop();
    this.standIn = await StandIn.start(this.moto, {
      identityCenter: { region: REGION, accountId: ACCOUNT },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent", "Admin"],
      },
    });
    this.cut.target = this.standIn.url;
    for (const arn of APPLICATIONS) this.standIn.identityCenter.addApplication(arn);
    await deployment.prepare(new People(this.standIn, REGION));
    this.loseState(deployment);
    this.synthesize(deployment);
    const folder = this.folder(deployment);
    if (!existsSync(`${folder}/.terraform.lock.hcl`)) await this.terraform(deployment).init();
  }

  /** Synthesizes the config of a stack as it is in the repository of the one who deploys. */
  public synthesize(deployment: Deployment): void {
    const { config, files = {} } = deployment;
    for (const [name, content] of Object.entries(files)) this.project.write(name, content);
    this.project.write(this.configFile(deployment), config);
    resynth(this.project, this.configFile(deployment));
  }

  public terraform(deployment: Deployment): Terraform {
    return new Terraform(this.folder(deployment), this.provider.environment);
  }

  /** Runs Terraform and kills it at a place. */
  public async kill(
    deployment: Deployment,
    subcommand: "apply" | "destroy",
    place: Place,
  ): Promise<void> {
    const { process: terraform, ended } = this.spawn(deployment, subcommand);
    this.cut.at(place, () => terraform.kill("SIGKILL"));
    const { code, said } = await ended;
    await this.cut.heal();
    if (code === null) return;
    const where = `${place.operation} ${String(place.number)}`;
    throw new Error(`${subcommand} of ${deployment.stack} ended without ${where}:\n${said}`);
  }

  /** Deploys, and stops where Terraform only repeats what AWS refuses. */
  public async attempt(deployment: Deployment): Promise<Ended> {
    const { process: terraform, ended } = this.spawn(deployment, "apply");
    let said = "";
    terraform.stdout.on("data", (chunk: Buffer) => {
      if (isStillCreating(said)) return;
      said += chunk.toString();
      if (isStillCreating(said)) terraform.kill("SIGINT");
    });
    return ended;
  }

  /** Runs `connect-sso adopt --write`, and synthesizes. */
  public async adopt(deployment: Deployment): Promise<void> {
    const file = this.configFile(deployment);
    const { code, printed } = await this.connectSso(runAdopt, { write: true }, file);
    if (code !== 0) throw new Error(`adopt ended with ${String(code)}:\n${printed}`);
    resynth(this.project, file);
  }

  /** What `connect-sso check --live` prints. */
  public async check(deployment: Deployment): Promise<string> {
    const { printed } = await this.connectSso(
      runCheck,
      { live: true },
      this.configFile(deployment),
    );
    return printed;
  }

  /** Everything that the services hold. */
  public async inventory(): Promise<string[]> {
    if (!this.standIn) throw new Error("nothing is there before the first reset");
    return inventory(this.moto, this.standIn, APPLICATIONS);
  }

  /** How often AWS has made something for a stack, since a number of calls. */
  public creations({ creations }: Deployment, since: number): Record<string, number> {
    const made = this.cut.calls.slice(since).filter(({ isDone }) => isDone);
    return Object.fromEntries(
      Object.keys(creations).map((name) => [
        name,
        made.filter(({ operation }) => operation === name).length,
      ]),
    );
  }

  /** Addresses of what Terraform's state holds, and whether Terraform takes it for whole. */
  public state(deployment: Deployment): string[] {
    const file = this.stateFile(deployment);
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (text === "") return [];
    const { resources } = JSON.parse(text) as { resources: StateResource[] };
    return resources
      .filter(({ mode }) => mode === "managed")
      .flatMap(({ type, name, instances }) =>
        instances.map(({ index_key: key = "", status = "whole" }) =>
          [type, name, key, status].join(" "),
        ),
      )
      .sort();
  }

  /** Loses the state, as the one who removes it does, or a machine that stops while it is written. */
  public loseState(deployment: Deployment, now: "removed" | "empty" = "removed"): void {
    if (now === "removed") rmSync(this.stateFile(deployment), { force: true });
    else writeFileSync(this.stateFile(deployment), "");
  }

  private stateFile({ stack }: Deployment): string {
    return this.project.path(`terraform.${stack}.tfstate`);
  }

  private folder({ stack }: Deployment): string {
    return this.project.path(`cdktf.out/stacks/${stack}`);
  }

  private configFile({ stack }: Deployment): string {
    return `${stack.replace(/-.*/, "")}.yaml`;
  }

  private connectSso(run: typeof runAdopt, values: object, file: string) {
    const ran = World.turn.then(async () => {
      const environment = { ...process.env };
      Object.assign(process.env, this.provider.environment);
      process.env["CDKTF_OUTDIR"] = this.project.path("cdktf.out");
      try {
        let printed = "";
        const code = await run(
          { values: { ...values }, positionals: [this.project.path(file)] },
          { write: (text) => (printed += text), paint: (_, text) => text },
        );
        return { code, printed };
      } finally {
        process.env = environment;
      }
    });
    World.turn = ran.catch(() => undefined);
    return ran;
  }

  private spawn(deployment: Deployment, subcommand: "apply" | "destroy") {
    const child = spawn("terraform", [subcommand, "-no-color", "-auto-approve", "-input=false"], {
      cwd: this.folder(deployment),
      env: { ...process.env, GOGC: "off", GOMEMLIMIT: "1GiB", ...this.provider.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const listen = (chunk: Buffer) => (said += chunk.toString());
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        resolve({ code, said });
      });
    });
    return { process: child, ended };
  }
}

interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly { readonly index_key?: string; readonly status?: string }[];
}
