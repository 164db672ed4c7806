import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";

import { withoutStackTraces } from "../../modules/synth/without-stack-traces";

/** Terraform as CDKTF writes it, without its own notes. */
export interface Terraform {
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
  readonly output?: Record<string, { readonly value: string }>;
  readonly variable?: Record<string, Record<string, unknown>>;
  readonly locals?: Record<string, unknown>;
  readonly provider?: unknown;
  readonly terraform?: Record<string, unknown>;
}

/** A stack of another app, with what a test puts into it. */
export function synthesized(fill: (stack: TerraformStack) => void): Terraform {
  return withoutStackTraces(() => {
    const stack = new TerraformStack(Testing.stubVersion(new App({ stackTraces: false })), "test");
    new AwsProvider(stack, "aws");
    fill(stack);
    return terraformOf(stack);
  });
}

export function terraformOf(stack: TerraformStack): Terraform {
  const strip = (key: string, value: unknown) => (key === "//" ? undefined : value);
  return JSON.parse(Testing.synth(stack, true), strip) as Terraform;
}

/** The one resource of a type. */
export function only({ resource = {} }: Terraform, type: string): Record<string, unknown> {
  const all = Object.values(resource[type] ?? {});
  if (all.length !== 1 || !all[0]) throw new Error(`${String(all.length)} resources of ${type}`);
  return all[0];
}
