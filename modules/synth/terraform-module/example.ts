import type { InstanceSettings } from "../../config";
import { metadataVariableName } from "../../text";
import { type Block, blocksOf, hcl, type Json, type TerraformJson } from "../hcl";
import {
  additionalRegions,
  assignmentsImports,
  federationImports,
  type Import,
  regionAlias,
} from "../stacks";
import { type Arguments, assignmentsArguments, federationArguments } from "./arguments";
import { variablesOf } from "./inputs";
import { passedName } from "./modules";
import { applicationArnVariableName } from "./variables";

/**
 * Writes `examples/complete`, which calls both modules, each with its own provider, and passes the
 * config's values: metadata documents as files next to it. Values that the config does not have yet
 * are variables of the example.
 */
export function completeExample(
  settings: InstanceSettings,
  federation: TerraformJson,
  assignments: TerraformJson | undefined,
): Record<string, string> {
  const { applications } = settings;
  const calls = moduleCalls(
    settings,
    { federation: "../..", assignments: "../../modules/assignments" },
    federationArguments(settings, ({ key, metadata }) =>
      metadata ? documentFile(key) : `\${var.${metadataVariableName(key)}}`,
    ),
    assignments &&
      assignmentsArguments(
        settings,
        ({ key, applicationArn }) => applicationArn ?? `\${var.${applicationArnVariableName(key)}}`,
      ),
  );
  const used = JSON.stringify(calls);
  const variables = [federation, assignments ?? {}]
    .flatMap(variablesOf)
    .filter(({ name }) => used.includes(`\${var.${name}}`))
    .map(({ name, type, description }): Block => ({
      type: "variable",
      labels: [name],
      attributes: { description, type: `\${${type}}` },
    }));
  return {
    "main.tf": hcl([
      ...blocksOf({ terraform: federation["terraform"] ?? {} }, () => ({})),
      ...providers(settings, assignments !== undefined),
      ...variables,
      ...calls,
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
      ...(settings.permissionSets.length > 0
        ? [
            {
              type: "output",
              labels: ["permission_sets"],
              attributes: {
                description: "Permission sets and their shortcut links.",
                value: "${module.assignments}",
              },
            },
          ]
        : []),
    ]),
    ...Object.fromEntries(
      applications.flatMap(({ key, metadata }) =>
        metadata ? [[`${key}.xml`, metadata.document]] : [],
      ),
    ),
  };
}

/** Argument that reads a document from a file next to the caller. */
export function documentFile(application: string): string {
  return `\${file("\${path.module}/${application}.xml")}`;
}

/** Calls of the modules, for the example and the README. */
export function moduleCalls(
  settings: InstanceSettings,
  source: { readonly federation: string; readonly assignments: string },
  federation: Arguments,
  assignments: Arguments | undefined,
): Block[] {
  return [
    {
      type: "module",
      labels: ["federation"],
      attributes: { source: source.federation, ...federation },
    },
    ...(assignments
      ? [
          {
            type: "module",
            labels: ["assignments"],
            attributes: {
              source: source.assignments,
              providers: passedProviders(additionalRegions(settings, settings.applications)),
              ...assignments,
            },
          },
        ]
      : []),
  ];
}

/** Providers of Identity Center, by the names that the module has for them. */
function passedProviders(regions: readonly string[]): string {
  const more = regions.map(
    (region) => `${passedName(region)} = aws.identity_center_${regionAlias(region)}`,
  );
  return `\${{ ${["aws = aws.identity_center", ...more].join(", ")} }}`;
}

/** Providers of the two accounts. */
export function providers(settings: InstanceSettings, withAssignments: boolean): Block[] {
  const { instance, identityCenter } = settings;
  const { accountId } = identityCenter; // not that in an ARN: a delegated administrator has another
  const provider = (attributes: Record<string, Json>): Block => ({
    type: "provider",
    labels: ["aws"],
    attributes,
  });
  const ofIdentityCenter = (alias: string, region: string) =>
    provider({
      alias,
      region,
      ...(accountId !== undefined && { allowed_account_ids: [accountId] }),
    });
  return [
    provider({ region: instance.region, allowed_account_ids: [instance.accountId] }),
    ...(withAssignments
      ? [
          ofIdentityCenter("identity_center", identityCenter.region),
          ...additionalRegions(settings, settings.applications).map((region) =>
            ofIdentityCenter(`identity_center_${regionAlias(region)}`, region),
          ),
        ]
      : []),
  ];
}

function imports(module: string, own: readonly Import[]): Block[] {
  const within = own.map(({ to, id }) => ({ to: `module.${module}.${to}`, id }));
  return blocksOf({ import: within }, () => ({}));
}
