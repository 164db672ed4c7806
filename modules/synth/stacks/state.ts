import { posix } from "node:path";

import { HttpBackend, LocalBackend, S3Backend, type TerraformStack } from "cdktf";

import { type BackendSettings, STACK } from "../../config";
import type { TerraformJson } from "../hcl";

/** Has Terraform keep a stack's state where the config says, apart from every other stack's. */
export function keepState(stack: TerraformStack, settings: BackendSettings): void {
  const own = named(settings, stack.node.id);
  switch (own.type) {
    case "local":
      new LocalBackend(stack, { path: own.path });
      break;
    case "s3": {
      const { bucket, region, key, kmsKeyId, roleArn } = own;
      new S3Backend(stack, {
        bucket,
        region,
        key,
        encrypt: true,
        ...(kmsKeyId !== undefined && { kmsKeyId }),
        ...(roleArn !== undefined && { assumeRole: { roleArn } }),
      }).addOverride("use_lockfile", true);
      stack.addOverride("terraform.required_version", ">= 1.10.0"); // of lock files in S3
      break;
    }
    case "http":
      new HttpBackend(stack, own.server);
      break;
    case "cloud":
      // Not CDKTF's CloudBackend, which runs `terraform version` at every synth.
      stack.addOverride("terraform.backend", undefined);
      stack.addOverride("terraform.cloud", own.block);
      if (own.block.workspaces.project !== undefined) {
        stack.addOverride("terraform.required_version", ">= 1.6.0"); // of projects
      }
      break;
    case "none":
      stack.addOverride("terraform.backend", undefined);
  }
}

/**
 * A stack's JSON for a folder `hcl/<stack>` beside `stacks/<stack>`, where a relative path that does
 * not leave both would lead to another file.
 */
export function withSameState(json: TerraformJson, stack: string): TerraformJson {
  const { terraform } = json as { terraform: { backend?: { local?: { path: string } } } };
  const path = terraform.backend?.local?.path;
  if (path === undefined) return json;
  const local = { path: posix.join("../../stacks", stack, path) };
  return { ...json, terraform: { ...terraform, backend: { local } } };
}

/** The settings with the stack's name in place of what stands for it. */
function named<T>(settings: T, stack: string): T {
  if (typeof settings === "string") return settings.replaceAll(STACK, stack) as T;
  if (typeof settings !== "object" || settings === null) return settings;
  if (Array.isArray(settings)) return settings.map((one: unknown) => named(one, stack)) as T;
  const entries = Object.entries(settings).map(([key, own]) => [key, named<unknown>(own, stack)]);
  return Object.fromEntries(entries) as T;
}
