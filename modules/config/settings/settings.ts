import { parseArn, SIGN_IN_ENDPOINTS, type SignInEndpoint } from "../../aws";
import type { ConnectInstance } from "../../aws/connect";
import { parseSessionDuration } from "../../aws/iam";
import { isSampleIssuer, issuerRegion, type RoleSessionName } from "../../aws/identity-center";
import type { SamlMetadata } from "../../aws/saml";
import { metadataVariableName } from "../../text";
import { type BackendSettings, backendSettings } from "./backend";
import {
  applicationNames,
  isPermissionSet,
  permissionSetName,
  policyName,
  sentAs,
  sharedRoleName,
  userNames,
} from "./names";
import {
  type ApplicationConfig,
  type Config,
  DEFAULT_ROUTING_PROFILE,
  type UserConfig,
  type UsersFromConfig,
} from "../schema";

/** A config file with every default filled in and every name derived. */
export interface InstanceSettings {
  /** Name of the instance, from which the stacks are named: the file name without its extension. */
  readonly name: string;
  /** Path of the config file, relative to the working folder when it is in it. */
  readonly file: string;
  readonly instance: ConnectInstance;
  /** Applications that a person creates in the console. */
  readonly applications: readonly ApplicationSettings[];
  /** Permission sets that Terraform creates in place of applications: a preview. */
  readonly permissionSets: readonly PermissionSetSettings[];
  /** Sign-in endpoint that the applications send their users to. */
  readonly signInEndpoint: SignInEndpoint;
  readonly permission: {
    readonly form: "user-resource" | "instance-condition";
    readonly attach: "managed" | "inline";
    readonly policyName: string;
  };
  /** A role for each application, or one that all of them share. */
  readonly roles:
    { readonly kind: "separate" } | { readonly kind: "shared"; readonly name: string };
  /** Text before every derived name; the names here have it. */
  readonly namePrefix: string;
  readonly rolePath: string;
  readonly permissionsBoundary?: string;
  readonly protect: boolean;
  /** What the next deployment takes over instead of creating it; `undefined` for nothing. */
  readonly adopt?: Adoption;
  readonly identityCenter: {
    /** Primary region, where groups and users are managed. */
    readonly region: string;
    /** `true` when neither the config nor the metadata names the region. */
    readonly isRegionGuessed: boolean;
    /** Account of Identity Center; `undefined` when the config does not give it. */
    readonly accountId?: string;
    /** ARN of the Identity Center instance; `undefined` when the config does not give it. */
    readonly instanceArn?: string;
    /** Address of the access portal; `undefined` when the config does not give it. */
    readonly portalUrl?: string;
    readonly createGroups: readonly string[];
  };
  /** What Identity Center sends as the role session name. */
  readonly roleSessionName: RoleSessionName;
  readonly users: readonly UserSettings[];
  /** What creates, changes and removes the users of Amazon Connect. */
  readonly usersManagedBy: "terraform" | "connect-sso";
  /** Groups whose members are users of the instance too. */
  readonly userGroups: readonly UserGroupSettings[];
  /** Number of members that one deployment may remove; `undefined` for the default. */
  readonly maxRemovals?: number;
  readonly backend: BackendSettings;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a deployment takes over instead of creating it: names, and IDs by name. */
export interface Adoption {
  readonly samlProviders: readonly string[];
  readonly roles: readonly string[];
  readonly policies: readonly string[];
  readonly rolesWithPolicy: readonly string[];
  readonly connectUsers: Ids;
  /** ID of the identity store that the groups, users and memberships are in. */
  readonly identityStoreId?: string;
  readonly groups: Ids;
  readonly directoryUsers: Ids;
  readonly memberships: Ids;
  /** ARNs of permission sets by name. */
  readonly permissionSets: Ids;
  readonly permissionSetsWithPolicy: readonly string[];
  /** IDs of groups and users by the names of their assignments, by application. */
  readonly assignments: Readonly<Record<string, Ids>>;
}

/** IDs by name. */
type Ids = Readonly<Record<string, string>>;

/** A user of the instance, with every default filled in. */
export interface UserSettings {
  /** E-mail address in Identity Center. */
  readonly email: string;
  /** User name in Identity Center; `undefined` when the config does not give it. */
  readonly userName?: string;
  /** User name in Connect, which is exactly the role session name that Identity Center sends. */
  readonly connectUserName: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Keys of the applications that the user signs in through. */
  readonly applications: readonly string[];
  readonly routingProfile: string;
  readonly securityProfiles: readonly string[];
  /** Hierarchy group by its path or ID. */
  readonly hierarchyGroup?: string;
  readonly autoAccept?: boolean;
  readonly afterContactWorkSeconds?: number;
  readonly deskPhone?: string;
  readonly secondaryEmail?: string;
  /** Tags of the user alone. */
  readonly tags?: Readonly<Record<string, string>>;
  /** ID of a user that already exists in Connect. */
  readonly connectUserId?: string;
  readonly createInIdentityCenter: boolean;
  readonly emailInConnect: boolean;
  /** Path of the file of `usersFrom` that the user is listed in; `undefined` for the config. */
  readonly from?: string;
}

/** A group whose members are users of the instance, and what each of them has. */
export interface UserGroupSettings
  extends
    Pick<UserSettings, "applications" | "routingProfile" | "securityProfiles" | "emailInConnect">,
    Partial<
      Pick<UserSettings, "hierarchyGroup" | "autoAccept" | "afterContactWorkSeconds" | "tags">
    > {
  /** Display name or ID of the group. */
  readonly group: string;
}

/** An Identity Center application, with every default filled in and every name derived. */
export interface ApplicationSettings {
  /** Key of the application in the config; Terraform names start with it. */
  readonly key: string;
  readonly displayName: string;
  readonly samlProviderName: string;
  /** Name of the role that its users assume: its own, or the shared one. */
  readonly roleName: string;
  /** Path of the SAML metadata file, as the config has it; `undefined` when it names none. */
  readonly metadataFile?: string;
  /** SAML metadata; `undefined` when Terraform takes the document from a variable. */
  readonly metadata?: SamlMetadata;
  readonly destination?: string;
  readonly newDomain: boolean;
  readonly sessionSeconds: number;
  /** Region of Identity Center that the application was created in, where its metadata names it. */
  readonly identityCenterRegion?: string;
  /** ARN of the application; `undefined` before the visit to the console. */
  readonly applicationArn?: string;
  /** Groups that can use the application, by display name or ID. */
  readonly groups: readonly string[];
  /** Users that can use the application, by user name or ID. */
  readonly users: readonly string[];
}

/** A permission set that stands for an application, with every default filled in. */
export interface PermissionSetSettings {
  /** Key of the application in the config; Terraform names start with it. */
  readonly key: string;
  /** Name of the permission set, which the access portal shows as the role. */
  readonly name: string;
  readonly destination?: string;
  readonly newDomain: boolean;
  readonly sessionSeconds: number;
  /** Groups that can use the permission set in the instance's account, by display name or ID. */
  readonly groups: readonly string[];
  /** Users that can use the permission set in the instance's account, by user name or ID. */
  readonly users: readonly string[];
}

/**
 * Fills in the defaults and derives every name of a config that has been checked, except what it
 * adopts.
 *
 * @param fileOf returns the file that a user is listed in, by its position
 */
export function instanceSettings(
  { name, file }: { name: string; file: string },
  config: Config,
  instance: ConnectInstance,
  metadata: ReadonlyMap<string, SamlMetadata>,
  fileOf: (user: number) => string | undefined = () => undefined,
): InstanceSettings {
  return {
    name,
    file,
    instance,
    applications: Object.entries(config.applications).flatMap(([key, application]) =>
      isPermissionSet(application)
        ? []
        : [applicationSettings(key, application, config, metadata.get(key))],
    ),
    permissionSets: Object.entries(config.applications).flatMap(([key, application]) =>
      isPermissionSet(application) ? [permissionSetSettings(key, application, config)] : [],
    ),
    signInEndpoint: config.signInEndpoint ?? SIGN_IN_ENDPOINTS[0],
    permission: {
      form: config.permission?.form ?? "user-resource",
      attach: config.permission?.attach ?? "managed",
      policyName: policyName(config),
    },
    roles:
      config.roles === "shared"
        ? { kind: "shared", name: sharedRoleName(config) }
        : { kind: "separate" },
    namePrefix: config.namePrefix ?? "",
    rolePath: config.rolePath ?? "/",
    ...(config.permissionsBoundary && { permissionsBoundary: config.permissionsBoundary }),
    protect: config.protect ?? true,
    identityCenter: identityCenterSettings(config, instance, metadata),
    roleSessionName: config.roleSessionName ?? "email",
    users: (config.users ?? []).map((user, index) => {
      const from = fileOf(index);
      const settings = userSettings(user, sentAs(user.applications, config));
      return { ...settings, ...(from !== undefined && { from }) };
    }),
    usersManagedBy: config.usersManagedBy ?? "terraform",
    userGroups: (config.usersFrom ?? []).flatMap(userGroup),
    ...(config.maxRemovals !== undefined && { maxRemovals: config.maxRemovals }),
    backend: backendSettings(config.backend),
    tags: config.tags ?? {},
  };
}

function applicationSettings(
  key: string,
  application: ApplicationConfig,
  config: Config,
  metadata: SamlMetadata | undefined,
): ApplicationSettings {
  const { destination, newDomain = false, sessionDuration = "12h", applicationArn } = application;
  const { samlMetadataFile: metadataFile } = application;
  const identityCenterRegion = metadata && issuerRegion(metadata.entityId);
  return {
    key,
    ...applicationNames(key, application, config),
    ...(metadataFile !== undefined && { metadataFile }),
    ...(metadata && { metadata }),
    ...(destination !== undefined && { destination }),
    newDomain,
    sessionSeconds: sessionSeconds(sessionDuration),
    ...(identityCenterRegion !== undefined && { identityCenterRegion }),
    ...(applicationArn !== undefined && { applicationArn }),
    groups: application.assign?.groups ?? [],
    users: assignedUsers(application, config),
  };
}

function permissionSetSettings(
  key: string,
  application: ApplicationConfig,
  config: Config,
): PermissionSetSettings {
  const { destination, newDomain = false, sessionDuration = "12h" } = application;
  return {
    key,
    name: permissionSetName(key, application, config),
    ...(destination !== undefined && { destination }),
    newDomain,
    sessionSeconds: sessionSeconds(sessionDuration),
    groups: application.assign?.groups ?? [],
    users: assignedUsers(application, config),
  };
}

/** User names of the assigned users, with that of an entry of `users` in place of its address. */
function assignedUsers({ assign }: ApplicationConfig, { users = [] }: Config): readonly string[] {
  const userNames = new Map(users.map(({ email, userName = email }) => [email, userName]));
  return (assign?.users ?? []).map((name) => userNames.get(name) ?? name);
}

function sessionSeconds(duration: string): number {
  const seconds = parseSessionDuration(duration);
  if (seconds === undefined) throw new Error(`${JSON.stringify(duration)} was not checked`);
  return seconds;
}

/**
 * The metadata names the region of Identity Center. Where it names none, or several, of which only one
 * is the primary region, a guess remains.
 */
function identityCenterSettings(
  { identityCenter = {} }: Config,
  instance: ConnectInstance,
  metadata: ReadonlyMap<string, SamlMetadata>,
): InstanceSettings["identityCenter"] {
  const { accountId, instanceArn, portalUrl, createGroups = [] } = identityCenter;
  const issuers = new Set(
    [...metadata.values()].flatMap(({ entityId }) =>
      isSampleIssuer(entityId) ? [] : (issuerRegion(entityId) ?? []),
    ),
  );
  const [issuer] = issuers;
  return {
    region: identityCenter.region ?? issuer ?? instance.region,
    isRegionGuessed: identityCenter.region === undefined && issuers.size !== 1,
    ...(accountId !== undefined && { accountId }),
    ...(instanceArn !== undefined && { instanceArn }),
    ...(portalUrl !== undefined && { portalUrl }),
    createGroups,
  };
}

/** Returns the users that Terraform creates in Amazon Connect. */
export function usersOfTerraform(
  settings: Pick<InstanceSettings, "users" | "usersManagedBy">,
): readonly UserSettings[] {
  return settings.usersManagedBy === "terraform" ? settings.users : [];
}

/** Returns the groups whose members Terraform creates as users in Amazon Connect. */
export function groupsOfTerraform(
  settings: Pick<InstanceSettings, "userGroups" | "usersManagedBy">,
): readonly UserGroupSettings[] {
  return settings.usersManagedBy === "terraform" ? settings.userGroups : [];
}

/** A user to create in Identity Center, whose user name is known. */
export type CreatedUser = UserSettings & { readonly userName: string };

/** Returns the users to create in Identity Center. */
export function createdUsers(users: readonly UserSettings[]): CreatedUser[] {
  return users.flatMap((user) => {
    const { userName, createInIdentityCenter } = user;
    return createInIdentityCenter && userName !== undefined ? [{ ...user, userName }] : [];
  });
}

/** Tells if the config has an application's own metadata; a sample of this project counts as none. */
export function hasOwnMetadata({ metadata }: ApplicationSettings): boolean {
  return metadata !== undefined && !isSampleIssuer(metadata.entityId);
}

/** A role, and the applications whose users assume it. */
export interface RoleSettings {
  /** Name of the role. */
  readonly name: string;
  /** Applications whose users assume the role. */
  readonly applications: readonly ApplicationSettings[];
  /** `true` for the one role of all applications, with `roles: shared`. */
  readonly isShared: boolean;
}

/** Returns the roles of an instance: one for each application, or one for all. */
export function rolesOf({ applications, roles }: InstanceSettings): RoleSettings[] {
  return roles.kind === "shared"
    ? [{ name: roles.name, applications, isShared: true }]
    : applications.map((one) => ({ name: one.roleName, applications: [one], isShared: false }));
}

/** Tells if the account of the instance needs anything: permission sets alone need nothing there. */
export function isFederationDue(settings: InstanceSettings): boolean {
  return settings.applications.length + usersOfTerraform(settings).length > 0;
}

/**
 * Returns the account whose credentials Identity Center takes: the one that the config gives, such as that of
 * a delegated administrator, or that of an application.
 */
export function identityCenterAccount(settings: InstanceSettings): string | undefined {
  const [arn] = settings.applications.flatMap(({ applicationArn }) => applicationArn ?? []);
  return (
    settings.identityCenter.accountId ?? (arn === undefined ? undefined : parseArn(arn).accountId)
  );
}

/** Names the account whose credentials Identity Center takes, also where it is not known. */
export function identityCenterOwner(settings: InstanceSettings): string {
  const account = identityCenterAccount(settings);
  return account === undefined ? "the account of Identity Center" : `account ${account}`;
}

/**
 * Names the variables of the metadata that the config does not have, after " and the metadata in"; empty where
 * there are none. The stack is deployed as a whole, so it asks for the metadata of every application.
 */
export function lateMetadata({ applications }: Pick<InstanceSettings, "applications">): string {
  const variables = applications.flatMap(({ key, metadata }) =>
    metadata ? [] : [`TF_VAR_${metadataVariableName(key)}`],
  );
  return variables.length > 0 ? ` and the metadata in ${variables.join(", ")}` : "";
}

function userSettings(given: UserConfig, roleSessionName: Config["roleSessionName"]): UserSettings {
  const { userName, ...others } = given;
  const { email, createInIdentityCenter = false } = others;
  return {
    ...withoutHoles(others),
    ...userNames({ email, userName, isCreated: createInIdentityCenter }, roleSessionName),
    routingProfile: given.routingProfile ?? DEFAULT_ROUTING_PROFILE,
    createInIdentityCenter,
    emailInConnect: given.emailInConnect ?? false,
  };
}

function userGroup(given: UsersFromConfig): UserGroupSettings[] {
  const { group, hierarchyGroup, autoAccept, afterContactWorkSeconds, tags } = given;
  if (group === undefined) return [];
  return [
    {
      ...withoutHoles({ hierarchyGroup, autoAccept, afterContactWorkSeconds, tags }),
      group,
      applications: given.applications ?? [],
      routingProfile: given.routingProfile ?? DEFAULT_ROUTING_PROFILE,
      securityProfiles: given.securityProfiles ?? [],
      emailInConnect: given.emailInConnect ?? false,
    },
  ];
}

/** Required keys, and the optional keys that have a value. */
type Whole<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> };

function withoutHoles<T extends object>(given: T): Whole<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Whole<T>;
}
