import * as z from "zod";

import { INSTANCE_ARN_PATTERN, REGION_PATTERN, SIGN_IN_ENDPOINTS } from "../../aws";
import {
  CONNECT_USER_ID_PATTERN,
  connectUserIdProblem,
  destinationProblem,
} from "../../aws/connect";
import {
  DEFAULT_POLICY_NAME,
  namePattern,
  nameProblem,
  type NameRule,
  pathProblem,
  PERMISSION_SET_NAME,
  POLICY_NAME,
  ROLE_NAME,
  ROLE_PATH,
  SAML_PROVIDER_NAME,
  SESSION_DURATION,
  PERMISSIONS_BOUNDARY_PATTERN,
  permissionsBoundaryProblem,
} from "../../aws/iam";
import {
  APPLICATION_ARN_PATTERN,
  applicationArnProblem,
  createdGroupProblem,
  GROUP_PATTERN,
  groupProblem,
  IDENTITY_CENTER_ARN_PATTERN,
  identityCenterArnProblem,
  IDENTITY_STORE_ID_PATTERN,
  identityStoreIdProblem,
  PERMISSION_SET_ARN_PATTERN,
  permissionSetArnProblem,
  PORTAL_URL_PATTERN,
  portalUrlProblem,
  PRINCIPAL_ID_PATTERN,
  principalIdProblem,
  type RoleSessionName,
  SESSION_NAME_ATTRIBUTES,
  USER_PATTERN,
  userProblem,
} from "../../aws/identity-center";
import { backend } from "./backend";
import { tags, user, USER_MANAGERS, usersFrom } from "./people";
import {
  ACCOUNT_ID_PATTERN,
  accountIdProblem,
  APPLICATION_KEY_PATTERN,
  DISPLAY_NAME_PATTERN,
  displayNameProblem,
  NAME_PREFIX_PATTERN,
  namePrefixProblem,
  regionProblem,
  sessionDurationProblem,
} from "./rules";
import { key, text } from "./text";

/*
 * The schema of the config file, from which its TypeScript types, its checks and the committed
 * connect-sso.schema.json are derived; check.ts checks what needs more than one value.
 */

function name(rule: NameRule) {
  return text((value) => nameProblem(rule, value), namePattern(rule));
}

const assign = z
  .strictObject({
    groups: z
      .array(text(groupProblem, GROUP_PATTERN))
      .optional()
      .meta({
        description: "Groups, by display name or ID.",
        examples: [["ConnectAgents"]],
      }),
    users: z
      .array(text(userProblem, USER_PATTERN))
      .optional()
      .meta({
        description:
          "Users, by user name or ID in Identity Center; a user in `users` also by e-mail address.",
        examples: [["agent1@example.com"]],
      }),
  })
  .meta({ description: "The groups and users that can use the application; nobody else can." });

const application = z
  .strictObject({
    signIn: z.enum(["application", "permission-set"]).optional().meta({
      description:
        "The way to sign in: through a SAML application, which a person creates in the Identity Center console, or through a permission set, which Terraform creates. The permission set is a preview: nobody has confirmed it on a live account.",
      default: "application",
    }),
    displayName: text(displayNameProblem, DISPLAY_NAME_PATTERN)
      .optional()
      .meta({
        description: "Name of the application in the Identity Center console and access portal.",
        examples: ["Amazon Connect - Agent"],
      }),
    samlProviderName: name(SAML_PROVIDER_NAME)
      .optional()
      .meta({
        description: "Name of the IAM SAML provider.",
        examples: ["AmazonConnectAgentAccess"],
      }),
    roleName: name(ROLE_NAME)
      .optional()
      .meta({
        description:
          "Name of the IAM role. Never change it while in use: Connect ties users to it.",
        examples: ["AmazonConnectAgentAccessRole"],
      }),
    permissionSetName: name(PERMISSION_SET_NAME)
      .optional()
      .meta({
        description:
          "Name of the permission set, with `signIn: permission-set`; the access portal shows it as the role. Never change it while in use: Connect ties users to the role behind it.",
        examples: ["AmazonConnectAgent"],
      }),
    samlMetadataFile: z
      .string()
      .min(1)
      .optional()
      .meta({
        description:
          "The application's SAML metadata file, relative to this file. If it is left out, Terraform takes the variable <key>_saml_metadata_document instead. Where an identity provider has one document for all applications, several may name one file; each still gets its own SAML provider, so that one can change without the others.",
        examples: ["metadata/agent.xml"],
      }),
    destination: text(destinationProblem)
      .optional()
      .meta({
        description:
          "Landing page after sign-in: a path of the Connect domain or an https URL, not URL-encoded. If it is left out, users land on the admin website.",
        examples: ["/connect/ccp", "/ccp-v2", "/agent-app-v2"],
      }),
    newDomain: z.boolean().optional().meta({
      description: "Whether the instance uses the domain *.my.connect.aws.",
      default: false,
    }),
    sessionDuration: text(sessionDurationProblem, SESSION_DURATION.pattern)
      .optional()
      .meta({
        description:
          "Session duration of the application, 15m to 12h. The maximum session duration of the role follows it.",
        default: "12h",
        examples: ["12h", "90m"],
      }),
    applicationArn: text(applicationArnProblem, APPLICATION_ARN_PATTERN).optional().meta({
      description:
        "ARN of the Identity Center application, which exists after the visit to the console. If it is left out, nobody is assigned yet.",
    }),
    assign: assign.optional(),
  })
  .meta({ description: "One Identity Center application for one audience, such as agents." });

const permission = z
  .strictObject({
    form: z.enum(["user-resource", "instance-condition"]).optional().meta({
      description:
        "How the policy names the instance: by the ARN of its users, or by a condition on its ID, which also covers a replica in another region: its permission, not the sign-in endpoint of Global Resiliency.",
      default: "user-resource",
    }),
    attach: z.enum(["managed", "inline"]).optional().meta({
      description: "One managed policy shared by the roles, or an inline policy in each role.",
      default: "managed",
    }),
    policyName: name(POLICY_NAME).optional().meta({
      description: "Name of the policy.",
      default: DEFAULT_POLICY_NAME,
    }),
  })
  .meta({ description: "The permission to sign in to the instance." });

const identityCenter = z
  .strictObject({
    region: text(regionProblem, REGION_PATTERN)
      .optional()
      .meta({
        description:
          "Primary region of IAM Identity Center. If it is left out, the region in the SAML metadata; without metadata, that of the instance is guessed.",
        examples: ["us-east-1"],
      }),
    accountId: text(accountIdProblem, ACCOUNT_ID_PATTERN)
      .optional()
      .meta({
        description:
          "Account whose credentials deploy to IAM Identity Center, in quotes: the organization's management account, or its delegated administrator. If it is left out, the account in the ARNs of the applications. If it is given, Terraform takes only credentials of this account.",
        examples: ["123456789012"],
      }),
    instanceArn: text(identityCenterArnProblem, IDENTITY_CENTER_ARN_PATTERN)
      .optional()
      .meta({
        description:
          "ARN of the IAM Identity Center instance, where an account sees several and no application names it.",
        examples: ["arn:aws:sso:::instance/ssoins-1234567890abcdef"],
      }),
    portalUrl: text(portalUrlProblem, PORTAL_URL_PATTERN)
      .optional()
      .meta({
        description:
          "Address of the access portal, from which the sheet makes the shortcut links of permission sets.",
        examples: ["https://d-1234567890.awsapps.com/start"],
      }),
    createGroups: z
      .array(text(createdGroupProblem, GROUP_PATTERN))
      .optional()
      .meta({
        description: "Display names of groups to create. Every other group must exist.",
        examples: [["ConnectAgents"]],
        default: [],
      }),
  })
  .meta({ description: "The IAM Identity Center that the applications and their users are in." });

function names(what: string, example: string) {
  return z
    .array(z.string())
    .default([])
    .meta({ description: what, examples: [[example]] });
}

const principalIds = z.record(z.string(), text(principalIdProblem, PRINCIPAL_ID_PATTERN));

const adopted = z.strictObject({
  samlProviders: names("Names of SAML providers that exist.", "AmazonConnectAgentAccess"),
  roles: names("Names of roles that exist.", "AmazonConnectAgentAccessRole"),
  policies: names("Names of managed policies that exist.", DEFAULT_POLICY_NAME),
  rolesWithPolicy: names(
    "Names of roles that have the policy: attached, or inline.",
    "AmazonConnectAgentAccessRole",
  ),
  connectUsers: z
    .record(z.string(), text(connectUserIdProblem, CONNECT_USER_ID_PATTERN))
    .default({})
    .meta({
      description:
        "IDs of users that exist in Amazon Connect, by user name: those of the config, and members of groups of `usersFrom`.",
      examples: [{ "agent1@example.com": "7d8f9a10-1b2c-4d3e-8f4a-5b6c7d8e9f01" }],
    }),
  identityStoreId: text(identityStoreIdProblem, IDENTITY_STORE_ID_PATTERN)
    .optional()
    .meta({
      description: "ID of the identity store that the groups, users and memberships are in.",
      examples: ["d-1234567890"],
    }),
  groups: principalIds.default({}).meta({
    description: "IDs of groups of createGroups that exist, by display name.",
    examples: [{ ConnectAgents: "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b" }],
  }),
  directoryUsers: principalIds.default({}).meta({
    description:
      "IDs of users with createInIdentityCenter that exist in Identity Center, by user name.",
    examples: [{ "agent1@example.com": "6d5c4b3a-2f1e-4d0c-9b8a-7f6e5d4c3b2a" }],
  }),
  memberships: principalIds.default({}).meta({
    description: "IDs of memberships that exist, by user and group.",
    examples: [{ "agent1@example.com in ConnectAgents": "5c4b3a2f-1e0d-4c9b-8a7f-6e5d4c3b2a10" }],
  }),
  permissionSets: z
    .record(z.string(), text(permissionSetArnProblem, PERMISSION_SET_ARN_PATTERN))
    .default({})
    .meta({
      description: "ARNs of permission sets that exist, by name.",
      examples: [
        {
          AmazonConnectAgent:
            "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
        },
      ],
    }),
  permissionSetsWithPolicy: names(
    "Names of permission sets that have an inline policy.",
    "AmazonConnectAgent",
  ),
  assignments: z
    .record(z.string(), principalIds)
    .default({})
    .meta({
      description:
        "IDs of groups and users that are assigned already, by application; for one that is a permission set, in the account of the instance.",
      examples: [
        { agent: { "group ConnectAgents": "9067b2c3d4-1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b" } },
      ],
    }),
});
const SESSION_NAMES = Object.keys(SESSION_NAME_ATTRIBUTES) as [RoleSessionName, RoleSessionName];

/** Schema of a config file. */
export const configSchema = z
  .strictObject({
    instanceArn: z.string().meta({
      description: "ARN of the Amazon Connect instance. Everything else is derived from it.",
      pattern: INSTANCE_ARN_PATTERN.source,
      examples: [
        "arn:aws:connect:us-east-1:123456789012:instance/9690dd9b-3de7-4097-b4d9-67829f7c8fca",
      ],
    }),
    applications: z
      .record(key(APPLICATION_KEY_PATTERN), application.nullable())
      .refine((given) => Object.keys(given).length > 0, {
        message: "has no applications; name at least one, such as agent",
      })
      .meta({
        description:
          "The Identity Center applications, each under a short key, such as agent or admin. The names are derived from the key.",
        minProperties: 1,
      }),
    signInEndpoint: z.enum(SIGN_IN_ENDPOINTS).optional().meta({
      description:
        "The sign-in endpoint in the ACS URL of the applications: that of the instance's region, which AWS recommends, or the global one in us-east-1. The roles trust both.",
      default: SIGN_IN_ENDPOINTS[0],
    }),
    permission: permission.optional(),
    roles: z.enum(["separate", "shared"]).optional().meta({
      description:
        "A role for each application, or one role that trusts every application's SAML provider. Connect refuses a user who signs in through a second role.",
      default: "separate",
    }),
    sharedRoleName: name(ROLE_NAME).optional().meta({
      description: "Name of the shared role, with `roles: shared`.",
      default: "AmazonConnectAccessRole",
    }),
    namePrefix: text(namePrefixProblem, NAME_PREFIX_PATTERN).optional().meta({
      description: "Prefix of every derived name, for a second instance in one account.",
      default: "",
    }),
    rolePath: text(pathProblem, ROLE_PATH.pattern).optional().meta({
      description: "IAM path of the roles.",
      default: "/",
    }),
    permissionsBoundary: text(permissionsBoundaryProblem, PERMISSIONS_BOUNDARY_PATTERN)
      .optional()
      .meta({ description: "ARN of the policy that is the permissions boundary of the roles." }),
    protect: z.boolean().optional().meta({
      description:
        "Whether Terraform refuses to destroy, rename or replace the SAML providers, roles and permission sets that users sign in through, and the groups that it created.",
      default: true,
    }),
    adopt: z.union([z.boolean(), adopted]).optional().meta({
      description:
        "The resources that exist already, which the next deployment takes over instead of creating them; everything else is created. `connect-sso adopt --write` finds and lists them. With `true`, everything that the stack of the instance's account creates must exist. Remove it after that deployment.",
      default: false,
    }),
    identityCenter: identityCenter.optional(),
    roleSessionName: z.enum(SESSION_NAMES).optional().meta({
      description:
        "What Identity Center sends as the role session name, which is the user name in Amazon Connect: the e-mail address of the user, or the user name in Identity Center.",
      default: "email",
    }),
    users: z
      .array(user)
      .optional()
      .meta({ description: "Users to create in the Amazon Connect instance.", default: [] }),
    usersFrom: usersFrom.optional(),
    usersManagedBy: z.enum(USER_MANAGERS).optional().meta({
      description:
        "What creates, changes and removes the users of Amazon Connect: Terraform, in the stack of the instance's account, or the command `connect-sso users apply`. When it changes from Terraform, the next deployment leaves the users that exist as they are.",
      default: "terraform",
    }),
    maxRemovals: z
      .int()
      .min(0)
      .optional()
      .meta({
        description:
          "Number of users that one deployment of the stack <instance>-people, or one run of `connect-sso users apply`, may remove. If it is left out, a tenth of them, but at least 5.",
        examples: [50],
      }),
    backend: backend.optional(),
    tags: tags
      .optional()
      .meta({ description: "Tags of every IAM resource and Amazon Connect user.", default: {} }),
  })
  .meta({ title: "Amazon Connect single sign-on", description: "One Amazon Connect instance." });

/** An application in a config file, as written. */
export type ApplicationConfig = z.infer<typeof application>;

/** The content of a config file, as written. */
export type ConfigFile = z.infer<typeof configSchema>;

/** The content of a config file, where an application without a value is an empty one. */
export type Config = Omit<ConfigFile, "applications"> & {
  applications: Record<string, ApplicationConfig>;
};

/** Returns the JSON Schema with which editors complete and check config files. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: "input" });
  const {
    applications,
    adopt: { anyOf: adoptForms, ...adopt },
    backend: place,
  } = schema.properties as unknown as {
    applications: { additionalProperties: { anyOf: readonly object[] } };
    adopt: { anyOf: readonly object[] };
    backend: TypedUnion;
  };
  // With one schema instead of two, an editor reports a mistake once.
  const [own] = applications.additionalProperties.anyOf;
  Object.assign(applications, { additionalProperties: { ...own, type: ["object", "null"] } });
  Object.assign(schema.properties ?? {}, {
    adopt: Object.assign({}, ...adoptForms, adopt, { type: ["boolean", "object"] }) as object,
    backend: byType(place),
  });
  const { $schema, ...rest } = schema;
  return { $schema, $id: SCHEMA_ID, ...rest };
}

/** Identifies the schema wherever it is stored; nothing is to be found there. */
const SCHEMA_ID = "urn:uuid:5b0f6c3e-8d0a-4d2e-9a51-6f1c7e2b94d8";

interface TypedUnion {
  readonly description: string;
  readonly oneOf: readonly (Readonly<Record<string, unknown>> & {
    readonly description: string;
    readonly properties: { readonly type: { readonly const: string } };
  })[];
}

/**
 * Writes the union so that the type selects the form: an editor reports only the mistakes in that
 * form.
 */
function byType({ description, oneOf }: TypedUnion): object {
  const forms = oneOf.map((form) => ({ ...form, name: form.properties.type.const }));
  const types = forms.map(({ name, description: what }) => `${name}: ${what}`).join(" ");
  return {
    description,
    type: "object",
    properties: { type: { description: types, enum: forms.map(({ name }) => name) } },
    required: ["type"],
    allOf: forms.map(({ name, ...form }) => ({
      if: { properties: { type: { const: name } }, required: ["type"] },
      then: form,
    })),
  };
}
