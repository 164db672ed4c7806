import { posix } from "node:path";

import { HttpBackend, LocalBackend, S3Backend, type TerraformStack } from "cdktf";

import { type BackendSettings, DEFAULT_STATE_PATH, STACK } from "../../config";
import { escapeTemplates, mapTexts } from "../../text";
import type { TerraformJson } from "../hcl";
import { hideTokens } from "./tokens-as-text";

/** Sets a stack's backend as the config says, with a separate state for every stack. */
export function keepState(stack: TerraformStack, settings: BackendSettings): void {
  const inStack = (text: string) => text.replaceAll(STACK, stack.node.id);
  const own = hideTokens(mapTexts(settings, inStack));
  switch (own.type) {
    case "local":
      new LocalBackend(stack, {
        path: escapeTemplates(own.path ?? inStack(DEFAULT_STATE_PATH)),
      });
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
      stack.addOverride("terraform.required_version", ">= 1.10.0"); // for lock files in S3
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
        stack.addOverride("terraform.required_version", ">= 1.6.0"); // for projects
      }
      break;
    case "none":
      stack.addOverride("terraform.backend", undefined);
  }
}

/**
 * Adapts a stack's JSON to the folder `hcl/<stack>`: a relative path to local state must still lead
 * to the file that it leads to from `stacks/<stack>`.
 */
export function withSameState(json: TerraformJson, stack: string): TerraformJson {
  const { terraform } = json as { terraform: { backend?: { local?: { path: string } } } };
  const path = terraform.backend?.local?.path;
  if (path === undefined) return json;
  const local = { path: posix.join("../../stacks", stack, path) };
  return { ...json, terraform: { ...terraform, backend: { local } } };
}
