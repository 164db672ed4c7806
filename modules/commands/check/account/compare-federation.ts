import type { InstanceSettings } from "../../../config";
import { formatSessionDuration } from "../../../aws/iam";
import { metadataDifference } from "../../../aws/saml";
import type { ExpectedFederation, ExpectedProvider, ExpectedRole } from "./expected";
import { error, type Finding, ok, whenRead, warning } from "./finding";
import { federationFixes, type Fixes } from "./fixes";
import { policyDifference } from "./policy";
import type { IamState, RoleState } from "./read-iam";
import type { InstanceState } from "./read-instance";

type Verdict = Pick<Finding, "verdict" | "message">;

/** Compares the status and the identity management of an instance with what sign-in needs. */
export function compareInstance(
  { instance }: InstanceState,
  settings: InstanceSettings,
): Finding[] {
  const { instanceId, region, accountId } = settings.instance;
  return whenRead(
    instance,
    { subject: `instance ${instanceId}` },
    error(
      `does not exist in ${region}, account ${accountId}; compare instanceArn with the console`,
    ),
    ({ status, identityManagement }) => {
      const problems = [
        ...(status === "ACTIVE"
          ? []
          : [error(`has the status ${status}, so nobody can sign in; it must be ACTIVE`)]),
        ...(identityManagement === "SAML"
          ? []
          : [
              error(
                `manages identities with ${identityManagement}, which is fixed when an instance is created; create one with SAML 2.0-based authentication`,
              ),
            ]),
      ];
      return problems.length > 0 ? problems : [ok("is active, and manages identities with SAML")];
    },
  );
}

/** Compares the resources in IAM with those that the federation stack creates. */
export function compareFederation(
  expected: ExpectedFederation,
  state: IamState,
  settings: InstanceSettings,
): Finding[] {
  const fixes = federationFixes(settings);
  return [
    ...expected.samlProviders.flatMap((provider) => compareProvider(provider, state, fixes)),
    ...expected.roles.flatMap((role) => compareRole(role, state, fixes)),
    ...comparePermission(expected, state, fixes),
  ];
}

function absent(waits: boolean, what: string, fix: string): Verdict {
  return waits
    ? { verdict: "waiting", message: `${what}, as its application waits for the console visit` }
    : error(`${what}; ${fix}`);
}

function compareProvider(
  expected: ExpectedProvider,
  state: IamState,
  { differs, missing }: Fixes,
): Finding[] {
  const { name, arn, document, waits } = expected;
  const found = state.samlProviders.get(arn);
  if (!found) return [];
  return whenRead(
    found,
    { subject: `SAML provider ${name}`, stack: "federation" },
    absent(waits, "does not exist", missing("samlProviders", name)),
    (metadata) => [
      document === undefined
        ? ok("exists; its metadata is in a Terraform variable and was not compared")
        : compareMetadata(document, metadata, differs),
    ],
  );
}

function compareMetadata(wanted: string, found: string, fix: string): Verdict {
  const difference = metadataDifference(wanted, found);
  switch (difference?.what) {
    case undefined:
      return ok("has the metadata of the file");
    case "issuer":
      return error(
        `has the metadata of another application, ${difference.entityId}, so sign-in fails; ${fix}, or download this application's metadata file again if the one in IAM is right`,
      );
    case "certificates":
      return error(
        `has different signing certificates from the file, so sign-in fails with one of the two; make sure that the file is the latest, and ${fix}`,
      );
    case "text":
      return warning(
        `has the issuer and certificates of the file, but its text differs; ${fix} to use that of the file`,
      );
    case "unreadable":
      return error(`has metadata that cannot be read; ${fix}`);
  }
}

function compareRole(
  expected: ExpectedRole,
  state: IamState,
  { differs, missing }: Fixes,
): Finding[] {
  const found = state.roles.get(expected.name);
  if (!found) return [];
  return whenRead(
    found,
    { subject: `role ${expected.name}`, stack: "federation" },
    absent(expected.waits, "does not exist", missing("roles", expected.name)),
    (role) => {
      const problems = roleProblems(expected, role, differs);
      const duration = formatSessionDuration(expected.maxSessionDuration);
      return problems.length > 0
        ? problems
        : [ok(`trusts what it should, for sessions up to ${duration}`)];
    },
  );
}

function roleProblems(expected: ExpectedRole, role: RoleState, fix: string): Verdict[] {
  const trust = policyDifference(expected.trust, role.trust);
  const boundary = (arn: string | undefined) => arn ?? "none";
  return [
    ...(role.arn === expected.arn
      ? []
      : [
          error(
            `is ${role.arn}, but the attribute mapping in the console names ${expected.arn}; set rolePath to its path`,
          ),
        ]),
    ...(trust ? [error(`has a trust policy that differs: ${differences(trust)}; ${fix}`)] : []),
    ...(role.maxSessionDuration === expected.maxSessionDuration
      ? []
      : [
          error(
            `allows sessions of at most ${formatSessionDuration(role.maxSessionDuration)} instead of ${formatSessionDuration(expected.maxSessionDuration)}${role.maxSessionDuration < expected.maxSessionDuration ? ", so longer ones are refused" : ""}; ${fix}`,
          ),
        ]),
    ...(role.permissionsBoundary === expected.permissionsBoundary
      ? []
      : [
          error(
            `has the permissions boundary ${boundary(role.permissionsBoundary)} instead of ${boundary(expected.permissionsBoundary)}; ${fix}`,
          ),
        ]),
  ];
}

function comparePermission(
  { permission: { name, policy }, roles }: ExpectedFederation,
  { permission, roles: found }: IamState,
  { differs, missing }: Fixes,
): Finding[] {
  const compare = (document: unknown): Verdict[] => {
    const difference = policyDifference(policy, document);
    return [
      difference
        ? error(`grants something different: ${differences(difference)}; ${differs}`)
        : ok("grants connect:GetFederationToken on this instance"),
    ];
  };
  // A missing role is a finding already; its missing policies would only repeat it.
  const present = roles.filter((role) => found.get(role.name)?.is !== "missing");
  if ("policies" in permission) {
    return present.flatMap((role) => {
      const inline = permission.policies.get(role.name);
      const about = {
        subject: `policy ${name} in role ${role.name}`,
        stack: "federation",
      } as const;
      return inline
        ? whenRead(
            inline,
            about,
            error(
              `does not exist, so Connect denies access; ${missing("rolesWithPolicy", role.name)}`,
            ),
            compare,
          )
        : [];
    });
  }
  const about = { subject: `policy ${name}`, stack: "federation" } as const;
  const waits = roles.every((role) => role.waits);
  return [
    ...whenRead(
      permission.policy,
      about,
      absent(waits, "does not exist", missing("policies", name)),
      compare,
    ),
    ...present.flatMap((role) => {
      const attached = permission.attached.get(role.name);
      if (!attached) return [];
      const message = `is not attached to role ${role.name}, so Connect denies access; ${missing("rolesWithPolicy", role.name)}`;
      return whenRead(attached, about, error(message), (is) =>
        is ? [ok(`is attached to role ${role.name}`)] : [error(message)],
      );
    }),
  ];
}

/** Says how two policies differ, with the first three elements of each side. */
function differences({
  lacks,
  has,
  regrouped,
}: ReturnType<typeof policyDifference> & object): string {
  if (regrouped) return "its elements are in different statements";
  const few = (elements: readonly string[]) => {
    const more = elements.length - 3;
    return [...elements.slice(0, 3), ...(more > 0 ? [`${String(more)} more`] : [])].join(", ");
  };
  return [
    ...(lacks.length > 0 ? [`it lacks ${few(lacks)}`] : []),
    ...(has.length > 0 ? [`it has ${few(has)}`] : []),
  ].join("; ");
}
