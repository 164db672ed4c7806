import { ANY_PARTITION } from "../../aws";
import { composedProblem, templateProblem } from "../../text";
import { STACK } from "./backend-values";

/**
 * Rules for where state is kept. Each function says what is wrong with a value and how to fix it,
 * and returns `undefined` when nothing is.
 */

/** Text that contains the placeholder of the stack's name. */
export const WITH_STACK = /\{stack\}/;

const HAS_VARIABLE =
  "has a variable; Terraform does not replace variables in its backend; write the value";
const OWN_STATE = `two stacks would share one state; write ${STACK} where the stack's name belongs`;

/**
 * Says what is wrong with the path of a state file; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/local
 */
export function statePathProblem(path: string): string | undefined {
  if (/^(\/|~|[A-Za-z]:)/.test(path)) {
    return "is an absolute path, which another machine does not have; write it relative to the stack's folder, such as ../../../terraform.{stack}.tfstate";
  }
  if (path.includes("\\")) return "has a backslash; slashes work on every system; write slashes";
  if (path === "" || path.endsWith("/"))
    return "does not name a file; add the name of the state file";
  // Variables of a shell, which are plain text elsewhere; withStack finds those of Terraform.
  return /%\w+%|\$\w/.test(path) ? HAS_VARIABLE : withStack(path);
}

/** Form of the name of an S3 bucket. */
export const BUCKET_PATTERN = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * Says what is wrong with the name of an S3 bucket; `undefined` when nothing is.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function bucketProblem(bucket: string): string | undefined {
  return BUCKET_PATTERN.test(bucket)
    ? undefined
    : "is not a valid bucket name; a bucket name has 3 to 63 lowercase letters, digits, dots and dashes, without two dots in a row, and is not an IP address; write only the name, without s3:// or a path";
}

/**
 * Says what is wrong with the key of a state in S3; `undefined` when nothing is.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function stateKeyProblem(key: string): string | undefined {
  if (key === "" || key.startsWith("/") || key.endsWith("/") || key.includes("//")) {
    return "is not a valid key; a key has no slash at its start or end, and no two slashes in a row; write it as in connect/{stack}.tfstate";
  }
  return Buffer.byteLength(key) > 900
    ? "is longer than 900 bytes; S3 takes 1,024 with the stack's name; shorten it"
    : withStack(key);
}

const KMS_ARN = `arn:${ANY_PARTITION}:kms:[a-z0-9-]+:\\d{12}:`;
const KMS_KEY_ID = /(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/.source;
/** Form of the ID, ARN or alias of a KMS key. */
export const KMS_KEY_PATTERN = new RegExp(
  `^((${KMS_ARN}key/)?${KMS_KEY_ID}|(${KMS_ARN})?alias/[A-Za-z0-9/_-]+)$`,
);

/**
 * Says what is wrong with the ID, ARN or alias of a KMS key; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#s3-state-storage
 */
export function kmsKeyProblem(key: string): string | undefined {
  return KMS_KEY_PATTERN.test(key)
    ? undefined
    : "is not a KMS key; a key is given by its ID, its ARN, or an alias such as alias/terraform; copy it from the key's page";
}

/** Form of the ARN of an IAM role. */
export const ROLE_ARN_PATTERN = new RegExp(
  `^(?!.*[$%]\\{)arn:${ANY_PARTITION}:iam::\\d{12}:role/[\\x21-\\x7e]+$`,
);

/** Says what is wrong with the ARN of an IAM role; `undefined` when nothing is. */
export function roleArnProblem(arn: string): string | undefined {
  return ROLE_ARN_PATTERN.test(arn)
    ? undefined
    : (templateProblem(arn) ??
        "is not the ARN of an IAM role (arn:aws:iam::<account>:role/<name>); copy it from the role's page");
}

/**
 * Names of parameters that the query of a URL must not contain: `private_token`, `access-token`,
 * `apikey`, `sig`.
 */
const SECRET = /token|passw|secret|signature|^sig$|^((api|access|account)[_-]?)?key$/i;

/**
 * Says what is wrong with the URL of a state; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/http
 */
export function stateAddressProblem(address: string): string | undefined {
  const [, scheme, host = ""] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)[^#\s]*$/i.exec(address) ?? [];
  if (scheme === undefined) {
    return "is not a URL; a URL has https://, a host and a path, without spaces or #; write it in that form";
  }
  if (!/^https?$/i.test(scheme))
    return "is not an https URL; Terraform takes only https and http here; write it with https://";
  if (host.includes("@")) {
    return "contains a user name or password; it would be written into the Terraform; set username, and TF_HTTP_PASSWORD in the environment";
  }
  const [, query] = address.split("?", 2);
  for (const [name, value] of new URLSearchParams(query)) {
    if (SECRET.test(name) && !value.includes(STACK)) {
      return `contains ${JSON.stringify(name)}; it would be written into the Terraform; remove it, and set username, and TF_HTTP_PASSWORD in the environment`;
    }
  }
  return withStack(address);
}

/** Form of the name of an organization in HCP Terraform. */
export const ORGANIZATION_PATTERN = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * Says what is wrong with the name of an organization in HCP Terraform; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/organizations
 */
export function organizationProblem(name: string): string | undefined {
  return ORGANIZATION_PATTERN.test(name)
    ? undefined
    : "is not a valid organization name; an organization name has 1 to 40 letters, digits, - and _; copy it from the URL of HCP Terraform, app.terraform.io/app/<organization>";
}

/** Form of a host name, which may have no dot within a company's network, and may have a port. */
export const HOSTNAME_PATTERN = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?$/;

/** Says what is wrong with a host name; `undefined` when nothing is. */
export function hostnameProblem(hostname: string): string | undefined {
  return HOSTNAME_PATTERN.test(hostname)
    ? undefined
    : "is not a host name; write only the host name, without https:// or a path, such as tfe.example.com";
}

/** Form of the name of a project in HCP Terraform. */
export const PROJECT_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9_ -]{1,38}[A-Za-z0-9_-]$/;

/**
 * Says what is wrong with the name of a project in HCP Terraform; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/projects
 */
export function projectProblem(name: string): string | undefined {
  return PROJECT_PATTERN.test(name)
    ? undefined
    : "is not a valid project name; a project name has 3 to 40 letters, digits, spaces, - and _, without spaces at its ends; change it";
}

/**
 * Says what is wrong with the name of a workspace in HCP Terraform; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create#workspace-naming
 */
export function workspaceProblem(name: string): string | undefined {
  return /^[\w-]*$/.test(name.replaceAll(STACK, ""))
    ? withStack(name)
    : "is not a valid workspace name; a workspace name has only letters, digits, - and _; change it";
}

/**
 * Says what is wrong with the tag of a workspace in HCP Terraform; `undefined` when nothing is.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/tags
 */
export function workspaceTagProblem(tag: string): string | undefined {
  return /^[\w:-]{1,200}$/.test(tag.replaceAll(STACK, "x"))
    ? undefined
    : "is not a valid workspace tag; a tag has only letters, digits, :, - and _; change it";
}

/** Says what is wrong with the name of a user of an HTTP server; `undefined` when nothing is. */
export function stateUserNameProblem(name: string): string | undefined {
  return name === "" ? "is empty; give a value or remove the key" : textProblem(name);
}

function withStack(value: string): string | undefined {
  if (/[$%]\{/.test(value)) {
    return HAS_VARIABLE;
  }
  return value.includes(STACK) ? textProblem(value) : `has no ${STACK}, so ${OWN_STATE}`;
}

function textProblem(value: string): string | undefined {
  return /[\p{Cc}\p{Cs}]/u.test(value)
    ? "has a control character or half a character; remove it"
    : composedProblem(value);
}
