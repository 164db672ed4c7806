import * as z from "zod";

import { REGION_PATTERN } from "../../aws";

import { DEFAULT_STATE_PATH, METHODS, NEEDS_LOCK_ADDRESS, STACK } from "./backend-values";
import {
  BUCKET_PATTERN,
  bucketProblem,
  HOSTNAME_PATTERN,
  hostnameProblem,
  KMS_KEY_PATTERN,
  kmsKeyProblem,
  ORGANIZATION_PATTERN,
  organizationProblem,
  PROJECT_PATTERN,
  projectProblem,
  ROLE_ARN_PATTERN,
  roleArnProblem,
  stateAddressProblem,
  stateKeyProblem,
  statePathProblem,
  stateUserNameProblem,
  workspaceProblem,
  WITH_STACK,
  workspaceTagProblem,
} from "./backend-rules";
import { regionProblem } from "./rules";
import { text } from "./text";

/** Schema of the backend: each type has its own keys, and no others. */
export const backend = z
  .discriminatedUnion("type", [
    z
      .strictObject({
        type: z.literal("local"),
        path: text(statePathProblem, WITH_STACK).optional().meta({
          description: "Path of the state file, relative to the stack's folder.",
          default: DEFAULT_STATE_PATH,
        }),
      })
      .meta({ description: "A local file." }),
    z
      .strictObject({
        type: z.literal("s3"),
        bucket: text(bucketProblem, BUCKET_PATTERN).meta({ description: "Name of the bucket." }),
        region: text(regionProblem, REGION_PATTERN).meta({
          description: "Region of the bucket.",
          examples: ["us-east-1"],
        }),
        key: text(stateKeyProblem, WITH_STACK)
          .optional()
          .meta({ description: "Key of the state.", default: `${STACK}.tfstate` }),
        kmsKeyId: text(kmsKeyProblem, KMS_KEY_PATTERN)
          .optional()
          .meta({ description: "ID, ARN or alias of the KMS key that encrypts the state." }),
        roleArn: text(roleArnProblem, ROLE_ARN_PATTERN)
          .optional()
          .meta({ description: "ARN of a role to assume for the state." }),
      })
      .meta({ description: "An S3 bucket, with a lock file next to the state." }),
    z
      .strictObject({
        type: z.literal("http"),
        address: text(stateAddressProblem, WITH_STACK).meta({
          description: "URL of the state.",
          examples: [`https://state.example.com/${STACK}`],
        }),
        updateMethod: method("Method that writes the state.", METHODS.update),
        lockAddress: text(stateAddressProblem, WITH_STACK)
          .optional()
          .meta({ description: "URL that locks the state. Without it, the state is not locked." }),
        lockMethod: method("Method that locks.", METHODS.lock),
        unlockAddress: text(stateAddressProblem, WITH_STACK)
          .optional()
          .meta({ description: "URL that unlocks the state. The default is lockAddress." }),
        unlockMethod: method("Method that unlocks.", METHODS.unlock),
        username: text(stateUserNameProblem, /./).optional().meta({
          description:
            "User name. Terraform takes the password from the environment variable TF_HTTP_PASSWORD.",
        }),
      })
      .meta({
        description: "An HTTP server.",
        dependentRequired: Object.fromEntries(
          NEEDS_LOCK_ADDRESS.map((key) => [key, ["lockAddress"]]),
        ),
      }),
    z
      .strictObject({
        type: z.literal("cloud"),
        organization: text(organizationProblem, ORGANIZATION_PATTERN).meta({
          description: "Name of the organization.",
        }),
        hostname: text(hostnameProblem, HOSTNAME_PATTERN).optional().meta({
          description: "Host of Terraform Enterprise.",
          default: "app.terraform.io",
        }),
        project: text(projectProblem, PROJECT_PATTERN)
          .optional()
          .meta({ description: "Project of the workspaces." }),
        workspace: text(workspaceProblem, WITH_STACK)
          .optional()
          .meta({ description: "Name of the workspace.", default: STACK }),
        tags: z
          .array(text(workspaceTagProblem))
          .min(1)
          .optional()
          .meta({ description: "Tags of the workspaces, instead of a name." }),
      })
      .meta({
        description: "HCP Terraform or Terraform Enterprise.",
        not: { required: ["workspace", "tags"] },
      }),
    z
      .strictObject({ type: z.literal("none") })
      .meta({ description: "No backend block, for runs that add their own." }),
  ])
  .meta({
    description: `Where Terraform keeps its state. ${STACK} stands for the stack's name: each stack has its own state.`,
  });

/** The backend in a config file, as written. */
export type BackendConfig = z.infer<typeof backend>;

/** Keys that each type of backend takes in addition to its type. */
export const BACKEND_KEYS: ReadonlyMap<BackendConfig["type"], readonly string[]> = new Map(
  backend.options.map(({ shape: { type, ...keys } }) => [type.value, Object.keys(keys)]),
);

/** Schema of an HTTP method; the first method is the default of Terraform. */
function method(description: string, methods: readonly [string, ...string[]]) {
  return z.enum(methods).optional().meta({ description, default: methods[0] });
}
