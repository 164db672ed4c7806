import type { InstanceSettings } from "../../config";
import type { Aws } from "../aws";
import { compareFederation, expectedFederation, readIam } from "../check";
import { type Sighting, sighting } from "./sighting";

/** Looks for what the federation stack creates in IAM. */
export async function findFederation(aws: Aws, settings: InstanceSettings): Promise<Sighting[]> {
  if (settings.applications.length === 0) return [];
  const expected = expectedFederation(settings);
  const state = await readIam(aws, expected);
  const { permission } = state;
  const isInline = "policies" in permission;
  const differences = compareFederation(
    expected,
    isInline ? state : { ...state, permission: { ...permission, attached: new Map() } },
    settings,
  ).filter(({ verdict }) => verdict === "error" || verdict === "warning");
  const differing = (subject: string) => () => ({
    notes: differences.filter((one) => one.subject === subject).map(({ message }) => message),
  });
  const policy = `policy ${expected.permission.name}`;
  return [
    ...expected.samlProviders.flatMap(({ name, arn }) => {
      const found = state.samlProviders.get(arn);
      const about = { kind: "samlProviders", name } as const;
      return found ? [sighting(about, found, differing(`SAML provider ${name}`))] : [];
    }),
    ...[...state.roles].map(([name, found]) =>
      sighting({ kind: "roles", name }, found, ({ arn }) => ({
        ...differing(`role ${name}`)(),
        // The path of a role cannot be changed.
        blocks: arn !== expected.roles.find((one) => one.name === name)?.arn,
      })),
    ),
    ...(isInline
      ? [...permission.policies].map(([name, found]) =>
          sighting(
            { kind: "rolesWithPolicy", name },
            found,
            differing(`${policy} in role ${name}`),
          ),
        )
      : [
          sighting(
            { kind: "policies", name: expected.permission.name },
            permission.policy,
            differing(policy),
          ),
          ...[...permission.attached].map(([name, found]) => {
            const isDetached = found.is === "there" && !found.value;
            const about = { kind: "rolesWithPolicy", name } as const;
            return sighting(about, isDetached ? { is: "missing" } : found);
          }),
        ]),
  ];
}
