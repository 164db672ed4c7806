import { stringify } from "yaml";

import { formatProblem, type InstanceSettings, loadConfig } from "../../../modules/config";
import {
  type Rehearsal,
  rehearsalReport,
  rehearse,
  type RehearsalProblem,
  type RehearsalStep,
  type StepId,
} from "../../../modules/commands/rehearse";
import type { Rendering } from "../../../modules/commands/terminal";
import { IdentityProvider, type ResponseOptions } from "../../support/identity-provider";
import { Project } from "../../support/project";

/** A minute after the responses were issued. */
export const AT = new Date("2026-12-01T12:01:00Z");

/** The workshop's applications, each with an identity provider of its own. */
export class Workshop {
  private constructor(
    public readonly agent: IdentityProvider,
    public readonly admin: IdentityProvider,
    public readonly instances: readonly InstanceSettings[],
  ) {}

  /** @param more configs beside `workshop.yaml`, by file name, and what it has itself */
  public static async make(
    own: object = {},
    more: Readonly<Record<string, object>> = {},
    providers?: Workshop,
  ): Promise<Workshop> {
    const agent =
      providers?.agent ?? (await IdentityProvider.make({ application: "agent", bits: 1024 }));
    const admin =
      providers?.admin ?? (await IdentityProvider.make({ application: "admin", bits: 1024 }));
    const project = new Project()
      .write("config/metadata/agent.xml", agent.metadata)
      .write("config/metadata/admin.xml", admin.metadata);
    try {
      const workshop = {
        instanceArn:
          "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
        applications: {
          agent: { samlMetadataFile: "metadata/agent.xml", destination: "/connect/ccp" },
          admin: { samlMetadataFile: "metadata/admin.xml" },
        },
        ...own,
      };
      for (const [file, config] of Object.entries({ "workshop.yaml": workshop, ...more })) {
        project.write(`config/${file}`, stringify(config));
      }
      const { instances, problems } = loadConfig(project.path("config"), AT);
      if (instances.length === 0) throw new Error(problems.map(formatProblem).join("\n"));
      // As it is for who stands in the project's folder.
      const shown = instances.map((one) => ({ ...one, file: `config/${one.name}.yaml` }));
      return new Workshop(agent, admin, shown);
    } finally {
      project.remove();
    }
  }

  /** Rehearses what the agents' identity provider answers. */
  public agentSigns(options: ResponseOptions = {}, relayState?: string): Promise<Rehearsal> {
    return this.captured(this.agent.respond(options), { relayState });
  }

  public captured(
    response: string,
    { at = AT, relayState }: { at?: Date; relayState?: string | undefined } = {},
  ): Promise<Rehearsal> {
    const { instances } = this;
    return rehearse({
      response,
      instances,
      at,
      ...(relayState !== undefined && { relayState }),
    });
  }
}

export function stepOf({ steps }: Rehearsal, id: StepId): RehearsalStep {
  const step = steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}

/** The steps that AWS refuses, each with what users see. */
export function refusals({ steps }: Rehearsal): Record<string, (string | undefined)[]> {
  return Object.fromEntries(
    steps
      .filter(({ status }) => status === "refused")
      .map(({ id, problems }) => [id, problems.map(answerOf)]),
  );
}

/** What users see of a problem. */
export function answerOf(problem: RehearsalProblem | undefined): string | undefined {
  return problem?.kind === "refused" ? problem.answer?.text : undefined;
}

/** The report without colours and line breaks, unless they are asked for. */
export function reported(rehearsal: Rehearsal, rendering: Partial<Rendering> = {}): string {
  return rehearsalReport(rehearsal, { paint: (_, text) => text, ...rendering });
}

export function base64(xml: string): string {
  return Buffer.from(xml).toString("base64");
}
