import { z } from "zod";

import { DEFAULT_STATE_PATH, METHODS, STACK } from "./backend-values";
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
  workspaceProblem,
  WITH_STACK,
  workspaceTagProblem,
} from "./backend-rules";
import { REGION_PATTERN, regionProblem } from "./rules";
import { text } from "./text";

/** Where state is kept; which settings go with which type, check-backend.ts says. */
export const backend = z
  .strictObject({
    type: z.enum(["local", "s3", "http", "cloud", "none"]).meta({
      description:
        "local: a file; s3: a bucket, with a lock file beside the state; http: a server; cloud: HCP Terraform or Terraform Enterprise; none: no backend block, for runs that bring their own.",
    }),
    path: text(statePathProblem, WITH_STACK).optional().meta({
      description: "local: path of the state file, relative to the stack's folder.",
      default: DEFAULT_STATE_PATH,
    }),
    bucket: text(bucketProblem, BUCKET_PATTERN).optional().meta({ description: "s3: the bucket." }),
    region: text(regionProblem, REGION_PATTERN)
      .optional()
      .meta({ description: "s3: region of the bucket.", examples: ["us-east-1"] }),
    key: text(stateKeyProblem, WITH_STACK)
      .optional()
      .meta({ description: "s3: key of the state.", default: `${STACK}.tfstate` }),
    kmsKeyId: text(kmsKeyProblem, KMS_KEY_PATTERN)
      .optional()
      .meta({ description: "s3: ID, ARN or alias of the KMS key that encrypts the state." }),
    roleArn: text(roleArnProblem, ROLE_ARN_PATTERN)
      .optional()
      .meta({ description: "s3: ARN of a role to assume for the state." }),
    address: text(stateAddressProblem, WITH_STACK)
      .optional()
      .meta({
        description: "http: URL of the state.",
        examples: [`https://state.example.com/${STACK}`],
      }),
    updateMethod: method("http: method that writes the state.", METHODS.update),
    lockAddress: text(stateAddressProblem, WITH_STACK)
      .optional()
      .meta({ description: "http: URL that locks the state. Left out, nothing is locked." }),
    lockMethod: method("http: method that locks.", METHODS.lock),
    unlockAddress: text(stateAddressProblem, WITH_STACK)
      .optional()
      .meta({ description: "http: URL that unlocks the state; lockAddress as a rule." }),
    unlockMethod: method("http: method that unlocks.", METHODS.unlock),
    username: z.string().min(1).optional().meta({
      description: "http: user name. The password goes into the variable TF_HTTP_PASSWORD.",
    }),
    organization: text(organizationProblem, ORGANIZATION_PATTERN)
      .optional()
      .meta({ description: "cloud: name of the organization." }),
    hostname: text(hostnameProblem, HOSTNAME_PATTERN).optional().meta({
      description: "cloud: host of Terraform Enterprise.",
      default: "app.terraform.io",
    }),
    project: text(projectProblem, PROJECT_PATTERN)
      .optional()
      .meta({ description: "cloud: project of the workspaces." }),
    workspace: text(workspaceProblem, WITH_STACK)
      .optional()
      .meta({ description: "cloud: name of the workspace.", default: STACK }),
    tags: z
      .array(text(workspaceTagProblem))
      .min(1)
      .optional()
      .meta({ description: "cloud: tags of the workspaces, in place of a name." }),
  })
  .meta({
    description: `Where Terraform keeps its state. ${STACK} stands for the stack's name: each stack has a state of its own.`,
  });

/** The first is what Terraform takes by itself. */
function method(description: string, methods: readonly [string, ...string[]]) {
  return z.enum(methods).optional().meta({ description, default: methods[0] });
}

export type BackendConfig = z.infer<typeof backend>;
