import { identityCenterAccount, type InstanceSettings } from "../config";
import { type Block, blocksOf, hcl, type Json, type TerraformJson } from "../hcl";
import { assignmentsImports, federationImports, type Import } from "../stacks";
import { requiredOf, variablesOf } from "./inputs";

/** Where a caller finds the modules. */
interface Sources {
  readonly federation: string;
  readonly assignments: string;
}

/** `examples/complete/main.tf`: both modules, each with a provider of its own. */
export function completeExample(
  settings: InstanceSettings,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): string {
  const required = [federation, assignments ?? {}].flatMap((json) =>
    variablesOf(json).filter((variable) => variable.default === undefined),
  );
  const variables = required.map(({ name, type, description }): Block => ({
    type: "variable",
    labels: [name],
    attributes: { description, type: `\${${type}}` },
  }));
  const sources = { federation: "../..", assignments: "../../modules/assignments" };
  return hcl([
    ...blocksOf({ terraform: federation["terraform"] ?? {} }, () => ({})),
    ...providers(settings, assignments !== undefined),
    ...variables,
    ...moduleCalls(settings, sources, federation, assignments),
    ...imports("federation", federationImports(settings)),
    ...imports("assignments", assignmentsImports(settings)),
    {
      type: "output",
      labels: ["console"],
      attributes: {
        description: "What the Identity Center console asks for.",
        value: "${module.federation}",
      },
    },
  ]);
}

/** How the modules are called, for the README too. */
export function moduleCalls(
  { instance }: InstanceSettings,
  sources: Sources,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): Block[] {
  return [
    {
      type: "module",
      labels: ["federation"],
      attributes: {
        source: sources.federation,
        instance_arn: instance.arn,
        ...passedOn(federation),
      },
    },
    ...(assignments
      ? [
          {
            type: "module",
            labels: ["assignments"],
            attributes: {
              source: sources.assignments,
              providers: { aws: "${aws.identity_center}" },
              ...passedOn(assignments),
            },
          },
        ]
      : []),
  ];
}

/** The providers of the two accounts. */
export function providers(settings: InstanceSettings, withAssignments: boolean): Block[] {
  const { instance, identityCenter } = settings;
  const account = identityCenterAccount(settings);
  const provider = (attributes: Record<string, Json>): Block => ({
    type: "provider",
    labels: ["aws"],
    attributes,
  });
  return [
    provider({ region: instance.region, allowed_account_ids: [instance.accountId] }),
    ...(withAssignments
      ? [
          provider({
            alias: "identity_center",
            region: identityCenter.region,
            ...(account !== undefined && { allowed_account_ids: [account] }),
          }),
        ]
      : []),
  ];
}

function imports(module: string, own: readonly Import[]): Block[] {
  const within = own.map(({ to, id }) => ({ to: `module.${module}.${to}`, id }));
  return blocksOf({ import: within }, () => ({}));
}

function passedOn(json: TerraformJson): Record<string, Json> {
  return Object.fromEntries(requiredOf(json).map((name) => [name, `\${var.${name}}`]));
}
