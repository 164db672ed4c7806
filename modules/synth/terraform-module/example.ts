import { identityCenterAccount, type InstanceSettings } from "../../config";
import { type Block, blocksOf, hcl, type Json, type TerraformJson } from "../hcl";
import { assignmentsImports, federationImports, type Import } from "../stacks";
import { requiredOf, variablesOf } from "./inputs";

/** Sources and inputs that a caller gives the modules. */
interface Caller {
  /** Source of the federation module. */
  readonly federation: string;
  /** Source of the assignments module. */
  readonly assignments: string;
  /** Returns the value of a required input, as a template. */
  readonly input: (name: string) => string;
}

/** Writes `examples/complete/main.tf`, which calls both modules, each with its own provider. */
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
  const caller = {
    federation: "../..",
    assignments: "../../modules/assignments",
    input: (name: string) => `\${var.${name}}`,
  };
  return hcl([
    ...blocksOf({ terraform: federation["terraform"] ?? {} }, () => ({})),
    ...providers(settings, assignments !== undefined),
    ...variables,
    ...moduleCalls(settings, caller, federation, assignments),
    ...imports("federation", federationImports(settings)),
    ...imports("assignments", assignmentsImports(settings)),
    {
      type: "output",
      labels: ["console"],
      attributes: {
        description: "Values that the Identity Center console asks for.",
        value: "${module.federation}",
      },
    },
  ]);
}

/** Calls of the modules, for the example and the README. */
export function moduleCalls(
  { instance }: InstanceSettings,
  caller: Caller,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): Block[] {
  return [
    {
      type: "module",
      labels: ["federation"],
      attributes: {
        source: caller.federation,
        instance_arn: instance.arn,
        ...given(federation, caller),
      },
    },
    ...(assignments
      ? [
          {
            type: "module",
            labels: ["assignments"],
            attributes: {
              source: caller.assignments,
              providers: { aws: "${aws.identity_center}" },
              ...given(assignments, caller),
            },
          },
        ]
      : []),
  ];
}

/** Providers of the two accounts. */
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

function given(json: TerraformJson, { input }: Caller): Record<string, Json> {
  return Object.fromEntries(requiredOf(json).map((name) => [name, input(name)]));
}
