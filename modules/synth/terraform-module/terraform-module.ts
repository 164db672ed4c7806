import type { InstanceSettings } from "../../config";
import type { HandoffValues } from "../console-sheet";
import { newApp, type ReadableStack, stackHcl } from "../stacks";
import { completeExample } from "./example";
import { licence } from "./licence";
import { AssignmentsModule, assignedApplications, FederationModule } from "./modules";
import {
  assignmentsReadme,
  completeExampleReadme,
  federationReadme,
  severalInstancesReadme,
} from "./readme";
import { assignmentsValues, federationValues } from "./root-values";
import { severalInstancesExample } from "./several-instances";
import { assignmentsTests, federationTests } from "./test-suite";

/**
 * Writes the Terraform module of an instance, for teams that do not use CDKTF, and returns its files by
 * path. It has the structure of a module in the Terraform Registry. The assignments are a separate
 * module within it, since they need their own AWS provider.
 *
 * @param values values for the console, which the module's tests check
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/structure
 */
export function terraformModule(
  settings: InstanceSettings,
  values: Readonly<Record<string, HandoffValues>>,
): Record<string, string> {
  const app = newApp();
  const federation = synthesized(new FederationModule(app, settings));
  const assignments =
    assignedApplications(settings).length + settings.permissionSets.length > 0
      ? synthesized(new AssignmentsModule(app, settings))
      : undefined;
  return {
    ...federation.files,
    "terraform.tfvars": federationValues(settings),
    "README.md": federationReadme(settings, federation.json, assignments?.json),
    LICENSE: licence(),
    ...within("tests", federationTests(settings, values)),
    ...within("examples/complete", {
      ...completeExample(settings, federation.json, assignments?.json),
      "README.md": completeExampleReadme(settings),
    }),
    ...(settings.applications.length > 0 &&
      within("examples/several-instances", {
        "main.tf": severalInstancesExample(settings, federation.json),
        "README.md": severalInstancesReadme(settings),
      })),
    ...(assignments &&
      within("modules/assignments", {
        ...assignments.files,
        // Tools expect this file, even without outputs.
        ...(settings.permissionSets.length === 0 && {
          "outputs.tf": "# This module has no outputs.\n",
        }),
        "terraform.tfvars": assignmentsValues(settings),
        "README.md": assignmentsReadme(settings, assignments.json),
        ...within("tests", assignmentsTests(settings)),
      })),
  };
}

/** Synthesizes a module without the app, which would add a backend and require a provider. */
function synthesized(module: ReadableStack) {
  const json = module.toTerraform();
  return { json, files: stackHcl(module, json) };
}

function within(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]),
  );
}
