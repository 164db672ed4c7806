import { existsSync, readFileSync, rmSync } from "node:fs";

import { type Outcome, succeed } from "../../../support/command";
import { CONNECT_SSO } from "../../../support/program";
import { Project } from "../../../support/project";
import { resynth } from "../../../support/resynth";
import { readAccount } from "../../support/account";
import { Moto } from "../../support/moto";
import { People } from "../../support/people";
import { RunningProvider } from "../../support/running-provider";
import { StandIn } from "../../support/stand-in";
import { Terraform } from "../../support/terraform";
import { type Kind, type Place, Weather } from "../../support/weather";

export type Stack = "storm-federation" | "storm-assignments";
export const STACKS: readonly Stack[] = ["storm-federation", "storm-assignments"];

const INSTANCE =
  "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca";
const AGENT = "arn:aws:sso::123456789012:application/ssoins-1234567890abcdef/apl-1111111111111111";

/** One resource of each kind, and what exists already. */
const CONFIG = `instanceArn: ${INSTANCE}
applications:
  agent:
    samlMetadataFile: config/metadata/agent.xml
    applicationArn: ${AGENT}
    assign: { groups: [ConnectAgents], users: [carol] }
identityCenter: { region: us-east-1, accountId: "123456789012", createGroups: [ConnectAgents] }
users:
  - email: agent1@example.com
    givenName: Agent
    familyName: One
    applications: [agent]
    securityProfiles: [Agent]
    createInIdentityCenter: true
`;

/** Seconds after which a person stops a deployment that goes on and on. */
const PATIENCE = 60;

/**
 * AWS's SDK repeats a call of the provider up to 24 times, which takes ten minutes. With three times, a call that
 * fails for good does so in seconds.
 */
const FEW_ATTEMPTS = JSON.stringify({ provider: { aws: [{ max_retries: 4 }] } });

/** A command of docs/troubleshooting.md. */
export type WayOut = "terraform untaint" | "npm run adopt -- --write";

/** What became of a deployment in bad weather. */
export interface Story {
  /** Number of attempts at calls that bad weather met. */
  readonly struck: number;
  /** How it ended; without a code, a person stopped it. */
  readonly first: Outcome;
  /** Resources that Terraform wants to replace next, as it could not read them once they were made. */
  readonly tainted: readonly string[];
  /** How the next deployment, in good weather, ended; left out where none was necessary. */
  readonly next?: Outcome;
  /** What was done before one more deployment; left out where none was necessary. */
  readonly wayOut?: WayOut;
  /** True when the last deployment succeeded, and a plan then finds nothing to do. */
  readonly isUpToDate: boolean;
  /** What the services have in the end. */
  readonly services: Services;
}

/** Everything that the services have, by name. */
export interface Services {
  readonly iam: readonly string[];
  readonly connectUsers: readonly string[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly users: readonly string[];
  readonly assigned: readonly string[];
}

/** Deployments of two stacks, each from nothing, with bad weather between Terraform and the services. */
export class Deployments {
  private standIn: StandIn | undefined;
  private isAdopted = false;

  private constructor(
    private readonly project: Project,
    private readonly moto: Moto,
    private readonly weather: Weather,
    private readonly provider: RunningProvider,
  ) {}

  public static async start(): Promise<Deployments> {
    const project = new Project().workshop();
    const moto = await Moto.start();
    const weather = await Weather.start();
    const environment = { ...moto.environment("us-east-1"), AWS_ENDPOINT_URL: weather.url };
    const provider = await RunningProvider.start(environment);
    const deployments = new Deployments(project, moto, weather, provider);
    deployments.synth();
    for (const stack of STACKS) await deployments.terraform(stack).init();
    return deployments;
  }

  public async stop(): Promise<void> {
    this.project.remove();
    await this.provider.stop();
    await this.standIn?.stop();
    await this.weather.stop();
    await this.moto.stop();
  }

  /** Deploys in good weather, and returns the calls that this makes. */
  public async record(stack: Stack): Promise<Place[]> {
    await this.renew();
    this.weather.clear();
    await this.terraform(stack).apply();
    return [...this.weather.calls];
  }

  /** Deploys where one call meets bad weather, and goes on in good weather. */
  public async strike(stack: Stack, place: Place, kind: Kind): Promise<Story> {
    await this.renew();
    this.project.write(`cdktf.out/stacks/${stack}/${OVERRIDE}`, FEW_ATTEMPTS);
    this.weather.strike(place, kind);
    return this.deploy(stack, PATIENCE);
  }

  /** Deploys where the services take two calls a second, with as many attempts as the provider makes. */
  public async narrow(stack: Stack): Promise<Story> {
    await this.renew();
    rmSync(this.project.path(`cdktf.out/stacks/${stack}/${OVERRIDE}`), { force: true });
    this.weather.narrow(2);
    return this.deploy(stack, 10 * PATIENCE);
  }

  private async deploy(stack: Stack, seconds: number): Promise<Story> {
    const terraform = this.terraform(stack);
    const first = await terraform.applyWithin(seconds);
    const { struck } = this.weather;
    const tainted = this.tainted(stack);
    this.weather.clear();
    const again = () => terraform.applyWithin(PATIENCE);
    const next = first.code === 0 ? undefined : await again();
    let last = next ?? first;
    let wayOut: WayOut | undefined;
    if (last.code !== 0) {
      wayOut = tainted.length > 0 ? "terraform untaint" : "npm run adopt -- --write";
      if (tainted.length > 0) for (const one of tainted) await terraform.run("untaint", one);
      else await this.adopt();
      last = await again();
    }
    return {
      struck,
      first,
      tainted,
      ...(next && { next }),
      ...(wayOut && { wayOut }),
      isUpToDate: last.code === 0 && (await terraform.isUpToDate()),
      services: await this.services(),
    };
  }

  private async adopt(): Promise<void> {
    this.isAdopted = true;
    const args = [...CONNECT_SSO, "adopt", "--write", CONFIG_FILE];
    await succeed("node", args, { cwd: this.project.folder, env: this.provider.environment });
    resynth(this.project, CONFIG_FILE);
  }

  private synth(): void {
    this.project.write(CONFIG_FILE, CONFIG);
    resynth(this.project, CONFIG_FILE);
    this.isAdopted = false;
  }

  private terraform(stack: Stack): Terraform {
    const folder = this.project.path(`cdktf.out/stacks/${stack}`);
    return new Terraform(folder, this.provider.environment);
  }

  /** Has what a person has who deploys for the first time. */
  private async renew(): Promise<void> {
    if (this.isAdopted) this.synth();
    for (const stack of STACKS) rmSync(this.state(stack), { force: true });
    await this.moto.reset();
    await this.standIn?.stop();
    this.standIn = await StandIn.start(this.moto, {
      identityCenter: { region: "us-east-1", accountId: "123456789012" },
      connect: {
        instanceArn: INSTANCE,
        identityManagementType: "SAML",
        routingProfiles: ["Basic Routing Profile"],
        securityProfiles: ["Agent"],
      },
    });
    this.weather.target = this.standIn.url;
    this.standIn.identityCenter.addApplication(AGENT, "Amazon Connect - Agent");
    await new People(this.standIn, "us-east-1").addUser("carol", "carol@example.com");
  }

  private state(stack: Stack): string {
    return this.project.path(`terraform.${stack}.tfstate`);
  }

  private tainted(stack: Stack): string[] {
    if (!existsSync(this.state(stack))) return [];
    const { resources } = JSON.parse(readFileSync(this.state(stack), "utf8")) as State;
    return resources.flatMap(({ type, name, instances }) =>
      instances
        .filter(({ status }) => status === "tainted")
        .map(({ index_key: key }) => `${type}.${name}${key === undefined ? "" : `["${key}"]`}`),
    );
  }

  private async services(): Promise<Services> {
    if (!this.standIn) throw new Error("nothing was deployed");
    const { samlProviders, roles, policies } = await readAccount(this.moto.iam("us-east-1"));
    const people = new People(this.standIn, "us-east-1");
    return {
      iam: [
        ...Object.keys(samlProviders),
        ...Object.values(roles).map(({ arn, managed }) => `${arn} with ${managed.join()}`),
        ...Object.keys(policies),
      ],
      connectUsers: Object.keys(this.standIn.connect?.users() ?? {}),
      groups: await people.groups(),
      users: await people.users(),
      assigned: await people.assigned(AGENT),
    };
  }
}

const CONFIG_FILE = "storm.yaml";
const OVERRIDE = "attempts_override.tf.json";

/** A state of Terraform, as far as this reads it. */
interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly status?: string; readonly index_key?: string }[];
  }[];
}
