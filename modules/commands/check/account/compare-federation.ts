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

/** Compares the instance itself with what sign-in needs of it. */
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
          : [error(`has the status ${status}, so that nobody can sign in; it must be ACTIVE`)]),
        ...(identityManagement === "SAML"
          ? []
          : [
              error(
                `manages identities with ${identityManagement}, which is fixed when an instance is made; make one with SAML 2.0-based authentication`,
              ),
            ]),
      ];
      return problems.length > 0 ? problems : [ok("is active, and manages identities with SAML")];
    },
  );
}

/** Compares what IAM has with what the federation stack makes. */
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
    absent(waits, "does not exist", missing.provider),
    (metadata) => [
      document === undefined
        ? ok("exists; its metadata is in a variable of Terraform, and not compared")
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
        `has the metadata of another application, ${difference.entityId}, so that sign-in fails; ${fix}, or download this application's file if that one is right`,
      );
    case "certificates":
      return error(
        `has other signing certificates than the file, so that sign-in fails with one of the two; make sure that the file is the latest, and ${fix}`,
      );
    case "text":
      return warning(
        `has the file's issuer and certificates, but its text differs; ${fix} to have that of the file`,
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
    absent(expected.waits, "does not exist", missing.role),
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
            `is ${role.arn}, not ${expected.arn}, as the console has it in the attribute mapping; set rolePath to its path`,
          ),
        ]),
    ...(trust ? [error(`has a trust policy that differs: ${differences(trust)}; ${fix}`)] : []),
    ...(role.maxSessionDuration === expected.maxSessionDuration
      ? []
      : [
          error(
            `takes sessions of ${formatSessionDuration(role.maxSessionDuration)} at most instead of ${formatSessionDuration(expected.maxSessionDuration)}${role.maxSessionDuration < expected.maxSessionDuration ? ", so that longer ones are refused" : ""}; ${fix}`,
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
        ? error(`grants something else: ${differences(difference)}; ${differs}`)
        : ok("grants connect:GetFederationToken on this instance"),
    ];
  };
  // The policies of a role that is not there need no mention.
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
            error(`does not exist, so that Connect denies access; ${missing.policy}`),
            compare,
          )
        : [];
    });
  }
  const about = { subject: `policy ${name}`, stack: "federation" } as const;
  const waits = roles.every((role) => role.waits);
  return [
    ...whenRead(permission.policy, about, absent(waits, "does not exist", missing.policy), compare),
    ...present.flatMap((role) => {
      const attached = permission.attached.get(role.name);
      if (!attached) return [];
      const message = `is not attached to role ${role.name}, so that Connect denies access; ${missing.attachment}`;
      return whenRead(attached, about, error(message), (is) =>
        is ? [ok(`is attached to role ${role.name}`)] : [error(message)],
      );
    }),
  ];
}

/** Says how two policies differ, as far as that fits a line. */
function differences({
  lacks,
  has,
  regrouped,
}: ReturnType<typeof policyDifference> & object): string {
  if (regrouped) return "its elements are in other statements";
  const few = (elements: readonly string[]) => {
    const more = elements.length - 3;
    return [...elements.slice(0, 3), ...(more > 0 ? [`${String(more)} more`] : [])].join(", ");
  };
  return [
    ...(lacks.length > 0 ? [`it lacks ${few(lacks)}`] : []),
    ...(has.length > 0 ? [`it has ${few(has)}`] : []),
  ].join("; ");
}
