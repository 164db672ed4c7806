import { command, type Outcome, succeed } from "../../support/command";

/** Terraform in a stack's folder, against an emulator. */
export class Terraform {
  public constructor(
    private readonly folder: string,
    private readonly env: Record<string, string>,
  ) {}

  public init(): Promise<string> {
    return this.run("init", "-input=false");
  }

  /** Applies, and tells what was planned, as `plan` does. */
  public async apply(...args: string[]): Promise<Record<string, string>> {
    return planned(await this.run("apply", "-json", "-auto-approve", "-input=false", ...args));
  }

  /** Applies, and stops that as Ctrl-C does when it takes longer. */
  public applyWithin(seconds: number): Promise<Outcome> {
    const args = this.arguments("apply", ["-auto-approve", "-input=false"]);
    return command("terraform", args, { ...this.options(), seconds, signal: "SIGINT" });
  }

  public destroy(...args: string[]): Promise<string> {
    return this.run("destroy", "-auto-approve", "-input=false", ...args);
  }

  /**
   * Plans, and tells what would be done: `{"aws_iam_role.agent": "update"}`, or `{}`. The plan is
   * kept in `test.tfplan`.
   */
  public async plan(...args: string[]): Promise<Record<string, string>> {
    return planned(await this.run("plan", "-json", "-input=false", "-out=test.tfplan", ...args));
  }

  /** Whether a plan finds nothing to do, no drift and no changed output. */
  public async isUpToDate(): Promise<boolean> {
    const { code, stdout, stderr } = await this.attempt(
      "plan",
      "-input=false",
      "-detailed-exitcode",
    );
    if (code === 1) throw new Error(`terraform plan failed\n${stdout}\n${stderr}`);
    return code === 0 && !stdout.includes("Objects have changed outside of Terraform");
  }

  public async outputs(...args: string[]): Promise<Record<string, string>> {
    const outputs = JSON.parse(await this.run("output", "-json", ...args)) as Record<
      string,
      { value: string }
    >;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  public run(subcommand: string, ...args: string[]): Promise<string> {
    return succeed("terraform", this.arguments(subcommand, args), this.options());
  }

  /** For what is expected to fail. */
  public attempt(subcommand: string, ...args: string[]): Promise<Outcome> {
    return command("terraform", this.arguments(subcommand, args), this.options());
  }

  private arguments(subcommand: string, args: string[]): string[] {
    return ["output", "state"].includes(subcommand)
      ? [subcommand, ...args]
      : [subcommand, "-no-color", ...args];
  }

  private options() {
    // Half of the time of a command goes into collecting what Go throws away while it starts.
    const go = { GOGC: "off", GOMEMLIMIT: "1GiB" };
    return { cwd: this.folder, env: { ...go, ...this.env, TF_IN_AUTOMATION: "1" } };
  }
}

/** @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface PlanMessage {
  readonly type: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
}

function planned(said: string): Record<string, string> {
  const messages = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as PlanMessage);
  return Object.fromEntries(
    messages.flatMap(({ type, change }) =>
      type === "planned_change" && change ? [[change.resource.addr, change.action]] : [],
    ),
  );
}
